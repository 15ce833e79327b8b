import { createHash } from 'node:crypto';
import {
  type ReleaseManifest,
  releaseManifest,
  signedManifest,
} from '@geoarchive/contract/release-bundle.ts';
import { type Bucket, isTrueCopy } from '@geoarchive/platform/objects.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { z } from 'zod';
import type { HeldRecord, RecordStore } from './record-store.ts';

export type IngestDeps = { records: RecordStore; inbox: Bucket; files: Bucket; releaseKey: SigningKey };

const notification = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).default([]),
});
const hex = (data: string): string => createHash('sha256').update(data).digest('hex');
const fileKey = (recordId: string, version: number, no: number): string =>
  `files/${recordId}/${version}/${String(no).padStart(6, '0')}`;

const readManifest = async (deps: IngestDeps, key: string): Promise<ReleaseManifest> => {
  const bytes = await deps.inbox.readAll(key);
  if (bytes === undefined) throw new Error(`${key} is not in the inbox`);
  const { manifest, signature } = signedManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (!(await deps.releaseKey.verify(hex(manifest), signature)))
    throw new Error(`${key} is not signed by the release key`);
  return releaseManifest.parse(JSON.parse(manifest));
};

const publish = async (deps: IngestDeps, of: Extract<ReleaseManifest, { op: 'publish' }>): Promise<void> => {
  const files: HeldRecord['files'] = [];
  for (const file of of.files) {
    const key = fileKey(of.recordId, of.version, file.no);
    const copy = await deps.files.copyFrom({ bucket: deps.inbox.name, key: file.key, size: file.size }, key);
    const source = copy.sha256 === undefined ? await deps.inbox.head(file.key) : undefined;
    if (!isTrueCopy(copy, { size: file.size, sha256: file.sha256, crc64: source?.crc64 }))
      throw new Error(`${file.key} is not what its bundle says`);
    files.push({ ...file, key });
  }
  await deps.records.publish({ ...of.record, id: of.recordId, version: of.version, files });
};

/** Removes the files of versions before this one: what was withdrawn or left out must not lie in the portal's bucket. */
const clearOlder = async (deps: IngestDeps, recordId: string, version: number): Promise<void> => {
  const older = new Set<string>();
  for await (const { key } of deps.files.list(`files/${recordId}/`)) {
    const [, , of] = key.split('/');
    if (of !== undefined && Number(of) < version) older.add(of);
  }
  for (const of of older) await deps.files.removeAll(`files/${recordId}/${of}/`);
};

const ingestOne = async (deps: IngestDeps, key: string): Promise<void> => {
  const manifest = await readManifest(deps, key);
  const { recordId, version } = manifest;
  // First what people see, so that nobody gets a link any more, then the files. What is there already is gone through
  // once more, because a crash may have come in between; an older version changes nothing.
  if (manifest.op === 'remove') await deps.records.remove(recordId, version);
  else if ((await deps.records.version(recordId)) < version) await publish(deps, manifest);
  await clearOlder(deps, recordId, version);
};

/** Door 2 from the portal's side: proves a bundle and takes it in. A bundle older than what is there changes nothing. */
export const ingestBundles = async (deps: IngestDeps, { body }: Message): Promise<void> => {
  for (const { s3 } of notification.parse(body).Records)
    await ingestOne(deps, decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
};
