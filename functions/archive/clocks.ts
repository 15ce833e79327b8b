import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { metricNames } from '@geoarchive/platform/metric-names.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { metrics } from '@geoarchive/platform/telemetry.ts';
import { tellMissing } from '@geoarchive/platform/tell-missing.ts';
import { remindReports } from '../reporting/remind.ts';
import { expireGrants } from '../service/expiring.ts';
import { grantStore } from '../service/grant-store.ts';
import { type SweepDeps, sweepCurves } from '../subsurface/sweep-curves.ts';
import { queueDaily } from '../supervision/daily.ts';
import { sumUpWeek } from '../supervision/week.ts';
import type { ArchiveDeps } from './deps.ts';
import { barsOf } from './dossiers.ts';
import { stallLate } from './stall.ts';

/** Everything that falls due by the clock; gives what was found. */
export const runClocks = async (deps: ArchiveDeps & SweepDeps) => {
  const overdue = await tellOverdue(deps);
  const stalled = await stallLate(deps);
  metrics().addMetric(metricNames.stalled, MetricUnit.Count, stalled);
  await expireGrants({ ...deps, grants: grantStore(deps.table, deps.clock) });
  await queueDaily(deps);
  await sumUpWeek(deps);
  await remindReports(deps);
  const missing = await tellMissing(deps);
  // At the end: what is due goes before what is only in the way.
  return { overdue, stalled, missing, curves: await sweepCurves(deps) };
};

/**
 * Finds every dossier whose latest day of publication (art. 15) has passed, however long ago, and tells of it once. What a
 * standing bar (secrecy, protection, copyright) holds back is not late.
 */
export const tellOverdue = async (deps: Pick<ArchiveDeps, 'dossiers' | 'clock'>): Promise<number> => {
  const today = dayOf(deps.clock());
  let cursor: string | undefined;
  let told = 0;
  do {
    const page = await deps.dossiers.list('gsi3', 'release-due', { limit: 100, cursor });
    for (const item of page.items) {
      const late = item.body.window !== undefined && item.body.window.latest < today;
      // The list is in the order of the latest day: from here on nothing is late.
      if (!late) return told;
      if (item.body.overdueTold || barsOf(deps, item).length > 0) continue;
      try {
        await deps.dossiers.change(
          item,
          { ...item.body, overdueTold: true },
          {
            action: 'release.overdue',
            by: { worker: 'clocks' },
            detail: { latest: item.body.window?.latest },
            events: [{ type: 'ReleaseOverdue', data: { dossierId: item.id } }],
          },
        );
        told += 1;
      } catch (error) {
        // Somebody is working on it right now; the next run looks again.
        if (!(error instanceof Problem && error.kind === 'stale')) throw error;
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return told;
};
