import type { EventData } from '@geoarchive/contract/events.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { caller } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import type { SearchReply, VisibleQuery } from '@geoarchive/search/query.ts';
import type { TileAddress } from '@geoarchive/tiles/mercator.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { portalRoutes } from './portal.ts';
import { type HeldFile, type HeldRecord, recordStore } from './record-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const clock = () => new Date('2026-11-22T02:00:00.000Z');
const idOf = (n: number) => `01KAHZ6YB800000000000000${String(n).padStart(2, '0')}`;
const recordOf = (n: number, more: Partial<HeldRecord> = {}): HeldRecord => ({
  title: `报告 ${n}`,
  dataKind: 'result',
  dataClass: '矿产勘查',
  keywords: [],
  authors: [],
  language: '中文',
  minerals: [],
  regions: [],
  sheets: [],
  id: idOf(n),
  code: `cgdoi.NGA/d0000000${n}`,
  archiveNumber: `d0000000${n}`,
  node: 'NGA',
  version: 1,
  publishedAt: `2026-11-${String(n + 10)}T02:00:00.000Z`,
  submitted: '2026-10-01',
  access: 'open',
  fileCount: 0,
  formats: [],
  ...more,
});
const fileOf = (no: number, path = `${no}.txt`): HeldFile => ({
  ...{ no, path, size: limits.fileBytes, sha256: 'a'.repeat(64), format: 'geotiff', mime: 'image/tiff' },
  key: `files/${idOf(1)}/1/${String(no).padStart(6, '0')}`,
});

/** A portal whose index finds what the test says, and remembers what it was asked. */
const setUp = async () => {
  const records = recordStore(await tables.fresh(), clock);
  const asked: VisibleQuery[] = [];
  const answer: { found: string[]; fails?: Error; more?: Partial<SearchReply> } = { found: [] };
  const engine = {
    async search(query: VisibleQuery): Promise<SearchReply> {
      asked.push(query);
      if (answer.fails !== undefined) throw answer.fails;
      const hits = answer.found.map((id) => ({ id, score: 1 }));
      return { hits, total: { count: hits.length, exact: true }, facets: {}, ...answer.more };
    },
  };
  const tiles: [VisibleQuery, TileAddress][] = [];
  const tile = async (query: VisibleQuery, address: TileAddress) => {
    tiles.push([query, address]);
    return Uint8Array.of(26, 1, 0);
  };
  const opened: EventData<'RecordOpened'>[] = [];
  const others = {
    clock,
    settings: { name: 'test' },
    records,
    files: memoryBucket('portal'),
    tell: async (of: EventData<'RecordOpened'>) => {
      opened.push(of);
    },
  };
  const api = caller(() => ({ ...others, engine: { ...engine, tile } }), portalRoutes);
  const mapless = caller(() => ({ ...others, engine }), portalRoutes);
  const accept = { accept: 'application/vnd.mapbox-vector-tile' };
  return {
    ...{ records, asked, answer, tiles, opened, errors: api.errors },
    tile: (address: string, query: Record<string, string[]> = {}, of = api) =>
      of.call({ path: `/portal/tiles/${address}`, query, headers: accept }),
    mapless,
    get: (path: string, query: Record<string, string[]> = {}) => api.call({ path: `/portal${path}`, query }),
    /** A public record with these files. */
    async publish(n: number, files: HeldFile[] = [], more: Partial<HeldRecord> = {}): Promise<void> {
      for (let page = 1; page <= Math.ceil(files.length / 100); page += 1)
        await records.putFiles(idOf(n), more.version ?? 1, page, files.slice((page - 1) * 100, page * 100));
      await records.publish(recordOf(n, { fileCount: files.length, ...more }));
    },
  };
};
let kit: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  kit = await setUp();
});

