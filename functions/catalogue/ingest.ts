import { createHash } from 'node:crypto';
import {
  type DoorTwoManifest,
  doorTwoManifest,
  type ReleasedFile,
  type ReleaseManifest,
  releasedFiles,
  signedManifest,
} from '@geoarchive/contract/release-bundle.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type CopyWork, copyMessage, copyStep, startPages } from '@geoarchive/platform/copy-pages.ts';
import { type LargeCopies, largeCopies } from '@geoarchive/platform/large-copy.ts';
import { type Bucket, isTrueCopy, type StoredObject } from '@geoarchive/platform/objects.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import type { Signers } from '@geoarchive/platform/signers.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { arrivals } from '@geoarchive/platform/store/arrivals.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import * as z from 'zod';
import type { HeldGrants } from '../delivery/grant-store.ts';
import { ingestGrant } from '../delivery/ingest-grant.ts';
import type { FigureStore } from './figure-store.ts';
import type { PublicHoleStore } from './hole-store.ts';
import { ingestHole } from './ingest-hole.ts';
import type { PublicNoticeStore } from './notice-store.ts';
import type { HeldFile, RecordStore } from './record-store.ts';
import type { SubmissionStore } from './submission-store.ts';

export type IngestDeps = {
  table: Table;
  clock: Clock;
  records: RecordStore;
  holes: PublicHoleStore;
  notices: PublicNoticeStore;
  submissions: SubmissionStore;
  figures: FigureStore;
  /** Grants of use, and what door 3 delivered for them. */
  held: HeldGrants;
  delivery: Pick<Bucket, 'list' | 'removeAll'>;
  inbox: Bucket;
  files: Bucket;
  releaseKey: SigningKey;
  /** Signers in other networks whose bundles a ferry brings. */
  signers?: Signers;
  ingests: Queue;
  large?: LargeCopies;
};
type Publication = Extract<ReleaseManifest, { op: 'publish' }>;

const notification = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).default([]),
});
const hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const fileKey = (recordId: string, version: number, no: number): string =>
  `files/${recordId}/${version}/${String(no).padStart(6, '0')}`;
const largeOf = (deps: IngestDeps): LargeCopies => deps.large ?? largeCopies(deps.table, deps.files);

const readManifest = async (deps: IngestDeps, key: string): Promise<DoorTwoManifest> => {
  const bytes = await deps.inbox.readAll(key);
  if (bytes === undefined) throw new Error(`${key} is not in the inbox`);
  const { manifest, signature } = signedManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const known = deps.signers?.(manifest, signature) === true;
  if (!known && !(await deps.releaseKey.verify(hex(manifest), signature)))
    throw new Error(`${key} is not signed by the release key`);
  return doorTwoManifest.parse(JSON.parse(manifest));
};

/** The files of a page, proven by the signed manifest. */
const readPage = async (deps: IngestDeps, of: Publication, page: number): Promise<ReleasedFile[]> => {
  const named = of.pages[page - 1];
  if (named === undefined) throw new Error(`Bundle ${of.bundleId} has no page ${page}`);
  const bytes = await deps.inbox.readAll(named.key);
  if (bytes === undefined || hex(bytes) !== named.sha256)
    throw new Error(`${named.key} is not what its bundle says`);
  return releasedFiles.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
};

/** Removes what older versions left: what was withdrawn or left out must not lie in the portal's bucket or table. */
const clearOlder = async (deps: IngestDeps, recordId: string, version: number): Promise<void> => {
  const older = new Set<string>();
  for await (const { key } of deps.files.list(`files/${recordId}/`)) {
    const [, , of] = key.split('/');
    if (of !== undefined && Number(of) < version) older.add(of);
  }
  for (const of of older) await deps.files.removeAll(`files/${recordId}/${of}/`);
  await deps.records.clearOlder(recordId, version);
};

