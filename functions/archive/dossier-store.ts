import { dossier, dossierFile } from '@geoarchive/contract/archive.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { awaitsPublication, releaseLifecycle } from '@geoarchive/domain/release.ts';
import { onPages } from '@geoarchive/platform/on-pages.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const dossierBody = dossier
  .omit({ id: true, version: true, release: true, moves: true, bars: true, publication: true })
  .extend({
    /** Counts the bundles sent through door 2; the portal never takes an older one. */
    releaseVersion: z.number().int(),
    /** Released files as the last approved proposal named them, packed (`packed-numbers.ts`). */
    releasedNumbers: z.string(),
    /** Files that the proposal under way names, packed as well. */
    proposedNumbers: z.string().optional(),
    /** Id of the bundle that the approved release makes: the same however often its making starts anew. */
    bundleId: z.string().optional(),
    overdueTold: z.boolean().default(false),
  });
export type DossierBody = z.infer<typeof dossierBody>;

/** Dossiers (案卷), listed by node, by node and release state, and by the latest day of publication while that is open. */
export const dossierStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'dossier',
    table,
    clock,
    schema: dossierBody,
    lifecycle: releaseLifecycle,
    lists: ({ id, state, body }) => ({
      gsi1: { in: `dossiers#${body.node}`, by: id },
      gsi2: { in: `dossiers#${body.node}#${state}`, by: id },
      ...(body.window !== undefined && awaitsPublication(state, body)
        ? { gsi3: { in: 'release-due', by: `${body.window.latest}#${id}` } }
        : {}),
    }),
  });
export type DossierStore = ReturnType<typeof dossierStore>;
export type DossierItem = NonNullable<Awaited<ReturnType<DossierStore['get']>>>;

const storedFile = dossierFile.omit({ released: true, proposed: true }).extend({ key: z.string() });
export type StoredFile = z.infer<typeof storedFile>;
const page = z.object({ files: z.array(storedFile) });
/** Pages read in one go where all are read: some megabytes. */
const pagesAtOnce = 16;
const pageNo = (sk: string): number => Number(sk.slice('page#'.length));

/** The files of a dossier's accepted version, on pages of 100, written once by the copy worker. */
export const dossierFiles = (table: Table) => {
  const pk = (id: string) => `dossier#${id}`;
  const pageKey = (id: string, no: number) => ({ pk: pk(id), sk: `page#${String(no).padStart(5, '0')}` });
  return {
    async putPage(id: string, no: number, files: StoredFile[]): Promise<void> {
      await table.writeMany([{ ...pageKey(id, no), files }]);
    },
    async list(id: string, cursor: string | undefined): Promise<{ items: StoredFile[]; cursor?: string }> {
      const { rows, next } = await table.query({
        partition: pk(id),
        prefix: 'page#',
        start: fromCursor(cursor),
        limit: 1,
      });
      const following = toCursor(next);
      return {
        items: rows.flatMap((row) => page.parse(row).files),
        ...(following === undefined ? {} : { cursor: following }),
      };
    },
    /** Every file of the `count` that the dossier has, in their order, some pages at a time; a page that is missing is left out. */
    async *all(id: string, count: number): AsyncGenerator<StoredFile> {
      const pages = Math.ceil(count / limits.filesPerPage);
      for (let from = 1; from <= pages; from += pagesAtOnce) {
        const some = Array.from({ length: Math.min(pagesAtOnce, pages - from + 1) }, (_, at) => from + at);
        const rows = await table.getMany(some.map((no) => pageKey(id, no)));
        const inOrder = rows.toSorted((a, b) => pageNo(String(a['sk'])) - pageNo(String(b['sk'])));
        for (const row of inOrder) yield* page.parse(row).files;
      }
    },
    /** The files of these numbers, of the `count` that the dossier has. */
    async some(id: string, numbers: readonly number[], count: number): Promise<StoredFile[]> {
      const found = await onPages(numbers, count, async (pages) => {
        const rows = await table.getMany(pages.map((no) => pageKey(id, no)));
        return rows.map((row) => ({ no: pageNo(String(row['sk'])), files: page.parse(row).files }));
      });
      return found.sort((a, b) => a.no - b.no);
    },
  };
};
export type DossierFiles = ReturnType<typeof dossierFiles>;
export const dossierKey = (dossierId: string, no: number): string =>
  `dossiers/${dossierId}/v1/${String(no).padStart(6, '0')}`;