describe('searching', () => {
  test('asks the index with its own names, everything being visible', async () => {
    const facets = ['dataClass', 'minerals', 'regions', 'node', 'fileFormats', 'access'];
    await kit.get('/records', {
      ...{ q: ['金矿'], minerals: ['金矿', '铜矿'], fileFormats: ['pdf'], bbox: ['110,30,111,31'] },
      ...{ formedFrom: ['1990-01-01'], sort: ['newest'], limit: ['5'] },
    });
    expect(kit.asked).toMatchObject([
      {
        ...{
          text: '金矿',
          filters: { mineral: ['金矿', '铜矿'], format: ['pdf'] },
          bbox: [110, 30, 111, 31],
        },
        ...{ formed: { from: '1990-01-01' }, sort: 'published-desc', limit: 5, visible: [{}] },
      },
    ]);
    expect(kit.asked[0]?.facets).toHaveLength(facets.length);
  });
  test('without words shows the newest first', async () => {
    await kit.get('/records');
    await kit.get('/records', { q: ['矿'] });
    expect(kit.asked.map(({ sort }) => sort)).toEqual(['published-desc', 'relevance']);
  });
  test('gives records in the index’s order, and leaves out what was withdrawn since', async () => {
    for (const n of [1, 2, 3]) await kit.publish(n);
    await kit.records.remove(idOf(2), 2);
    kit.answer.found = [idOf(3), idOf(2), idOf(9), idOf(1)];
    kit.answer.more = { facets: { mineral: [{ value: '金矿', count: 2 }] }, cursor: 'next' };
    const { body } = await kit.get('/records');
    expect(body).toMatchObject({
      items: [{ id: idOf(3) }, { id: idOf(1) }],
      ...{ total: 4, exact: true, cursor: 'next', facets: { minerals: [{ value: '金矿', count: 2 }] } },
    });
  });
  test('shows the beginning of a long abstract, the record shows it all', async () => {
    const abstract = '概'.repeat(10_000);
    await kit.publish(1, [], { abstract });
    kit.answer.found = [idOf(1)];
    const { items } = (await kit.get('/records')).body;
    expect(items).toMatchObject([{ abstract: `${'概'.repeat(600)}…` }]);
    expect((await kit.get(`/records/${idOf(1)}`)).body).toMatchObject({ abstract });
  });
  test('a cursor of nobody’s is the caller’s mistake, a broken index is not', async () => {
    kit.answer.fails = Object.assign(new Error('bad'), { name: 'InvalidCursor' });
    expect((await kit.get('/records', { cursor: ['x'] })).status).toBe(400);
    kit.answer.fails = new Error('index');
    expect((await kit.get('/records')).status).toBe(500);
    expect(kit.errors).toHaveLength(1);
  });
});

describe('a record', () => {
  test('is shown without its files or anything of the portal’s own', async () => {
    await kit.publish(1, [fileOf(1)], { formats: ['geotiff'] });
    const { body } = await kit.get(`/records/${idOf(1)}`);
    expect(body).toMatchObject({ title: '报告 1', fileCount: 1 });
    for (const own of ['files', 'formats', 'key']) expect(body).not.toHaveProperty(own);
  });
  test.each(['', '/files', '/files/1/content'])(
    'that is not public (any more) is not found: %s',
    async (path) => {
      expect((await kit.get(`/records/${idOf(8)}${path}`)).status).toBe(404);
      await kit.publish(1, [fileOf(1)]);
      await kit.records.remove(idOf(1), 2);
      expect((await kit.get(`/records/${idOf(1)}${path}`)).status).toBe(404);
    },
  );
});

