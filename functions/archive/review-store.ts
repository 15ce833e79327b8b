import { review } from '@geoarchive/contract/archive.ts';
import { type BundledFile, bundledFile } from '@geoarchive/contract/deposit-bundle.ts';
import { day, finding } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import { onPages } from '@geoarchive/platform/on-pages.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const clock = z.object({
  from: day,
  pauses: z.array(z.object({ from: day, to: day })),
});
const shown = {
  id: true,
  state: true,
  version: true,
  moves: true,
  progress: true,
  before: true,
  term: true,
} as const;
const reviewBody = review.omit(shown).extend({
  createdBy: z.string(),
  /** Of the check; those received before there was one have the day only. */
  clock: clock.optional(),
  /** `sub` of the person who accepted. */
  acceptedBy: z.string().optional(),
  /** When copying began, or began again. */
  copyingSince: z.string().optional(),
  bundle: z.string(),
  sequence: z.number().int(),
});

/** Whether a review is being taken in, also where that is stalled: what can go on does. */
export const isTakenIn = (state: string): boolean => state === 'accepting' || state === 'stalled';

/** Reviews of the archive plane, listed by node and by node and state, oldest first; and those of all nodes being taken in. */
export const reviewStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'review',
    table,
    clock,
    schema: reviewBody,
    lifecycle: reviewLifecycle,
    lists: ({ id, state, body }) => ({
      gsi1: { in: `reviews#${body.node}`, by: id },
      gsi2: { in: `reviews#${body.node}#${state}`, by: id },
      ...(body.copyingSince !== undefined && isTakenIn(state)
        ? { gsi3: { in: state, by: `${body.copyingSince}#${id}` } }
        : {}),
    }),
  });
export type ReviewStore = ReturnType<typeof reviewStore>;
export type ReviewItem = NonNullable<Awaited<ReturnType<ReviewStore['get']>>>;

const page = z.object({ page: z.number(), files: z.array(bundledFile) });
const copied = z.object({ pages: z.set(z.number()) });

/** The files of a review, on immutable pages of 100, and which pages are copied. */
export const reviewFiles = (table: Table) => {
  const pk = (id: string) => `review#${id}`;
  const pageKey = (id: string, no: number) => ({ pk: pk(id), sk: `page#${String(no).padStart(5, '0')}` });
  return {
    /** Writes all pages; repeating it writes the same. */
    async put(id: string, files: BundledFile[], findings: z.infer<typeof finding>[]): Promise<void> {
      const pages = Math.ceil(files.length / limits.filesPerPage);
      const rows = Array.from({ length: pages }, (_, at) => ({
        ...pageKey(id, at + 1),
        page: at + 1,
        files: files.slice(at * limits.filesPerPage, (at + 1) * limits.filesPerPage),
      }));
      await table.writeMany([...rows, { pk: pk(id), sk: 'findings', findings }]);
    },
    async page(id: string, no: number): Promise<BundledFile[]> {
      const row = await table.get(pageKey(id, no));
      return row === undefined ? [] : page.parse(row).files;
    },
    /** The file of this number among the review's `count` files. */
    async find(id: string, no: number, count: number): Promise<BundledFile | undefined> {
      const [found] = await onPages([no], count, async (numbers) => {
        const rows = await table.getMany(numbers.map((each) => pageKey(id, each)));
        return rows.map((row) => page.parse(row)).map((row) => ({ no: row.page, files: row.files }));
      });
      return found;
    },
    async findings(id: string): Promise<z.infer<typeof finding>[]> {
      const row = await table.get({ pk: pk(id), sk: 'findings' });
      return row === undefined ? [] : z.object({ findings: z.array(finding) }).parse(row).findings;
    },
    async list(id: string, cursor: string | undefined): Promise<{ items: BundledFile[]; cursor?: string }> {
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
    /** Notes a page as copied and gives how many are: a set, so a page counts once however often it is noted. */
    async noteCopied(id: string, no: number): Promise<number> {
      const row = await table.update(
        { pk: pk(id), sk: 'copied' },
        { UpdateExpression: 'ADD pages :page', ExpressionAttributeValues: { ':page': new Set([no]) } },
      );
      return copied.parse(row).pages.size;
    },
    async copiedPages(id: string): Promise<number> {
      const row = await table.get({ pk: pk(id), sk: 'copied' });
      return row === undefined ? 0 : copied.parse(row).pages.size;
    },
  };
};
export type ReviewFiles = ReturnType<typeof reviewFiles>;
export const pageCount = (files: number): number => Math.ceil(files / limits.filesPerPage);
