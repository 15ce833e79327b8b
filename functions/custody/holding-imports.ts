import { holding } from '@geoarchive/contract/custody-holdings.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const scope = z.object({ custodian: z.string(), period: z.string() });
const noted = z.object({
  code: z.string(),
  /** What the row says after the import: where it says something else, it was changed since. */
  after: holding,
  before: holding.optional(),
});
export type HoldingNoted = z.infer<typeof noted>;

/** What each import of a holding list did to each row, to take it back; and which list it is for. */
export const holdingImports = (table: Table) => {
  const partition = (importId: string) => `holding-import#${importId}`;
  const scopeKey = (importId: string) => ({ pk: `holding-import-scope#${importId}`, sk: 'scope' });
  return {
    scoping: (importId: string, of: z.infer<typeof scope>): Write => ({
      Put: { TableName: table.name, Item: { ...scopeKey(importId), ...of } },
    }),
    async scopeOf(importId: string): Promise<z.infer<typeof scope> | undefined> {
      const row = await table.get(scopeKey(importId));
      return row === undefined ? undefined : scope.parse(row);
    },
    noting: (importId: string, of: HoldingNoted): Write => ({
      Put: { TableName: table.name, Item: { pk: partition(importId), sk: of.code, ...of } },
    }),
    async page(importId: string, cursor: string | undefined, limit: number) {
      const start = fromCursor(cursor);
      const { rows, next } = await table.query({ partition: partition(importId), start, limit });
      const after = toCursor(next);
      return { rows: rows.map((row) => noted.parse(row)), ...(after === undefined ? {} : { cursor: after }) };
    },
  };
};
