import { expect, test } from '@jest/globals';
import { buildIndex } from './features.ts';
import { packIndex, unpackIndex } from './pack.ts';
import { indexReader, publishIndex, type TileStore } from './published.ts';
import { syntheticPlaces } from './testing/places.ts';
import { vectorTile } from './tile.ts';

const { index } = buildIndex(syntheticPlaces(500, 5));
const tiles = [
  { z: 0, x: 0, y: 0 },
  { z: 3, x: 6, y: 3 },
  { z: 5, x: 26, y: 12 },
];

test('an index that was packed gives the same tiles, from wherever its bytes lie', () => {
  const packed = packIndex(index);
  const shifted = new Uint8Array(packed.length + 3).subarray(3);
  shifted.set(packed);
  for (const again of [unpackIndex(packed), unpackIndex(shifted)])
    for (const tile of tiles) expect(vectorTile(again, tile)).toEqual(vectorTile(index, tile));
});

test('an empty index can be packed, too', () => {
  const again = unpackIndex(packIndex(buildIndex([]).index));
  expect(vectorTile(again, { z: 0, x: 0, y: 0 })).toHaveLength(0);
});

test('bytes that were cut off, or are something else, are refused', () => {
  const packed = packIndex(index);
  for (let length = 0; length < packed.length; length += 997)
    expect(() => unpackIndex(packed.slice(0, length))).toThrow(
      expect.objectContaining({ name: 'OtherFormat' }),
    );
  expect(() => unpackIndex(new TextEncoder().encode('<html>no index</html>'))).toThrow();
});

const memory = (): TileStore & { objects: Map<string, Uint8Array> } => {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    get: async (key) => {
      const body = objects.get(key);
      return body && { body, etag: '' };
    },
    put: async (key, body) => objects.set(key, body),
  };
};

test('a reader sees what was published, and the next one after a while', async () => {
  const store = memory();
  let now = 0;
  const read = indexReader({ store, name: 'boreholes', now: () => now, refreshSeconds: 10 });
  expect(await read()).toBeUndefined();
  await publishIndex(store, 'boreholes', index);
  now = 10_000;
  expect((await read())?.points.keys).toHaveLength(500);
  await publishIndex(store, 'boreholes', buildIndex(syntheticPlaces(7)).index);
  now = 19_999;
  expect((await read())?.points.keys).toHaveLength(500);
  now = 20_000;
  expect((await read())?.points.keys).toHaveLength(7);
});

test('an index that is named but gone is told', async () => {
  const store = memory();
  const key = await publishIndex(store, 'boreholes', index);
  store.objects.delete(key);
  await expect(indexReader({ store, name: 'boreholes', now: () => 0 })()).rejects.toThrow(key);
});
