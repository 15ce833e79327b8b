import { dayOf } from '@geoarchive/domain/dates.ts';
import { nothing } from '@geoarchive/domain/supervision/reconcile.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { RegisterItem } from './register-store.ts';

/** The registers of one archive: how many entries, how many of them without a task, and the day of the last change. */
const covered = z.object({ entries: z.number(), without: z.number(), changedOn: z.string() });
export const coverage = z.record(z.string(), covered);
export type Coverage = z.infer<typeof coverage>;

/** The coverage with further entries; those that were taken back by undoing their import are none. */
export const cover = (so: Coverage, items: readonly RegisterItem[]): Coverage => {
  const sum = { ...so };
  for (const { body } of items) {
    if (body.terms.length === 0) continue;
    const { entries, without, changedOn } = sum[body.node] ?? { entries: 0, without: 0, changedOn: '' };
    const bare = Object.values(body.tasks).every(({ digest }) => digest === nothing);
    sum[body.node] = {
      entries: entries + 1,
      without: without + (bare ? 1 : 0),
      changedOn: [dayOf(new Date(body.updatedAt)), changedOn].sort()[1] ?? '',
    };
  }
  return sum;
};

const key = { pk: 'tally-recount', sk: 'last' };
const lastRecount = z.object({
  at: z.string(),
  late: z.number(),
  repaired: z.number(),
  unsettled: z.number(),
  coverage,
});
export type LastRecount = z.infer<typeof lastRecount>;

/** What the last recount found: the trust in the prepared counts, and the coverage of the registers. */
export const lastRecountOf = async (table: Table): Promise<LastRecount | undefined> => {
  const row = await table.get(key);
  return row === undefined ? undefined : lastRecount.parse(row);
};
export const keepingRecount = (table: Table, last: LastRecount): Write => ({
  Put: { TableName: table.name, Item: { ...key, ...last } },
});
