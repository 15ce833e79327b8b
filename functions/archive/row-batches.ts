import type { Clock } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const listed = z.object({ no: z.number(), owner: z.string(), count: z.number() });

/**
 * The rows of an import as they were sent, batch by batch. A hundred rows stay far below the 400 KB of an item; a short one beside
 * each batch tells that it is there, so that all are counted in one look. `kind` keeps the imports of different things apart.
 */
export const rowBatches = <T>(
  table: Table,
  clock: Clock,
  { kind, row }: { kind: string; row: z.ZodType<T> },
) => {
  const stored = z.object({ rows: z.array(row) });
  const list = (id: string) => `${kind}-batches#${id}`;
  const data = (id: string, no: number) => ({ pk: `${kind}-batch#${id}#${no}`, sk: 'rows' });
  return {
    /** Keeps a batch; again is the same. Refused when the import has begun, or is somebody else's. */
    async put(id: string, no: number, owner: string, rows: readonly T[]): Promise<void> {
      const expiresAt = Math.floor(clock().getTime() / 1000) + limits.importWaitsDays * 24 * 3600;
      const sk = String(no).padStart(6, '0');
      try {
        await table.transact([
          {
            ConditionCheck: {
              TableName: table.name,
              Key: { pk: `job#${id}`, sk: 'item' },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          {
            Put: {
              TableName: table.name,
              Item: { pk: list(id), sk, no, owner, count: rows.length, expiresAt },
              ConditionExpression: 'attribute_not_exists(pk) OR #o = :owner',
              ExpressionAttributeNames: { '#o': 'owner' },
              ExpressionAttributeValues: { ':owner': owner },
            },
          },
          { Put: { TableName: table.name, Item: { ...data(id, no), rows, expiresAt } } },
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        throw new Problem('wrong-state', {
          zh: '这次导入已经开始，不能再补充。请另开一次导入。',
          en: 'This import has begun already: start another for further rows.',
        });
      }
    },
    /** How many rows stand in batches 1 to `batches` of this owner; nothing when one of them is missing. */
    async count(id: string, batches: number, owner: string): Promise<number | undefined> {
      const counts = new Map<number, number>();
      for await (const found of table.each(list(id))) {
        const batch = listed.parse(found);
        if (batch.owner === owner) counts.set(batch.no, batch.count);
      }
      let total = 0;
      for (let no = 1; no <= batches; no += 1) {
        const count = counts.get(no);
        if (count === undefined) return undefined;
        total += count;
      }
      return total;
    },
    async read(id: string, no: number): Promise<T[] | undefined> {
      const found = await table.get(data(id, no));
      return found === undefined ? undefined : stored.parse(found).rows;
    },
  };
};
export type RowBatches<T> = ReturnType<typeof rowBatches<T>>;
