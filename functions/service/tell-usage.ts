import { rowsPerBundle, type UsageManifest } from '@geoarchive/contract/release-bundle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { type DoorTwo, doorTwoSeries, sendThrough } from '../archive/door-two.ts';
import type { ServiceDeps } from './deps.ts';

type Deps = Pick<ServiceDeps, 'clock' | 'table' | 'usage'> & DoorTwo;
const atOnce = 10;

/**
 * Tells the portal plane how often records were used, those whose totals moved since they were told, by bundles of door 2. Begun again
 * after a crash it tells the same totals again; what is counted meanwhile is told the next time. Gives how many records.
 */
export const tellUsage = async (deps: Deps): Promise<number> => {
  const asOf = dayOf(deps.clock());
  let told = 0;
  for (;;) {
    const some = await deps.usage.changed(rowsPerBundle);
    if (some.length === 0) return told;
    const rows: UsageManifest['rows'] = some.map(({ recordId, changes: _, ...counts }) => ({
      recordId,
      usage: { asOf, ...counts },
    }));
    await againWhenRaced(async () => {
      const next = await nextNumber(deps.table, doorTwoSeries);
      const bundleId = ulid(deps.clock().getTime());
      await sendThrough(deps, { format: 'geoarchive-usage/1', bundleId, sequence: next.value, rows });
      await deps.table.transact([next.take]);
    });
    await inParallel(some, atOnce, (one) => deps.usage.told(one));
    told += some.length;
    // Those that moved while they were told wait for the next run: a record that is read all the time keeps nobody here.
    if (some.length < rowsPerBundle) return told;
  }
};
