import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { partKey } from './keys.ts';
import type { Segment } from './pointer.ts';
import type { ObjectStore } from './store.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Bytes of the file in one object: little enough for a function's memory, enough to load at full speed. */
const PART = 32 * 1024 * 1024;
const AT_ONCE = 3;

/** A segment that the pointer names is gone: the pointer was read before a compaction removed it. */
export class MissingSegment extends Error {
  override name = 'MissingSegment';
}

/** Stores a file as compressed parts under a new name. */
export const uploadBase = async (
  store: ObjectStore,
  prefix: string,
  name: string,
  path: string,
  partBytes = PART,
): Promise<Segment[]> => {
  const file = await open(path);
  try {
    const segments: Segment[] = [];
    const { size } = await file.stat();
    for (let at = 0; at < size; at += partBytes) {
      const buffer = Buffer.alloc(Math.min(partBytes, size - at));
      await file.read(buffer, 0, buffer.length, at);
      const body = await compress(buffer, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
      const key = partKey(prefix, name, segments.length);
      await store.put(key, body);
      segments.push({ key, bytes: body.length });
    }
    return segments;
  } finally {
    await file.close();
  }
};

/** Loads a segment. Throws `MissingSegment`. */
export const loadSegment = async (store: ObjectStore, { key }: Segment): Promise<Uint8Array> => {
  const found = await store.get(key);
  if (!found) throw new MissingSegment(key);
  return found.body;
};

/** Puts the parts together again as a file. Throws `MissingSegment`. */
export const downloadBase = async (
  store: ObjectStore,
  segments: readonly Segment[],
  path: string,
): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    for (let at = 0; at < segments.length; at += AT_ONCE) {
      const bodies = await Promise.all(
        segments.slice(at, at + AT_ONCE).map(async (s) => decompress(await loadSegment(store, s))),
      );
      for (const body of bodies) await file.writeFile(body);
    }
  } finally {
    await file.close();
  }
};
