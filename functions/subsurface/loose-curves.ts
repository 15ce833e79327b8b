import { addDays, type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import * as z from 'zod';

/**
 * Days after which a hole that was changed or set back is looked at: one more than the table can be restored to a point in time (35), so that
 * what a restored table names is still there; far more than a step of an import takes from copying curves to naming them.
 */
export const looseDays = 36;
const partition = 'holes-loose';
const row = z.object({
  sk: z.string(),
  holes: z.array(z.object({ id: z.string(), version: z.number() })),
});
export type LooseRow = z.infer<typeof row>;

/**
 * Holes with curves that an import changed or an undo set back, with the version which that made of them, by the day on which they are
 * looked at.
 */
export const looseCurves = (table: Table, clock: Clock) => {
  const noting = (holes: LooseRow['holes']): Write => {
    const now = clock();
    const sk = `${addDays(dayOf(now), looseDays)}#${ulid(now.getTime())}`;
    return { Put: { TableName: table.name, Item: { pk: partition, sk, holes } } };
  };
  return {
    noting,
    /** The oldest rows whose day has come. */
    async due(limit: number): Promise<LooseRow[]> {
      const { rows } = await table.query({ partition, range: ['0', `${dayOf(clock())}#~`], limit });
      return rows.map((one) => row.parse(one));
    },
    /** Looked at; those of its holes that changed since are looked at again after as many days. */
    forget: ({ sk }: LooseRow, again: LooseRow['holes']): Promise<void> =>
      table.transact([
        { Delete: { TableName: table.name, Key: { pk: partition, sk } } },
        ...(again.length === 0 ? [] : [noting(again)]),
      ]),
  };
};
export type LooseCurves = ReturnType<typeof looseCurves>;
