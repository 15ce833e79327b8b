import { holeBody } from '@geoarchive/contract/holes.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const noted = z.object({
  holeId: z.string(),
  /** The hole's version after the import: with another one something happened since. */
  version: z.number(),
  /** What it was before; nothing for one that the import made or brought back. */
  before: holeBody.optional(),
  undone: z.boolean(),
});
export type Noted = z.infer<typeof noted>;
const scope = z.object({ node: z.string(), batches: z.number() });

/** What each import did to each hole, to take it back; the archive it is for and how many batches it has. */
export const holeImports = (table: Table) => {
  const partition = (importId: string) => `hole-import#${importId}`;
  const imports = (holeId: string) => `hole-imports-of#${holeId}`;
  const scopeKey = (importId: string) => ({ pk: `hole-import-scope#${importId}`, sk: 'scope' });
  const put = (importId: string, row: Noted): Write => ({
    Put: {
      TableName: table.name,
      Item: {
        ...{ pk: partition(importId), sk: row.holeId, ...row },
        ...{ gsi1pk: imports(row.holeId), gsi1sk: String(row.version).padStart(9, '0') },
      },
    },
  });
  return {
    scoping: (importId: string, of: z.infer<typeof scope>): Write => ({
      Put: { TableName: table.name, Item: { ...scopeKey(importId), ...of } },
    }),
    async scopeOf(importId: string): Promise<z.infer<typeof scope> | undefined> {
      const row = await table.get(scopeKey(importId));
      return row === undefined ? undefined : scope.parse(row);
    },
    noting: put,
    async noted(importId: string, holeId: string): Promise<Noted | undefined> {
      const row = await table.get({ pk: partition(importId), sk: holeId });
      return row === undefined ? undefined : noted.parse(row);
    },
    /** What the last import of a hole did to it; nothing where that was before imports were listed by their holes. */
    async lastOf(holeId: string): Promise<Noted | undefined> {
      const { rows } = await table.query({
        ...{ index: 'gsi1', partition: imports(holeId), limit: 1, newestFirst: true },
      });
      return rows.map((row) => noted.parse(row))[0];
    },
    undoing: (importId: string, row: Noted): Write => put(importId, { ...row, undone: true }),
    async page(importId: string, cursor: string | undefined, limit: number) {
      const { rows, next } = await table.query({
        partition: partition(importId),
        start: fromCursor(cursor),
        limit,
      });
      const after = toCursor(next);
      return { rows: rows.map((row) => noted.parse(row)), ...(after === undefined ? {} : { cursor: after }) };
    },
  };
};
export type HoleImports = ReturnType<typeof holeImports>;
