import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import { countsOf, noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { caller } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { type SnapshotKit, snapshotKit } from '@geoarchive/search/testing/snapshot-kit.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { publicHoleStore } from './hole-store.ts';
import { rebuildIndex } from './index-worker.ts';
import { ogcRoutes } from './ogc.ts';
import { recordStore } from './record-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let index: SnapshotKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const clock = () => new Date('2026-11-22T02:00:00.000Z');
const counts = countsOf({
  header: { hole: '', holeType: 'other' },
  children: noChildren,
  logs: [],
  attachments: [],
});
const holeOf = (n: number, more: Partial<PublicHole> = {}): PublicHole => ({
  ...{
    id: ulid(n),
    version: 1,
    node: 'NGA',
    hole: `ZK${String(n).padStart(4, '0')}`,
    holeType: 'geological',
  },
  place: { longitude: 110 + n / 1000, latitude: 30, step: 0.001 },
  ...{ publishedAt: '2026-11-20T02:00:00.000Z', access: 'open', finishedOn: '2020-05-01' },
  ...{ parts: [], counts, logs: [], strata: [] },
  ...more,
});

type Page = {
  type: string;
  numberMatched: number;
  numberReturned: number;
  features: { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
  links: { rel: string; href: string }[];
};
let ask: (path: string) => Promise<{ status: number; page: Page; body: unknown }>;
const published = async (of: readonly PublicHole[]) => {
  const table = await tables.fresh();
  const holes = publicHoleStore(table, clock);
  for (const hole of of) await holes.publish(hole);
  index = await snapshotKit();
  await rebuildIndex({ records: recordStore(table, clock), holes, writer: index.writer() });
  const settings = { name: 'test', portal: 'https://geo.example.cn/' };
  const deps = { clock, settings, holes, files: memoryBucket('portal'), engine: index.reader() };
  const api = caller(() => deps, ogcRoutes);
  ask = async (path) => {
    const url = new URL(path, 'https://geo.example.cn/api/portal/ogc/');
    const query = Object.fromEntries([...url.searchParams].map(([key, value]) => [key, [value]]));
    const answer = await api.call({ path: url.pathname.slice('/api'.length), query });
    const text = answer.answer.body;
    return { status: answer.status, page: text === '' ? {} : JSON.parse(text), body: answer.body };
  };
};
const items = 'collections/holes/items';

describe('released holes as OGC API – Features', () => {
  beforeEach(() => published([]));

  test('the landing page leads to everything, and all that it names answers', async () => {
    const landing = await ask('/api/portal/ogc');
    expect(landing.page.links.map(({ rel }) => rel)).toEqual(['self', 'service-desc', 'conformance', 'data']);
    for (const { rel, href } of landing.page.links)
      if (rel !== 'service-desc') expect([href, (await ask(href)).status]).toEqual([href, 200]);
    expect((await ask('conformance')).body).toMatchObject({
      conformsTo: [expect.stringContaining('/core'), expect.stringContaining('/geojson')],
    });
    expect((await ask('collections/holes')).body).toMatchObject({ id: 'holes', itemType: 'feature' });
  });
  test('pages follow each other by their links, each hole once', async () => {
    await published(Array.from({ length: 250 }, (_, n) => holeOf(n)));
    const ids: string[] = [];
    let next: string | undefined = `${items}?limit=120`;
    const sizes: number[] = [];
    while (next !== undefined) {
      const { page }: { page: Page } = await ask(next);
      expect(page).toMatchObject({ type: 'FeatureCollection', numberMatched: 250 });
      sizes.push(page.numberReturned);
      ids.push(...page.features.map(({ id }) => id));
      next = page.links.find(({ rel }) => rel === 'next')?.href;
    }
    expect(sizes).toEqual([120, 120, 10]);
    expect(new Set(ids).size).toBe(250);
  });
  test('a box, a time and a type each leave out the others', async () => {
    await published([
      holeOf(1),
      holeOf(2, { place: { longitude: 120, latitude: 40, step: 0.001 } }),
      holeOf(3, { finishedOn: '2001-01-01' }),
      holeOf(4, { holeType: 'geothermal' }),
      holeOf(5, { place: undefined }),
    ]);
    const numbers = async (query: string) =>
      (await ask(`${items}?${query}`)).page.features.map(({ properties }) => properties['hole']);
    expect(await numbers('bbox=109,29,111,31')).toEqual(['ZK0001', 'ZK0003', 'ZK0004']);
    expect(await numbers('bbox=109,29,-100,111,31,9000')).toEqual(['ZK0001', 'ZK0003', 'ZK0004']);
    expect(await numbers('datetime=../2010-01-01T00:00:00Z')).toEqual(['ZK0003']);
    expect(await numbers('datetime=2001-01-01')).toEqual(['ZK0003']);
    expect(await numbers('datetime=2019-01-01/')).toEqual(['ZK0001', 'ZK0002', 'ZK0004', 'ZK0005']);
    expect(await numbers('holeType=geothermal')).toEqual(['ZK0004']);
  });
  test('a feature is the hole at its rounded place; without a place it has no geometry', async () => {
    const [here, nowhere] = [holeOf(1), holeOf(2, { place: undefined })];
    await published([here, nowhere]);
    expect((await ask(`${items}/${here.id}`)).page).toMatchObject({
      ...{ type: 'Feature', id: here.id, geometry: { type: 'Point', coordinates: [110.001, 30] } },
      properties: { hole: 'ZK0001', placeStepDegrees: 0.001 },
    });
    expect((await ask(`${items}/${nowhere.id}`)).page).toMatchObject({ geometry: null });
    expect((await ask(`${items}/${ulid(9)}`)).status).toBe(404);
  });
  test.each(['bbox=1,2,3', 'bbox=a', 'datetime=yesterday', 'limit=0', 'colour=red', 'cursor=x'])(
    'refuses %s',
    async (query) => {
      expect((await ask(`${items}?${query}`)).status).toBe(400);
    },
  );
  test('gives a thousand at most', async () => {
    expect((await ask(`${items}?limit=1000000`)).status).toBe(200);
  });
});