describe('its files', () => {
  const walk = async (n: number) => {
    const numbers: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const { body } = await kit.get(
        `/records/${idOf(n)}/files`,
        cursor === undefined ? {} : { cursor: [cursor] },
      );
      if (Array.isArray(body['items'])) numbers.push(...body['items'].map(({ no }) => Number(no)));
      if (typeof body['cursor'] !== 'string') return numbers;
      cursor = body['cursor'];
    }
  };
  test.each([0, 1, 100, 101, 250])('%i of them come page by page, each once', async (count) => {
    await kit.publish(
      1,
      Array.from({ length: count }, (_, at) => fileOf(at + 1)),
    );
    expect(await walk(1)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
  });
  test.each(['0', '-1', 'x', '1.5'])('a page %j there cannot be is the caller’s mistake', async (cursor) => {
    await kit.publish(1, [fileOf(1)]);
    expect((await kit.get(`/records/${idOf(1)}/files`, { cursor: [cursor] })).status).toBe(400);
  });
  test('are downloaded by number, also where numbers have gaps, and no others', async () => {
    const numbers = Array.from({ length: 150 }, (_, at) => at * 3 + 2);
    await kit.publish(
      1,
      numbers.map((no) => fileOf(no, `图/${no}.tif`)),
    );
    for (const no of [2, 5, 299, 302, 449]) {
      const { body } = await kit.get(`/records/${idOf(1)}/files/${no}/content`);
      expect(body['url']).toContain(`${String(no).padStart(6, '0')}?as=${no}.tif`);
    }
    for (const no of [1, 3, 300, 450, 9999])
      expect((await kit.get(`/records/${idOf(1)}/files/${no}/content`)).status).toBe(404);
    // Each link that was given is told of, once; a program that says nothing of itself is counted as one.
    expect(kit.opened).toHaveLength(5);
    expect(kit.opened[0]).toMatchObject({ recordId: idOf(1), robot: true });
  });
  test('of an older version are not shown with the newer', async () => {
    await kit.publish(1, [fileOf(1, 'old.txt')]);
    await kit.publish(1, [fileOf(1, 'new.txt')], { version: 2 });
    expect((await kit.get(`/records/${idOf(1)}/files`)).body['items']).toMatchObject([{ path: 'new.txt' }]);
  });
  test('a page of the longest paths is stored and fits a reply', async () => {
    const path = (no: number) =>
      `${`${'层'.repeat(250)}/`.repeat(3)}${String(no).padStart(6, '0')}${'名'.repeat(241)}`;
    expect(path(1)).toHaveLength(limits.pathLength);
    await kit.publish(
      1,
      Array.from({ length: 100 }, (_, at) => fileOf(at + 1, path(at + 1))),
    );
    const { answer, body } = await kit.get(`/records/${idOf(1)}/files`);
    expect(body['items']).toHaveLength(100);
    expect(Buffer.byteLength(answer.body)).toBeLessThan(6 * 1024 ** 2);
  });
});

test('the start page counts what is public and shows the newest six', async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await kit.publish(n);
  await kit.records.remove(idOf(8), 2);
  const { body } = await kit.get('/overview');
  expect(body).toMatchObject({ records: 7 });
  expect(body['latest']).toMatchObject([7, 6, 5, 4, 3, 2].map((n) => ({ id: idOf(n) })));
});

describe('tiles of the map', () => {
  test('are of what the same search would find, everything being visible', async () => {
    const query = { q: ['金矿'], minerals: ['铜矿'], bbox: ['110,30,111,31'], formedFrom: ['1990-01-01'] };
    const { status, answer } = await kit.tile('3/6/3', query);
    expect([status, answer.body]).toEqual([200, Buffer.from([26, 1, 0]).toString('base64')]);
    await kit.get('/records', query);
    const [[asked, address] = []] = kit.tiles;
    expect(address).toEqual({ z: 3, x: 6, y: 3 });
    expect(asked).toMatchObject({ text: '金矿', filters: { mineral: ['铜矿'] }, visible: [{}] });
    const { text, filters, bbox, formed, visible } = kit.asked[0] ?? {};
    expect(asked).toMatchObject({ text, filters, bbox, formed, visible });
  });

  test.each([
    ['3/8/0', 404],
    ['3/0/8', 404],
    ['17/0/0', 400],
    ['3/-1/0', 400],
    ['a/b/c', 400],
  ])('there is none at %s', async (address, status) => {
    expect((await kit.tile(address)).status).toBe(status);
    expect(kit.tiles).toEqual([]);
  });

  test('an engine without tiles says so', async () => {
    const { status, body } = await kit.tile('0/0/0', {}, kit.mapless);
    expect([status, body['detail']]).toEqual([
      404,
      'The search engine of this deployment makes no map tiles.',
    ]);
  });
});
