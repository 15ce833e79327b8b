import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
  type DoorTwoManifest,
  doorTwoManifest,
  type ReleasedFile,
  releasedFiles,
  signedManifest,
} from '@geoarchive/contract/release-bundle.ts';
import type { Signers } from '@geoarchive/platform/signers.ts';

/** Where a bundle is read from, a bucket or a folder; keys are those of the inbox bucket. */
export type Source = { read: (key: string) => Promise<Uint8Array | undefined> };
/**
 * A bundle of door 2 whose signature is proven, and the small objects that it names besides its files (lists of files, the document and the
 * curves of a hole: `pages`); the content of its files is not yet.
 */
export type Bundle = { manifest: DoorTwoManifest; pages: string[]; files: ReleasedFile[] };

export const manifestKey = (bundleId: string): string => `bundles/${bundleId}/manifest.json`;
const hex = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Reads a manifest. Throws when it is not there, or signed by nobody who is trusted. */
export const readManifest = async (
  { read }: Source,
  key: string,
  isSigned: Signers,
): Promise<DoorTwoManifest> => {
  const bytes = await read(key);
  if (bytes === undefined) throw new Error(`${key}: not there`);
  const { manifest, signature } = signedManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (!isSigned(manifest, signature)) throw new Error(`${key}: not signed by a trusted key`);
  return doorTwoManifest.parse(JSON.parse(manifest));
};

type Whole = { key: string; sha256: string; packed: boolean };

/** What a hole brings beside its manifest. A curve bears the hash of its values, and lies packed. */
const wholeOf = (manifest: DoorTwoManifest): Whole[] =>
  manifest.format === 'geoarchive-hole/1' && manifest.op === 'publish'
    ? [
        { ...manifest.content, packed: false },
        ...manifest.curves.map((curve) => ({ ...curve, packed: true })),
      ]
    : [];

const isWhole = (bytes: Uint8Array, { sha256, packed }: Whole): boolean => {
  try {
    return hex(packed ? gunzipSync(bytes) : bytes) === sha256;
  } catch {
    return false;
  }
};

const provenWhole = async (
  read: Source['read'],
  all: readonly Whole[],
  own: (key: string) => string,
): Promise<string[]> => {
  for (const one of all) {
    const bytes = await read(own(one.key));
    if (bytes === undefined || !isWhole(bytes, one)) throw new Error(`${one.key}: not what its bundle says`);
  }
  return all.map(({ key }) => key);
};

/** Reads the lists of files that a manifest names. Throws when one is not what was signed, or names a place outside its bundle. */
export const readBundle = async ({ read }: Source, manifest: DoorTwoManifest): Promise<Bundle> => {
  const inside = `bundles/${manifest.bundleId}/`;
  const own = (key: string): string => {
    if (!key.startsWith(inside) || !/^[\w/.-]+$/.test(key) || key.split('/').includes('..'))
      throw new Error(`Bundle ${manifest.bundleId} names ${key}, which is not its own`);
    return key;
  };
  // Notices, the state of submissions, figures, use and grants are whole in their manifest.
  const named = manifest.format === 'geoarchive-release/2' && manifest.op === 'publish' ? manifest.pages : [];
  const files: ReleasedFile[] = [];
  const whole = await provenWhole(read, wholeOf(manifest), own);
  for (const { key, sha256 } of named) {
    const bytes = await read(own(key));
    if (bytes === undefined || hex(bytes) !== sha256) throw new Error(`${key}: not what its bundle says`);
    files.push(...releasedFiles.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
  }
  for (const { key } of files) own(key);
  return { manifest, pages: [...named.map(({ key }) => key), ...whole], files };
};
