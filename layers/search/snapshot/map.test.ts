import { readTile } from '@geoarchive/tiles/testing/read-tile.ts';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ask, put } from '../testing/contract.ts';
import { type Given, QUESTIONS } from '../testing/questions.ts';
import { syntheticRecord } from '../testing/records.ts';
import { type SnapshotKit, snapshotKit } from '../testing/snapshot-kit.ts';

jest.setTimeout(120_000);
const world = { z: 0, x: 0, y: 0 };
const records = Array.from({ length: 400 }, (_, n) => syntheticRecord(n));

let kit: SnapshotKit;
beforeEach(async () => {
  kit = await snapshotKit();
  await kit.writer().apply(records.map(put));
});
afterEach(() => kit.close());

/** How many a tile of the whole world shows: clusters by their counts, single ones each. */
const shown = (tile: Uint8Array): number => {
  const { clusters = [], points = [] } = readTile(tile);
  return points.length + clusters.reduce((sum, { properties }) => sum + Number(properties['count']), 0);
};
/** Every record of a search that has a place. */
const located = async (
  engine: ReturnType<SnapshotKit['reader']>,
  query: Parameters<typeof engine.search>[0],
) => {
  const boxed = new Set(records.filter(({ bbox }) => bbox !== undefined).map(({ id }) => id));
  const { hits, total } = await engine.search({ ...query, limit: 1000 });
  expect(hits).toHaveLength(total.count);
  return hits.filter(({ id }) => boxed.has(id)).length;
};

test.each(Object.entries<Given>(QUESTIONS))('the map shows what a search finds: %s', async (_, question) => {
  const engine = kit.reader();
  for (const visible of [[{}], [{ access: ['open'] }], []]) {
    const query = ask(question, visible);
    expect(shown(await engine.tile(query, world))).toBe(await located(engine, query));
  }
});

test('a removed record leaves the map, a moved one moves', async () => {
  const engine = kit.reader();
  const [one] = records.filter(({ bbox }) => bbox !== undefined);
  if (one === undefined) throw new Error('no record has a box');
  const before = shown(await engine.tile(ask(), world));
  await kit.writer().apply([put({ ...one, version: 5, bbox: [-71, -41, -69, -39] })]);
  const south = { z: 3, x: 2, y: 4 };
  const { points } = readTile(await engine.tile(ask(), south));
  expect(points?.map(({ properties }) => properties)).toEqual([{ id: one.id, number: one.archiveNumber }]);
  await kit.writer().apply([{ op: 'remove', id: one.id, version: 6 }]);
  expect(await engine.tile(ask(), south)).toHaveLength(0);
  expect(shown(await engine.tile(ask(), world))).toBe(before - 1);
});

test('pages and orders are one map', async () => {
  const engine = kit.reader();
  const tile = await engine.tile(ask({ text: '报告' }), world);
  expect(await engine.tile(ask({ text: '报告', limit: 3, sort: 'number-desc' }), world)).toEqual(tile);
});
