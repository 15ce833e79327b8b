import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import * as z from 'zod';
import type { TileIndex } from './features.ts';
import { packIndex, unpackIndex } from './pack.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** What is needed of a bucket. */
export type TileStore = {
  get(key: string): Promise<{ body: Uint8Array; etag: string } | undefined>;
  put(key: string, body: Uint8Array): Promise<unknown>;
};

const pointer = z.object({ key: z.string() });
const pointerKey = (name: string): string => `tiles/${name}/current.json`;

/**
 * Stores an index and then says that it is the one to be read; readers see the whole old or the whole new one. One writer at a
 * time: of two, the later pointer counts. An older index stays, for readers on their way to it; a lifecycle rule clears it away.
 */
export const publishIndex = async (store: TileStore, name: string, index: TileIndex): Promise<string> => {
  const packed = packIndex(index);
  const key = `tiles/${name}/${createHash('sha256').update(packed).digest('hex').slice(0, 32)}.zst`;
  await store.put(key, await compress(packed, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }));
  await store.put(pointerKey(name), new TextEncoder().encode(JSON.stringify({ key })));
  return key;
};

/** Reads the published index, and looks for a newer one every `refreshSeconds`; undefined while there is none. */
export const indexReader = (of: {
  store: TileStore;
  name: string;
  now: () => number;
  refreshSeconds?: number;
}) => {
  let held: { key: string; index: TileIndex } | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  const load = async (): Promise<void> => {
    const found = await of.store.get(pointerKey(of.name));
    if (found === undefined) return;
    const { key } = pointer.parse(JSON.parse(new TextDecoder().decode(found.body)));
    if (key === held?.key) return;
    const stored = await of.store.get(key);
    if (stored === undefined) throw new Error(`The tile index ${key} is not there`);
    held = { key, index: unpackIndex(new Uint8Array(await decompress(stored.body))) };
  };
  let loading: Promise<void> | undefined;
  return async (): Promise<TileIndex | undefined> => {
    if (of.now() - checkedAt >= (of.refreshSeconds ?? 10) * 1000) {
      loading ??= load().finally(() => {
        loading = undefined;
      });
      await loading;
      checkedAt = of.now();
    }
    return held?.index;
  };
};
