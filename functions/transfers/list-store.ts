import { type TransferListBody, transferListBody } from '@geoarchive/contract/transfers.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';

/** Transfer lists (移交清单) as they were closed: written once, listed by the archive that sent and by the one that receives. */
export const transferListStore = (table: Table) => {
  const key = (id: string) => ({ pk: `transfer-list#${id}`, sk: 'item' });
  return {
    async get(id: string): Promise<TransferListBody | undefined> {
      const row = await table.get(key(id));
      return row === undefined ? undefined : transferListBody.parse(row);
    },
    /** The write that keeps a list, for the transaction that sends what is on it. */
    closing: (of: TransferListBody): Write => ({
      Put: {
        TableName: table.name,
        Item: {
          ...key(of.id),
          ...of,
          ...{ gsi1pk: `transfer-lists#${of.node}`, gsi1sk: of.id },
          ...{ gsi2pk: `transfer-lists-to#${of.to}`, gsi2sk: of.id },
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    /** Of an archive, newest first. */
    async list(
      way: 'out' | 'in',
      node: string,
      of: { cursor?: string | undefined; limit?: number | undefined },
    ): Promise<{ items: TransferListBody[]; cursor?: string }> {
      const { rows, next } = await table.query({
        ...(way === 'out'
          ? { index: 'gsi1', partition: `transfer-lists#${node}` }
          : { index: 'gsi2', partition: `transfer-lists-to#${node}` }),
        start: fromCursor(of.cursor),
        limit: of.limit,
        newestFirst: true,
      });
      const cursor = toCursor(next);
      return {
        items: rows.map((row) => transferListBody.parse(row)),
        ...(cursor === undefined ? {} : { cursor }),
      };
    },
  };
};
export type TransferListStore = ReturnType<typeof transferListStore>;
