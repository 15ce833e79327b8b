import { createHash, createPublicKey } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { joinCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Signers } from '@geoarchive/platform/signers.ts';
import * as z from 'zod';
import { type LocalFile, measure } from '../local-file.ts';
import { type Bundle, manifestKey, readBundle, readManifest } from './bundle.ts';
import { checkUnbroken, fileIn, folderSource, type Place, placesIn } from './folder.ts';

type Options = { inbox: Bucket; isSigned: Signers; signer: string; disk: string };
type Imported = { bundles: number; last: number };

/** Names a public key (PEM): each signer numbers its own bundles. */
export const fingerprint = (pem: string): string =>
  createHash('sha256')
    .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** What this side has taken in of a signer; an object beside the bundles, which nobody but the ferry reads. */
const stateKey = ({ signer }: Options): string => `ferry/door-2/${signer}.json`;
const state = z.object({ last: z.number().int() });
const lastOf = async (options: Options): Promise<number> => {
  const bytes = await options.inbox.readAll(stateKey(options));
  return bytes === undefined ? 0 : state.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).last;
};

const put = async (signed: { url: string; headers: Record<string, string> }, body: Blob): Promise<void> => {
  const answer = await fetch(signed.url, { method: 'PUT', headers: signed.headers, body });
  if (!answer.ok)
    throw new Error(`S3 refused a file: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
};

const partsOf = ({ size, crc64s }: LocalFile) =>
  crc64s.map((crc64, at) => {
    const offset = at * partBytes(size);
    return { part: at + 1, crc64, offset, size: Math.min(partBytes(size), size - offset) };
  });

/** Sends a file with its checksums, as an uploader does, unless it is there from an earlier time. */
const sendFile = async (inbox: Bucket, key: string, local: LocalFile): Promise<void> => {
  const parts = partsOf(local);
  const whole = parts.length === 0 ? undefined : joinCrc64(parts);
  const there = await inbox.head(key);
  if (
    there?.size === local.size &&
    (whole === undefined ? there.sha256 === local.sha256 : there.crc64 === whole)
  )
    return;
  const blob = await openAsBlob(local.file);
  if (whole === undefined || partCount(local.size) === 1)
    return put(await inbox.signPut(key, local.size, local.sha256), blob);
  const uploadId = await inbox.createUpload(key);
  for (const { part, crc64, offset, size } of parts)
    await put(await inbox.signPart(key, { uploadId, part, size, crc64 }), blob.slice(offset, offset + size));
  await inbox.completeUpload(key, uploadId, (await inbox.listParts(key, uploadId)) ?? [], whole);
};

const proven = async (place: Place, isSigned: Signers): Promise<Bundle> => {
  const source = folderSource(place.folder);
  const manifest = await readManifest(source, manifestKey(place.bundleId), isSigned);
  if (manifest.bundleId !== place.bundleId || manifest.sequence !== place.sequence)
    throw new Error(`${place.folder}: holds bundle ${manifest.sequence}, ${manifest.bundleId}`);
  return readBundle(source, manifest);
};

/** The files and lists first, the manifest last: with it the bundle exists, and S3 tells `ingest`. */
const sendBundle = async ({ inbox, isSigned }: Options, place: Place): Promise<void> => {
  const bundle = await proven(place, isSigned);
  for (const { key, size, sha256 } of bundle.files) {
    const local = await measure(key, fileIn(place.folder, key));
    if (local.size !== size || local.sha256 !== sha256)
      throw new Error(`${local.file}: not what its bundle says`);
    await sendFile(inbox, key, local);
  }
  for (const key of [...bundle.pages, manifestKey(place.bundleId)])
    await inbox.put(key, await readFile(fileIn(place.folder, key)));
};

/**
 * Puts the bundles of a disk into the inbox of this side, each after proving signature, lists and files, in the order of their
 * numbers. What was taken in before is passed over. Throws at a gap, an unknown signer or a damaged file; what came before stays.
 */
export const importBundles = async (options: Options): Promise<Imported> => {
  const before = await lastOf(options);
  const places = (await placesIn(options.disk)).filter(({ sequence }) => sequence > before);
  let last = before;
  for (const [at, place] of places.entries()) {
    checkUnbroken(last, [place]);
    await sendBundle(options, place);
    if (places[at + 1]?.sequence === place.sequence) continue;
    last = place.sequence;
    await options.inbox.put(stateKey(options), JSON.stringify({ last }));
  }
  return { bundles: places.length, last };
};
