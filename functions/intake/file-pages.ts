import { finding } from '@geoarchive/contract/shared.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { ConditionFailed, type Row, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { fitEntry } from './fit-entry.ts';
import { bareEtag } from './upload-message.ts';

/** One file of a deposit as its page holds it. */
const entry = z.object({
  no: z.number(),
  path: z.string(),
  size: z.number(),
  /** As the submitter declared it. */
  declaredSha256: z.string().optional(),
  uploadId: z.string().optional(),
  state: z.enum(['registered', 'inspected']),
  /** S3's sequencer of the upload that was inspected: an older one never overwrites a newer. */
  sequencer: z.string().optional(),
  versionId: z.string().optional(),
  etag: z.string().optional(),
  /** Declared anew since: the object with this ETag is what was there before, not the upload that is awaited. */
  replaces: z.string().optional(),
  sha256: z.string().optional(),
  crc64: z.string().optional(),
  format: z.object({ id: z.string(), name: z.string(), mime: z.string() }).optional(),
  findings: z.array(finding).default([]),
});
export type FileEntry = z.infer<typeof entry>;
const page = z.object({ files: z.record(z.string(), entry) });

const head = z.object({
  /** Entries with this number or above are not part of the deposit: their registration never finished. */
  nextNo: z.number(),
  live: z.number(),
  bytes: z.number(),
  /** How many files of each page are inspected, by page. */
  done: z.record(z.string(), z.number()).default({}),
});
export type FilesHead = z.infer<typeof head>;

export const pageOf = (no: number): number => Math.ceil(no / limits.filesPerPage);
const field = (n: number): string => `f${n}`;
export const fileKey = (depositId: string, no: number): string =>
  `files/${depositId}/${String(no).padStart(6, '0')}`;

