import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Signers } from '@geoarchive/platform/signers.ts';
import { type Bundle, manifestKey, readBundle, readManifest } from './bundle.ts';
import { checkUnbroken, fileIn, placeName, placesIn } from './folder.ts';

type Options = { inbox: Bucket; isSigned: Signers; disk: string; after?: number };
type Exported = { bundles: number; last: number };

const writeFileProven = async (
  inbox: Bucket,
  folder: string,
  { key, size, sha256 }: Bundle['files'][number],
): Promise<void> => {
  const path = fileIn(folder, key);
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const content = size === 0 ? Readable.from([]) : await inbox.stream(key, 0, size);
  await pipeline(content, hashing, createWriteStream(path, { flush: true }));
  if (hash.digest('hex') !== sha256) throw new Error(`${key}: not what its bundle says`);
};

/** Writes one bundle beside its place and moves it there when all of it is proven: what has its name on the disk is whole. */
const writeBundle = async ({ inbox, disk }: Options, bundle: Bundle): Promise<void> => {
  const { sequence, bundleId } = bundle.manifest;
  const folder = join(disk, placeName(sequence, bundleId));
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  for (const key of [...bundle.pages, manifestKey(bundleId)]) {
    const path = fileIn(unfinished, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, (await inbox.readAll(key)) ?? '', { flush: true });
  }
  for (const file of bundle.files) await writeFileProven(inbox, unfinished, file);
  await rename(unfinished, folder);
};

/**
 * Writes the bundles of door 2 with numbers above `after` (default: the highest on the disk) to a disk, proven, in order. What is
 * on the disk already is left alone, so an interrupted export goes on. Throws when a number is missing.
 */
export const exportBundles = async (options: Options): Promise<Exported> => {
  const { inbox, disk, isSigned } = options;
  const source = { read: inbox.readAll };
  const there = await placesIn(disk);
  const known = new Set(there.map(({ bundleId }) => bundleId));
  const after = options.after ?? there.at(-1)?.sequence ?? 0;
  const found = [];
  for await (const { key } of inbox.list('bundles/'))
    if (key.endsWith('/manifest.json')) found.push(await readManifest(source, key, isSigned));
  const wanted = found.filter(({ sequence }) => sequence > after).sort((a, b) => a.sequence - b.sequence);
  checkUnbroken(after, wanted);
  const lacking = wanted.filter(({ bundleId }) => !known.has(bundleId));
  for (const manifest of lacking) await writeBundle(options, await readBundle(source, manifest));
  return { bundles: lacking.length, last: wanted.at(-1)?.sequence ?? after };
};
