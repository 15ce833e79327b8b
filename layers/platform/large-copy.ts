import * as z from 'zod';
import { type Bucket, copyLimit, type Place } from './objects.ts';
import { inParallel } from './parallel.ts';
import type { Table } from './store/table.ts';

export type LargeCopy = { from: Place & { size: number }; key: string };
export type CopySizes = { whole: number; part: number; step: number };

/**
 * Up to `whole` bytes CopyObject does it in one call. Above, parts of 1 GiB keep a file of 5 TiB well under S3's 10 000 parts; 48 of
 * them, 8 side by side, take minutes of the 15 that a function has, and a crash costs no more than the parts under way.
 */
const usual: CopySizes = { whole: copyLimit, part: 1024 ** 3, step: 48 };
const atOnce = 8;

const noted = z.object({ uploadId: z.string().optional(), done: z.boolean().default(false) });
const partition = (job: string): string => `copying#${job}`;
const unfinished = z.object({
  pk: z.string(),
  sk: z.string(),
  uploadId: z.string().optional(),
  done: z.boolean().default(false),
});

/**
 * Copies of objects too large for one call, a step at a time: each step asks S3 which parts are there (ListParts) and copies the
 * next. A chain of messages, one a step, so copies a file of any size; two chains for one file share its upload, and a step that
 * comes twice does no harm. The table holds the upload's id, by job and key.
 */
export const largeCopies = (table: Table, bucket: Bucket, sizes: CopySizes = usual) => {
  const rowKey = (job: string, key: string) => ({ pk: partition(job), sk: `file#${key}` });

  /** The upload that counts for this copy: the noted one while S3 knows it, else a new one; of several at once the first wins. */
  const uploadFor = async (job: string, key: string, known: string | undefined): Promise<string> => {
    if (known !== undefined) {
      if ((await bucket.listParts(key, known)) !== undefined) return known;
      await table.writeMany([], [rowKey(job, key)]);
    }
    const mine = await bucket.createUpload(key);
    const row = await table.update(rowKey(job, key), {
      UpdateExpression: 'SET uploadId = if_not_exists(uploadId, :mine)',
      ExpressionAttributeValues: { ':mine': mine },
    });
    const counts = noted.parse(row).uploadId ?? mine;
    if (counts !== mine) await bucket.abortUpload(key, mine);
    return counts;
  };

  return {
    isLarge: (size: number): boolean => size > sizes.whole,

    /** Whether a step noted this copy as whole: for a bucket that one may not look into. */
    async isDone(job: string, key: string): Promise<boolean> {
      const row = await table.get(rowKey(job, key));
      return row !== undefined && noted.parse(row).done;
    },

    /** Copies the next parts; true when the object is whole. */
    async step(job: string, { from, key }: LargeCopy): Promise<boolean> {
      const row = noted.parse((await table.get(rowKey(job, key))) ?? {});
      if (row.done) return true;
      const uploadId = await uploadFor(job, key, row.uploadId);
      const there = new Set((await bucket.listParts(key, uploadId))?.map(({ part }) => part));
      const missing = Array.from({ length: Math.ceil(from.size / sizes.part) }, (_, at) => at + 1).filter(
        (part) => !there.has(part),
      );
      await inParallel(missing.slice(0, sizes.step), atOnce, (part) =>
        bucket.copyPart(from, key, uploadId, {
          part,
          offset: (part - 1) * sizes.part,
          end: Math.min(part * sizes.part, from.size),
        }),
      );
      if (missing.length > sizes.step) return false;
      await bucket.completeUpload(key, uploadId, (await bucket.listParts(key, uploadId)) ?? []);
      await table.writeMany([{ ...rowKey(job, key), done: true }]);
      return true;
    },

    /** Begins anew what was noted as whole and is not what it should be; one under way goes on. */
    async again(job: string, key: string): Promise<void> {
      const row = noted.parse((await table.get(rowKey(job, key))) ?? {});
      if (row.done) await table.writeMany([], [rowKey(job, key)]);
    },

    /** Forgets a job that is over: uploads never joined are aborted, so that their parts cost nothing any more. */
    async forget(job: string): Promise<void> {
      const keys: { pk: string; sk: string }[] = [];
      for await (const row of table.each(partition(job))) {
        const { pk, sk, uploadId, done } = unfinished.parse(row);
        if (uploadId !== undefined && !done) await bucket.abortUpload(sk.slice('file#'.length), uploadId);
        keys.push({ pk, sk });
      }
      if (keys.length > 0) await table.writeMany([], keys);
    },

    /** Notes a page of a job as copied and gives how many are: a set, so a page counts once however often it is noted. */
    async notePage(job: string, page: number): Promise<number> {
      const row = await table.update(
        { pk: partition(job), sk: 'pages' },
        { UpdateExpression: 'ADD pages :page', ExpressionAttributeValues: { ':page': new Set([page]) } },
      );
      return z.object({ pages: z.set(z.number()) }).parse(row).pages.size;
    },
  };
};
export type LargeCopies = ReturnType<typeof largeCopies>;
