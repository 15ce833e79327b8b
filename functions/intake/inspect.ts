import { createHash } from 'node:crypto';
import type { Finding } from '@geoarchive/contract/shared.ts';
import { type Inspection, inspect as inspectFile } from '@geoarchive/formats/inspect.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { bytesSource } from '@geoarchive/formats/sources.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import type { Failed, Message } from '@geoarchive/platform/worker-handler.ts';
import type { IntakeDeps } from './deps.ts';
import { type FileEntry, fileKey, pageOf } from './file-pages.ts';
import { fileReportRow } from './file-reports.ts';
import { killTraces } from './kill-traces.ts';
import { checksumFindings, mismatch } from './mismatch.ts';
import { countAgain, recordResults } from './results.ts';
import { isOlder, type UploadMessage, uploadMessage } from './upload-message.ts';

export type InspectDeps = Pick<
  IntakeDeps,
  'deposits' | 'pages' | 'table' | 'clock' | 'bucket' | 'register'
> & {
  fixity: Queue;
  characterMaps?: string | undefined;
  bytes?: typeof bytes;
};

const bytes = {
  /** Up to here the file is fetched once and kept in memory; above it only ranges are read. */
  whole: 4 * 1024 ** 2,
  /** Up to here `inspect` hashes the file itself; above it `fixity` does, step by step. */
  hashedHere: 64 * 1024 ** 2,
};
/** The try from which a file that keeps killing or failing its worker is marked. */
const markedAt = 3;
const atOnce = 4;

const inspectionFailed: Finding = {
  code: 'inspection-failed',
  severity: 'error',
  message: {
    zh: '系统多次未能读取该文件；文件已保存，管理员已收到通知。',
    en: 'The system failed to read this file several times; it is kept, and the operators know.',
  },
};

const sourceOf = async (deps: InspectDeps, upload: UploadMessage, name: string): Promise<Source> => {
  const read = (offset: number, length: number) =>
    deps.bucket.read(upload.key, offset, Math.min(length, upload.size - offset), upload.versionId);
  return upload.size <= (deps.bytes ?? bytes).whole
    ? bytesSource(name, await read(0, upload.size))
    : { name, size: upload.size, read };
};

const hashOf = async (
  deps: InspectDeps,
  upload: UploadMessage,
  source: Source,
): Promise<string | undefined> => {
  if (upload.size <= (deps.bytes ?? bytes).whole)
    return createHash('sha256')
      .update(await source.read(0, upload.size))
      .digest('hex');
  const stored = await deps.bucket.head(upload.key, upload.versionId);
  if (stored?.sha256 !== undefined) return stored.sha256;
  if (upload.size > (deps.bytes ?? bytes).hashedHere) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of await deps.bucket.stream(upload.key, 0, upload.size, upload.versionId))
    hash.update(chunk);
  return hash.digest('hex');
};

/** Companions of a file: registered beside it in the same folder and already uploaded. */
const siblingsOf =
  (deps: InspectDeps, upload: UploadMessage, entry: FileEntry) =>
  async (name: string): Promise<Source | undefined> => {
    const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
    const no = (await deps.register.numbersOf(upload.depositId, [folder + name])).get(folder + name);
    if (no === undefined) return undefined;
    const key = fileKey(upload.depositId, no);
    const there = await deps.bucket.head(key);
    return (
      there && {
        name,
        size: there.size,
        read: (offset, length) => deps.bucket.read(key, offset, Math.min(length, there.size - offset)),
      }
    );
  };

/** The finding that a companion is missing belongs to the package check: here it may just not be uploaded yet. */
const ownFindings = (inspection: Inspection): Finding[] =>
  inspection.problems.filter(({ code }) => !code.startsWith('companion'));

type Result = {
  depositId: string;
  entry: FileEntry;
  report?: ReturnType<typeof fileReportRow>;
  /** Still to be hashed, by `fixity`. */
  toHash?: UploadMessage;
};

/** What an entry holds of the upload it tells of; nothing of an earlier one may stay. */
const ofUpload = ({ sequencer, versionId, etag }: UploadMessage) => ({
  sequencer,
  versionId,
  etag,
  replaces: undefined,
});

const inspectOne = async (deps: InspectDeps, upload: UploadMessage, entry: FileEntry): Promise<Result> => {
  const source = await sourceOf(deps, upload, entry.path.split('/').at(-1) ?? entry.path);
  const sha256 = await hashOf(deps, upload, source);
  const inspection = await inspectFile(source, {
    siblings: siblingsOf(deps, upload, entry),
    ...(deps.characterMaps === undefined ? {} : { characterMaps: deps.characterMaps }),
  });
  const findings = [
    ...(upload.size === entry.size ? [] : [mismatch('size-mismatch', `${entry.size} B`, `${upload.size} B`)]),
    ...(sha256 === undefined ? [] : checksumFindings(entry, sha256)),
    ...ownFindings(inspection),
  ];
  const { id, name, mime } = inspection.format;
  const result: FileEntry = {
    ...entry,
    findings,
    format: { id, name, mime },
    ...ofUpload(upload),
    state: sha256 === undefined ? 'registered' : 'inspected',
    sha256,
  };
  const report = fileReportRow(upload.depositId, upload.no, { findings, metadata: inspection.metadata });
  return {
    depositId: upload.depositId,
    entry: result,
    report,
    ...(sha256 === undefined ? { toHash: upload } : {}),
  };
};