/** The files of deposits, on pages of up to 100, with a head that counts them. */
export const filePages = (table: Table) => {
  const pk = (depositId: string) => `deposit#${depositId}`;
  const pageKey = (depositId: string, no: number) => ({
    pk: pk(depositId),
    sk: `page#${String(no).padStart(5, '0')}`,
  });
  const headKey = (depositId: string) => ({ pk: pk(depositId), sk: 'files' });
  const entriesOf = (row: Row): FileEntry[] =>
    Object.values(page.parse(row).files).sort((a, b) => a.no - b.no);

  const readHead = async (depositId: string): Promise<FilesHead> => {
    const row = await table.get(headKey(depositId));
    return row === undefined ? { nextNo: 1, live: 0, bytes: 0, done: {} } : head.parse(row);
  };

  const readPages = async (depositId: string, numbers: number[]): Promise<Map<number, FileEntry[]>> => {
    const rows = await table.getMany(numbers.map((no) => pageKey(depositId, no)));
    // By the page's own number: a page whose files were all removed has no entry that could tell.
    return new Map(rows.map((row) => [Number(String(row['sk']).slice('page#'.length)), entriesOf(row)]));
  };

  /** Every file of the deposit in order, page by page. */
  async function* eachPage(depositId: string): AsyncGenerator<FileEntry[]> {
    const { nextNo } = await readHead(depositId);
    for await (const row of table.each(pk(depositId), 'page#'))
      yield entriesOf(row).filter(({ no }) => no < nextNo);
  }

  const find = async (depositId: string, no: number): Promise<FileEntry | undefined> => {
    const { nextNo } = await readHead(depositId);
    if (no >= nextNo) return undefined;
    return (await readPages(depositId, [pageOf(no)])).get(pageOf(no))?.find((file) => file.no === no);
  };

  /** Sets whole entries on one page in one write; the page is made when it is new. Gives the page as it then is. */
  const setEntries = async (
    depositId: string,
    pageNo: number,
    entries: FileEntry[],
  ): Promise<FileEntry[]> => {
    const names: Record<string, string> = { '#files': 'files' };
    const values: Row = {};
    for (const e of entries.map(fitEntry)) {
      names[`#${field(e.no)}`] = field(e.no);
      values[`:${field(e.no)}`] = e;
    }
    const set = entries.map((e) => `#files.#${field(e.no)} = :${field(e.no)}`).join(', ');
    const key = pageKey(depositId, pageNo);
    const change = {
      UpdateExpression: `SET ${set}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    };
    try {
      return entriesOf(await table.update(key, change));
    } catch (error) {
      // The map `files` is not there yet: make the page, then set again.
      if (!(error instanceof Error && error.name === 'ValidationException')) throw error;
      await table.update(key, {
        UpdateExpression: 'SET #files = if_not_exists(#files, :empty)',
        ExpressionAttributeNames: { '#files': 'files' },
        ExpressionAttributeValues: { ':empty': {} },
      });
      return entriesOf(await table.update(key, change));
    }
  };

  /** Gives a file its upload id unless it has one; of several at once the first wins. Gives the one that counts. */
  const claimUpload = async (depositId: string, no: number, uploadId: string): Promise<string> => {
    const row = await table.update(pageKey(depositId, pageOf(no)), {
      UpdateExpression: 'SET #files.#f.uploadId = if_not_exists(#files.#f.uploadId, :id)',
      ExpressionAttributeNames: { '#files': 'files', '#f': field(no) },
      ExpressionAttributeValues: { ':id': uploadId },
    });
    return entriesOf(row).find((file) => file.no === no)?.uploadId ?? uploadId;
  };

  const removeEntry = async (depositId: string, no: number): Promise<void> => {
    await table.update(pageKey(depositId, pageOf(no)), {
      UpdateExpression: 'REMOVE #files.#f',
      ExpressionAttributeNames: { '#files': 'files', '#f': field(no) },
    });
  };

  /** Forgets the multipart upload of a file: it was joined, or S3 does not know it any more. */
  const forgetUpload = async (depositId: string, no: number): Promise<void> => {
    await table.update(pageKey(depositId, pageOf(no)), {
      UpdateExpression: 'REMOVE #files.#f.uploadId',
      ExpressionAttributeNames: { '#files': 'files', '#f': field(no) },
    });
  };

  /** Notes how many files of a page are inspected; `force` also lets the number fall (a recount). */
  const noteDone = async (
    depositId: string,
    pageNo: number,
    count: number,
    force = false,
  ): Promise<FilesHead> => {
    const names = { '#done': 'done', '#p': `p${pageNo}` };
    const row = await table.update(headKey(depositId), {
      UpdateExpression: 'SET #done.#p = :count',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':count': count },
      ...(force ? {} : { ConditionExpression: 'attribute_not_exists(#done.#p) OR #done.#p < :count' }),
    });
    return head.parse(row);
  };

  /** Sets how many files there are, where a crash between removing one and counting it left the number too high. */
  const mendLive = async (depositId: string, seen: FilesHead, live: number): Promise<void> => {
    await table
      .update(headKey(depositId), {
        UpdateExpression: 'SET live = :live',
        ConditionExpression: 'live = :seen AND nextNo = :next',
        ExpressionAttributeValues: { ':live': live, ':seen': seen.live, ':next': seen.nextNo },
      })
      .catch((error: unknown) => {
        // Files came or went meanwhile: nobody's mistake.
        if (!(error instanceof ConditionFailed)) throw error;
      });
  };

  return {
    pk,
    headKey,
    pageKey,
    readHead,
    readPages,
    eachPage,
    find,
    setEntries,
    claimUpload,
    removeEntry,
    forgetUpload,
    noteDone,
    mendLive,
    entriesOf,
  };
};
export type FilePages = ReturnType<typeof filePages>;

/** Whether an object is the one that was there before its file was declared anew. */
export const isReplaced = (entry: FileEntry, there: { etag: string } | undefined): boolean =>
  entry.replaces !== undefined && entry.replaces === bareEtag(there?.etag ?? '');

const uploadAgain = new Set(['checksum-mismatch', 'size-mismatch', 'inspection-failed']);
/** Whether what was uploaded is there and need not be uploaded again. */
export const isUploaded = ({ state, findings }: FileEntry): boolean =>
  state === 'inspected' && !findings.some(({ code }) => uploadAgain.has(code));

/** Whether every registered file is inspected. */
export const allDone = (of: FilesHead): boolean =>
  Object.values(of.done).reduce((sum, n) => sum + n, 0) >= of.live;
