import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { expect, test } from '@jest/globals';
import { gather, gatherWhole } from './gather.ts';
import { bookOf, collarsOf, importable, rowFor } from './rows.ts';
import type { HolePage } from './source.ts';

type Item = { id: string };
const pageOf = (from: number, count: number, cursor?: string): HolePage<Item> => ({
  items: Array.from({ length: count }, (_, at) => ({ id: String(from + at) })),
  total: 250,
  exact: true,
  cursor,
  facets: {},
});
const page = async ({ cursor }: { cursor?: string }) =>
  cursor === undefined ? pageOf(0, 100, 'b') : cursor === 'b' ? pageOf(100, 100, 'c') : pageOf(200, 50);

test('reads page after page, to the end or to the most', async () => {
  const read: number[] = [];
  const all = await gather<Item>({ page }, {}, 1000, { onRead: (count) => read.push(count) });
  expect([all.length, all.at(-1)?.id, read]).toEqual([250, '249', [100, 200, 250]]);
  expect((await gather<Item>({ page }, {}, 120, { onRead: () => undefined })).length).toBe(120);
});

test('whole holes come in the order of the list', async () => {
  const whole = await gatherWhole(
    ['c', 'a', 'b', 'd', 'e'],
    async (id) => ({ id, header: { hole: id } }),
    { onRead: () => undefined },
    2,
  );
  expect(whole.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd', 'e']);
});

test('when it is called off no more holes are read', async () => {
  const call = new AbortController();
  const read: string[] = [];
  const whole = gatherWhole(
    ['a', 'b', 'c'],
    async (id) => {
      read.push(id);
      call.abort();
      return { id, header: {} };
    },
    { onRead: () => undefined, signal: call.signal },
    1,
  );
  await expect(whole).rejects.toThrow();
  expect(read).toEqual(['a']);
});

test('what the portal takes along can be imported: degrees are coordinates', () => {
  const place = { longitude: 114.123, latitude: 30.654 };
  const values = { hole: 'ZK1', holeType: 'geological', ...place };
  const header = importable({ values, place });
  expect(header).toEqual({ hole: 'ZK1', holeType: 'geological', crs: '4490', x: 114.123, y: 30.654 });
  expect(holeInput.safeParse({ header }).success).toBe(true);
  const own = { hole: 'ZK1', holeType: 'geological', crs: '4526', x: 38_500_100, y: 4_300_200 };
  expect(importable({ values: own, place })).toEqual(own);
});

test('collars are points of degrees, holes without a place have no geometry', () => {
  const values = rowFor(headerTable, { hole: 'ZK1', finalDepth: 3, nonsense: 'x', project: undefined });
  expect(values).toEqual({ hole: 'ZK1', finalDepth: 3 });
  expect(
    collarsOf([
      { id: 'a', values, place: { longitude: 110, latitude: 30 } },
      { id: 'b', values: { hole: 'ZK2' } },
    ]).features.map(({ id, geometry }) => [id, geometry]),
  ).toEqual([
    ['a', { type: 'Point', coordinates: [110, 30] }],
    ['b', null],
  ]);
});

test('a workbook of whole holes has a sheet for each kind that there is, with the number of the hole', () => {
  const none = {
    ...{ survey: [], runs: [], samples: [], assays: [], hydro: [], casing: [] },
    ...{ boxes: [], tests: [], tops: [], seal: [] },
  };
  const layers = [{ from: 0, to: 5, rock: '花岗岩' }];
  const book = bookOf(headerTable, [
    { header: { hole: 'ZK1' }, children: { ...none, layers } },
    { header: { hole: 'ZK2' } },
  ]);
  expect(book.map(({ sheet, rows }) => [sheet.id, rows])).toEqual([
    ['holes', [{ hole: 'ZK1' }, { hole: 'ZK2' }]],
    ['holes-layers', [{ hole: 'ZK1', from: 0, to: 5, rock: '花岗岩' }]],
  ]);
});
