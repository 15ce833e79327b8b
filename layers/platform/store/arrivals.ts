import type { Clock } from '@geoarchive/domain/dates.ts';
import * as z from 'zod';
import type { Table } from './table.ts';

/** Numbers noted on one row: a set of so many stays a few KB. */
const block = 1000;
const partition = 'arrivals';
const seenRow = z.object({ series: z.string(), block: z.number(), seen: z.set(z.number()) });
const sinceRow = z.object({ since: z.record(z.string(), z.string()).default({}) });
const sinceKey = { pk: 'arrivals-missing', sk: 'since' };
/** More than anyone looks at; a table that lost everything would else miss every number at once. */
const most = 1000;

/** `series number` of every number below the highest that never came. */
const gapsIn = (rows: z.infer<typeof seenRow>[]): string[] =>
  [...Map.groupBy(rows, ({ series }) => series)].flatMap(([series, blocks]) => {
    const seen = new Map(blocks.map((one) => [one.block, one.seen]));
    const highest = Math.max(...blocks.flatMap((one) => [...one.seen]));
    return Array.from({ length: highest }, (_, at) => at + 1).flatMap((n) =>
      seen.get(Math.floor(n / block))?.has(n) === true ? [] : [`${series} ${n}`],
    );
  });

/**
 * The numbers of the bundles that came through a door. The sender numbers them without gaps, so one that is missing once a later one
 * came was lost on its way, or is late.
 */
export const arrivals = (table: Table, clock: Clock) => ({
  /** Notes a number of a series (a door, and what it counts by); as often as it comes. */
  async note(series: string, number: number): Promise<void> {
    const of = Math.floor(number / block);
    await table.update(
      { pk: partition, sk: `${series}#${String(of).padStart(7, '0')}` },
      {
        UpdateExpression: 'SET series = :series, #b = :block ADD seen :number',
        ExpressionAttributeNames: { '#b': 'block' },
        ExpressionAttributeValues: { ':series': series, ':block': of, ':number': new Set([number]) },
      },
    );
  },

  /** Numbers missed for longer than the time of grace, in hours, as `series number`. Looks at all; remembers since when. */
  async missing(grace: number): Promise<string[]> {
    const rows: z.infer<typeof seenRow>[] = [];
    for await (const row of table.each(partition)) rows.push(seenRow.parse(row));
    const before = sinceRow.parse((await table.get(sinceKey)) ?? {}).since;
    const now = clock().toISOString();
    const since = Object.fromEntries(
      gapsIn(rows)
        .slice(0, most)
        .map((gap) => [gap, before[gap] ?? now]),
    );
    await table.writeMany([{ ...sinceKey, since }]);
    const limit = new Date(clock().getTime() - grace * 3_600_000).toISOString();
    return Object.keys(since).filter((gap) => (since[gap] ?? now) <= limit);
  },
});

/** Hours that a bundle may come after a later one: queues retry for hours, and operators need a day to redrive. */
export const graceHours = 20;