/** A file whose worker died or failed again and again is recorded as such, so that the rest of the deposit goes on. */
const markFailed = (upload: UploadMessage, entry: FileEntry): Result => ({
  depositId: upload.depositId,
  entry: {
    ...entry,
    ...ofUpload(upload),
    state: 'inspected',
    sha256: undefined,
    format: undefined,
    findings: [inspectionFailed],
  },
});

/** One result a file, that of its newest upload: one write may not name the same row twice. */
const newest = (results: Result[]): Result[] =>
  [...Map.groupBy(results, ({ depositId, entry }) => `${depositId} ${entry.no}`).values()].map((some) =>
    some.reduce((a, b) => (isOlder(b.entry.sequencer ?? '', a.entry.sequencer) ? a : b)),
  );

const record = async (deps: InspectDeps, results: Result[]): Promise<void> => {
  await deps.table.writeMany(results.flatMap(({ report }) => (report === undefined ? [] : [report])));
  for (const [depositId, some] of Map.groupBy(results, (r) => r.depositId))
    await recordResults(
      deps,
      depositId,
      some.map(({ entry }) => entry),
    );
  // Handed on last: a quick `fixity` must not be overwritten by what is recorded here.
  await deps.fixity.send(
    results.flatMap(({ toHash }) =>
      toHash === undefined ? [] : [{ body: { ...toHash, offset: 0 }, group: toHash.depositId }],
    ),
  );
};

/** Finds entries; each page is read once, however many of its files a batch holds. */
const entryFinder = (deps: InspectDeps) => {
  const read = new Map<string, Promise<Map<number, FileEntry[]>>>();
  return async ({ depositId, no }: UploadMessage): Promise<FileEntry | undefined> => {
    const page = pageOf(no);
    const key = `${depositId} ${page}`;
    const pages = read.get(key) ?? deps.pages.readPages(depositId, [page]);
    read.set(key, pages);
    return (await pages).get(page)?.find((entry) => entry.no === no);
  };
};

/** What a message asks to be read: nothing when it is done, removed, or overtaken by a later upload. */
type Asked = { message: Message; upload: UploadMessage; entry: FileEntry };
const asked = (message: Message, upload: UploadMessage, entry: FileEntry | undefined): Asked[] =>
  entry === undefined || isOlder(upload.sequencer, entry.sequencer) ? [] : [{ message, upload, entry }];
const isKnown = ({ upload, entry }: Asked): boolean =>
  entry.state === 'inspected' && entry.sequencer === upload.sequencer && entry.sha256 !== undefined;

/**
 * Reads what came back, where the function may have died of one of them: one at a time, each recorded before the next is touched,
 * with a trace written before and taken away after it. What has a trace killed its function; it goes back untouched until it is
 * in nobody's company (`others` came back too and are done), so that it ends in the dead letters alone.
 */
const inspectSuspects = async (
  deps: InspectDeps,
  suspects: Asked[],
  others: number,
  failed: Failed[],
): Promise<void> => {
  const traces = killTraces(deps.table);
  const traced: Asked[] = [];
  const clean: Asked[] = [];
  for (const one of suspects) ((await traces.has(one.upload)) ? traced : clean).push(one);
  // Marked, so that the rest of the deposit goes on; read once more, it is unmarked.
  const marked = traced.filter(({ message }) => message.receives >= markedAt);
  await record(deps, newest(marked.map(({ upload, entry }) => markFailed(upload, entry))));
  const apart = clean.length + others > 0;
  for (const { message } of apart ? traced : [])
    failed.push({ id: message.id, error: new Error('It killed its function: it is tried by itself') });
  for (const { message, upload, entry } of apart ? clean : traced) {
    await traces.leave(upload);
    try {
      await record(deps, [await inspectOne(deps, upload, entry)]);
    } catch (error) {
      failed.push({ id: message.id, error });
      if (message.receives >= markedAt) await record(deps, [markFailed(upload, entry)]);
    }
    await traces.remove(upload);
  }
};

/** Reads the uploaded files of a batch: checks size and checksum, identifies, reads metadata, records results page by page. */
export const inspectBatch = async (deps: InspectDeps, messages: Message[]): Promise<Failed[]> => {
  const failed: Failed[] = [];
  const results: Result[] = [];
  const known: UploadMessage[] = [];
  const suspects: Asked[] = [];
  let others = 0;
  const find = entryFinder(deps);
  const treat = async (message: Message): Promise<void> => {
    try {
      const upload = uploadMessage.parse(message.body);
      for (const one of asked(message, upload, await find(upload)))
        if (isKnown(one)) {
          known.push(upload);
          others += message.receives > 1 ? 1 : 0;
        } else if (message.receives > 1) suspects.push(one);
        else results.push(await inspectOne(deps, upload, one.entry));
    } catch (error) {
      failed.push({ id: message.id, error });
    }
  };
  await inParallel(messages, atOnce, treat);
  await record(deps, newest(results));
  for (const [depositId, some] of Map.groupBy(known, (upload) => upload.depositId))
    await countAgain(deps, depositId, [...new Set(some.map(({ no }) => pageOf(no)))]);
  await inspectSuspects(deps, suspects, others, failed);
  return failed;
};
