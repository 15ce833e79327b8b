import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type OrganisationStored, organisationSays } from './organisation-register.ts';

const noted = z.object({
  code: z.string(),
  /** What it says after the import: where it says something else, it was changed since. */
  said: z.string(),
  /** What it said before; nothing for one that the import made. */
  before: z.unknown().optional(),
  undone: z.boolean(),
});
export type OrganisationNoted = z.infer<typeof noted>;
const scope = z.object({ province: z.string().optional() });

/** What each import did to each organisation, to take it back; and of which province it may touch. */
export const organisationImports = (table: Table) => {
  const partition = (importId: string) => `organisation-import#${importId}`;
  const scopeKey = (importId: string) => ({ pk: `organisation-import-scope#${importId}`, sk: 'scope' });
  const put = (importId: string, row: OrganisationNoted): Write => ({
    Put: { TableName: table.name, Item: { pk: partition(importId), sk: row.code, ...row } },
  });
  return {
    /** Keeps that an import may touch organisations of this province only; without one those of all. */
    scoping: (importId: string, province: string | undefined): Write => ({
      Put: {
        TableName: table.name,
        Item: { ...scopeKey(importId), ...(province === undefined ? {} : { province }) },
      },
    }),
    async scopeOf(importId: string): Promise<string | undefined> {
      const row = await table.get(scopeKey(importId));
      return row === undefined ? undefined : scope.parse(row).province;
    },
    /** Notes what an import did; a row that comes again in it keeps what was there before the first. */
    async noting(
      importId: string,
      before: OrganisationStored | undefined,
      after: OrganisationStored,
    ): Promise<Write> {
      const row = await table.get({ pk: partition(importId), sk: after.code });
      const first = row === undefined ? { before } : { before: noted.parse(row).before };
      return put(importId, {
        code: after.code,
        said: organisationSays(after),
        undone: false,
        ...(first.before === undefined ? {} : first),
      });
    },
    undoing: (importId: string, row: OrganisationNoted): Write => put(importId, { ...row, undone: true }),
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
export type OrganisationImports = ReturnType<typeof organisationImports>;
