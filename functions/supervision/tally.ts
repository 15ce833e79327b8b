import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { TallyStore } from './tally-store.ts';

/**
 * Counts tasks as they are now (decision 0022), many in a transaction. What was counted already, in this version or a newer one, is
 * left alone, so it may be called in any order and as often as one likes.
 */
export const tallyTasks = async (
  { table, tallies }: { table: Table; tallies: TallyStore },
  ids: readonly string[],
): Promise<void> => {
  // Twice as many as usual: two executions of a worker may have the same tasks, each a part of them.
  await againWhenRaced(async () => {
    for (let left = await tallies.behind(ids); left.length > 0; ) {
      const { writes, whole } = tallies.counting(left);
      await table.transact(writes);
      left = left.slice(whole);
    }
  }, 16);
};
