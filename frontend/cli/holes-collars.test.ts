import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Client } from '@geoarchive/contract/client.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { collarWriter, saveCollars } from './holes-collars.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'collars-'));
});
afterAll(() => rm(folder, { recursive: true }));

const all = [
  { id: 'a', header: { hole: 'ZK1', holeType: 'geological' }, place: { longitude: 110, latitude: 30 } },
  { id: 'b', header: { hole: 'ZK2', holeType: 'geological' } },
];
/** Answers a question page by page, one hole a page, as the list of holes does. */
const archive = (total: number, asked: unknown[] = []) => {
  const call = async (_: unknown, { query }: { query: { limit: number; cursor?: string } }) => {
    asked.push(query);
    const at = Number(query.cursor ?? 0);
    return {
      total,
      items: query.limit === 0 ? [] : all.slice(at, at + 1),
      ...(at + 1 < all.length ? { cursor: `${at + 1}` } : {}),
    };
  };
  // Only the list is asked for here.
  return { call } as unknown as Pick<Client, 'call'>;
};
const save = (client: Pick<Client, 'call'>, out: string) => {
  const write = collarWriter(out);
  if (write === undefined) throw new Error(`${out} is no file of collars`);
  return saveCollars(client, { q: 'ZK' }, out, write);
};

test('a GeoPackage of all that is found, in place of an earlier one', async () => {
  const file = join(folder, 'holes.gpkg');
  const asked: unknown[] = [];
  expect(await save(archive(2, asked), file)).toBe(2);
  expect(asked[0]).toEqual({ q: 'ZK', limit: 0 });
  expect(await save(archive(2), file)).toBe(2);
  using database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare('SELECT id, hole, geom IS NULL AS nowhere FROM holes').all()).toEqual([
    { id: 'a', hole: 'ZK1', nowhere: 0 },
    { id: 'b', hole: 'ZK2', nowhere: 1 },
  ]);
});
test('GeoJSON by the name of the file', async () => {
  const file = join(folder, 'holes.geojson');
  await save(archive(2), file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    type: 'FeatureCollection',
    features: [
      { id: 'a', geometry: { coordinates: [110, 30] } },
      { id: 'b', geometry: null },
    ],
  });
});
test('more than one file takes is refused before anything is written', async () => {
  const file = join(folder, 'many.gpkg');
  await expect(save(archive(20_001), file)).rejects.toThrow('20001');
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});
test('other names are files of whole holes', () => {
  expect(collarWriter('holes.jsonl.gz')).toBeUndefined();
});
