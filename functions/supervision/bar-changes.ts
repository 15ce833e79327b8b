import { type BarChange, barChange } from '@geoarchive/contract/bar-parts.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';

const partition = 'bar-changes';
/** Sorted as texts, so of one length. */
const sortOf = (sequence: number): string => String(sequence).padStart(15, '0');
const last = '9'.repeat(15);

/**
 * The feed of changes of bars: entries numbered from 1 on, appended and never changed. An entry and the counter belong to the transaction of
 * the change, so whoever has read up to a number has missed nothing before it: no gaps, no doubles, none that comes in late.
 */
export const barChanges = (table: Table) => ({
  /**
   * The changes with their numbers, and the writes that append them, in their order. Their transaction fails (`ConditionFailed`) when another appended in the same instant:
   * it is to be made anew from what is so then.
   */
  async appending(
    changes: readonly Omit<BarChange, 'sequence'>[],
  ): Promise<{ entries: BarChange[]; writes: Write[] }> {
    if (changes.length === 0) return { entries: [], writes: [] };
    const first = await nextNumber(table, partition, changes.length);
    const entries = changes.map((change, at) => barChange.parse({ ...change, sequence: first.value + at }));
    const appended = entries.map(
      (entry): Write => ({
        Put: {
          TableName: table.name,
          Item: { pk: partition, sk: sortOf(entry.sequence), ...entry },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }),
    );
    return { entries, writes: [first.take, ...appended] };
  },
  /** So many changes after a number, oldest first, read consistently. */
  async after(sequence: number, limit: number): Promise<BarChange[]> {
    const range = [sortOf(sequence + 1), last] as const;
    const { rows } = await table.query({ partition, range, limit });
    return rows.map((row) => barChange.parse(row));
  },
});
