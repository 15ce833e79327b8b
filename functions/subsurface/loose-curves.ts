import { addDays, type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import * as z from 'zod';

/** Days after which a hole that was changed or set back is looked at: far more than a step of an import takes from copying curves to naming them. */
export const looseDays = 7;
const partition = 'holes-loose';
const row = z.object({
  sk: z.string(),
  holes: z.array(z.object({ id: z.string(), version: z.number(), importId: z.string().optional() })),
});
export type LooseRow = z.infer<typeof row>;

/**
 * Holes with curves that an import changed (then with that import) or an undo set back, with the version which that made of them, by the day on
 * which they are looked at.
 */
export const looseCurves = (table: Table, clock: Clock) => ({
  noting(holes: LooseRow['holes']): Write {
    const now = clock();
    const sk = `${addDays(dayOf(now), looseDays)}#${ulid(now.getTime())}`;
    return { Put: { TableName: table.name, Item: { pk: partition, sk, holes } } };
  },
  /** The oldest rows whose day has come. */
  async due(limit: number): Promise<LooseRow[]> {
    const { rows } = await table.query({ partition, range: ['0', `${dayOf(clock())}#~`], limit });
    return rows.map((one) => row.parse(one));
  },
  forget: ({ sk }: LooseRow): Promise<void> => table.writeMany([], [{ pk: partition, sk }]),
});
export type LooseCurves = ReturnType<typeof looseCurves>;
