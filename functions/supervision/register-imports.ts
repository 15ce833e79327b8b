import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { registerBody } from './register-store.ts';

const noted = z.object({
  registerId: z.string(),
  /** What the entry says after the import (`saidBy`): where it says something else, it was changed since. */
  said: z.string(),
  /** What it said before; nothing for one that the import made. */
  before: registerBody.omit({ tasks: true }).optional(),
  undone: z.boolean(),
});
export type Noted = z.infer<typeof noted>;
const scope = z.object({ node: z.string().optional(), batches: z.number() });

/** What each import did to each entry of the registers, to take it back; and whose entries it may touch. */
export const registerImports = (table: Table) => {
  const partition = (importId: string) => `register-import#${importId}`;
  const scopeKey = (importId: string) => ({ pk: `register-import-scope#${importId}`, sk: 'scope' });
  const put = (importId: string, row: Noted): Write => ({
    Put: { TableName: table.name, Item: { pk: partition(importId), sk: row.registerId, ...row } },
  });
  return {
    /** Keeps how many batches an import has, and that it may touch the entries of one archive only; without one those of all. */
    scoping: (importId: string, of: z.infer<typeof scope>): Write => ({
      Put: { TableName: table.name, Item: { ...scopeKey(importId), ...of } },
    }),
    async scopeOf(importId: string): Promise<z.infer<typeof scope> | undefined> {
      const row = await table.get(scopeKey(importId));
      return row === undefined ? undefined : scope.parse(row);
    },
    noting: put,
    async noted(importId: string, registerId: string): Promise<Noted | undefined> {
      const row = await table.get({ pk: partition(importId), sk: registerId });
      return row === undefined ? undefined : noted.parse(row);
    },
    undoing: (importId: string, row: Noted): Write => put(importId, { ...row, undone: true }),
    /** The place in the pages just after this entry. */
    after: (importId: string, registerId: string) => toCursor({ pk: partition(importId), sk: registerId }),
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
export type RegisterImports = ReturnType<typeof registerImports>;