const workOf = (deps: IngestDeps, of: Publication): CopyWork<ReleasedFile, HeldFile> => {
  const placeOf = ({ no, key, size }: ReleasedFile) => ({
    from: { bucket: deps.inbox.name, key, size },
    key: fileKey(of.recordId, of.version, no),
  });
  const differs = ({ key }: ReleasedFile) => new Error(`${key} is not what its bundle says`);
  const isTrue = async (copy: StoredObject | undefined, { key, size, sha256 }: ReleasedFile) => {
    if (copy === undefined) return false;
    const source = copy.sha256 === undefined ? await deps.inbox.head(key) : undefined;
    return isTrueCopy(copy, { size, sha256, crc64: source?.crc64 });
  };
  return {
    async files(_, page) {
      const there = await deps.records.version(of.recordId);
      if (there < of.version) return readPage(deps, of, page);
      // Published by a twin, or overtaken by a later version or a withdrawal: what came in since is cleared away.
      await clearOlder(deps, of.recordId, there);
      return undefined;
    },
    place: placeOf,
    isThere: async (_, file) => isTrue(await deps.files.head(placeOf(file).key), file),
    differs,
    async copy(file) {
      const { from, key } = placeOf(file);
      const there = largeOf(deps).isLarge(file.size)
        ? await deps.files.head(key)
        : await deps.files.copyFrom(from, key);
      if (!(await isTrue(there, file))) throw differs(file);
      return { ...file, key };
    },
    async finish(job, page, copies) {
      await deps.records.putFiles(of.recordId, of.version, page, copies);
      if ((await largeOf(deps).notePage(job, page)) >= of.pages.length) {
        await publish(deps, of);
        await largeOf(deps).forget(job);
        return;
      }
      // Overtaken while it was copied: whoever cleared away did not see this page.
      const there = await deps.records.version(of.recordId);
      if (there > of.version) await clearOlder(deps, of.recordId, there);
    },
  };
};

/** Makes the record public; one that a later version or a withdrawal overtook meanwhile leaves nothing. */
const publish = async (deps: IngestDeps, of: Publication): Promise<void> => {
  const { recordId: id, version, record, formats } = of;
  await deps.records.publish({ ...record, id, version, formats });
  await clearOlder(deps, id, await deps.records.version(id));
};

const ingestRelease = async (deps: IngestDeps, key: string, manifest: ReleaseManifest): Promise<void> => {
  const { recordId, version } = manifest;
  // First what people see, so that nobody gets a link any more, then the files. What is there already is gone through
  // once more, because a crash may have come in between; an older version changes nothing.
  if (manifest.op === 'remove') await deps.records.remove(recordId, version);
  else if ((await deps.records.version(recordId)) < version) {
    if (manifest.pages.length === 0) await publish(deps, manifest);
    const chain = { queue: deps.ingests, large: largeOf(deps) };
    await startPages(chain, workOf(deps, manifest), key, manifest.pages.length);
    return;
  }
  await clearOlder(deps, recordId, version);
};

const ingestOne = async (deps: IngestDeps, key: string): Promise<void> => {
  const manifest = await readManifest(deps, key);
  await arrivals(deps.table, deps.clock).note('door-2', manifest.sequence);
  switch (manifest.format) {
    case 'geoarchive-release/2':
      return ingestRelease(deps, key, manifest);
    case 'geoarchive-notice/1':
      await deps.notices.put(manifest.notice);
      return;
    case 'geoarchive-submissions/1':
      return deps.submissions.putAll(manifest.rows);
    case 'geoarchive-usage/1':
      return deps.records.putUsage(manifest);
    case 'geoarchive-figures/1':
      return deps.figures.put(manifest.figures);
    case 'geoarchive-grant/1':
      return ingestGrant(deps, manifest.grant);
    case 'geoarchive-hole/1':
      return ingestHole(deps, manifest);
  }
};

/** A step of taking a bundle in: a page of its files, or the next parts of a large one. The last page makes it public. */
const ingestStep = async (deps: IngestDeps, body: unknown): Promise<void> => {
  const message = copyMessage.parse(body);
  const manifest = await readManifest(deps, message.job);
  // Only a publication has files to go on with.
  if (manifest.format !== 'geoarchive-release/2' || manifest.op === 'remove') return;
  await copyStep({ queue: deps.ingests, large: largeOf(deps) }, workOf(deps, manifest), message);
};

/** Door 2 from the portal's side: proves a bundle and takes it in. A bundle older than what is there changes nothing. */
export const ingestBundles = async (deps: IngestDeps, { body }: Message): Promise<void> => {
  if (copyMessage.safeParse(body).success) return ingestStep(deps, body);
  for (const { s3 } of notification.parse(body).Records)
    await ingestOne(deps, decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
};
