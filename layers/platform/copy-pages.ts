import * as z from 'zod';
import type { LargeCopies, LargeCopy } from './large-copy.ts';
import { inParallel } from './parallel.ts';
import type { Queue } from './queue.ts';

/**
 * A step of copying: a page of a job's files, or with `no` the next parts of one large file on it. `after` marks a page that a large
 * file's end calls for: it starts no other.
 */
export const copyMessage = z.object({
  job: z.string(),
  page: z.number().int(),
  no: z.number().int().optional(),
  after: z.boolean().optional(),
});
export type CopyMessage = z.infer<typeof copyMessage>;

type Numbered = { no: number; size: number };
export type CopyWork<F extends Numbered, C> = {
  /** The files of a page. Nothing when the job is over (done, refused, cancelled): what it began is forgotten. */
  files: (job: string, page: number) => Promise<readonly F[] | undefined>;
  place: (file: F) => LargeCopy;
  /** Whether a large file's copy is whole. */
  isThere: (job: string, file: F) => Promise<boolean>;
  /** What is thrown when a large file's copy is whole and not what it should be. */
  differs: (file: F) => Error;
  /** Copies a file unless its copy is there, and gives what is to be known of the copy. Large ones are there already. */
  copy: (file: F) => Promise<C>;
  /** All files of the page are copied, given in order of their numbers. */
  finish: (job: string, page: number, copies: C[]) => Promise<void>;
};

const atOnce = 16;

/**
 * One step of copying a job's files, the same for each door: small files a page at a time, large ones in chains of their own, one
 * message a step; the end of each calls for its page again, and the last finds everything there.
 */
export const copyStep = async <F extends Numbered, C>(
  { queue, large }: { queue: Queue; large: LargeCopies },
  work: CopyWork<F, C>,
  message: CopyMessage,
): Promise<void> => {
  const { job, page, no, after } = message;
  const files = await work.files(job, page);
  if (files === undefined) {
    await large.forget(job);
    return;
  }
  const next = (body: CopyMessage) => ({ body, group: job });
  if (no !== undefined) {
    const file = files.find((one) => one.no === no);
    if (file === undefined) throw new Error(`There is no file ${no} on page ${page} of ${job}`);
    const place = work.place(file);
    const whole = (await work.isThere(job, file)) || (await large.step(job, place));
    // Not begun anew by itself: that would go round for ever. Whoever starts the page again does it.
    if (whole && !(await work.isThere(job, file))) throw work.differs(file);
    await queue.send([next(whole ? { job, page, after: true } : message)]);
    return;
  }
  const pending: F[] = [];
  await inParallel(
    files.filter(({ size }) => large.isLarge(size)),
    atOnce,
    async (file) => {
      if (!(await work.isThere(job, file))) pending.push(file);
    },
  );
  if (pending.length > 0) {
    if (after === true) return;
    for (const file of pending) await large.again(job, work.place(file).key);
    await queue.send(pending.map((file) => next({ job, page, no: file.no })));
    return;
  }
  const copies: { no: number; copy: C }[] = [];
  await inParallel(files, atOnce, async (file) => {
    copies.push({ no: file.no, copy: await work.copy(file) });
  });
  await work.finish(
    job,
    page,
    copies.sort((a, b) => a.no - b.no).map(({ copy }) => copy),
  );
};

/** Starts the pages of a job, from nothing: a single one is done at once, several go to the queue. */
export const startPages = async <F extends Numbered, C>(
  deps: { queue: Queue; large: LargeCopies },
  work: CopyWork<F, C>,
  job: string,
  pages: number,
): Promise<void> => {
  await deps.large.forget(job);
  const messages = Array.from({ length: pages }, (_, at): CopyMessage => ({ job, page: at + 1 }));
  const [only, ...more] = messages;
  if (only !== undefined && more.length === 0) return copyStep(deps, work, only);
  await deps.queue.send(messages.map((body) => ({ body, group: job })));
};
