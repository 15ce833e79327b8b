import type { AreaReport } from '@geoarchive/contract/area.ts';
import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import { packageFonts } from '@geoarchive/documents/testing/fonts.ts';
import { pdfaFaults } from '@geoarchive/documents/testing/pdfa.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { countsOf, noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { caller } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { snapshotKit } from '@geoarchive/search/testing/snapshot-kit.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { areaRoutes } from './area-report.ts';
import { contentKeyOf, publicHoleStore } from './hole-store.ts';
import { rebuildIndex } from './index-worker.ts';
import { type HeldRecord, recordStore } from './record-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const clock = () => new Date('2026-11-22T02:00:00.000Z');
const nothing = {
  header: { hole: '', holeType: 'other' },
  children: noChildren,
  logs: [],
  attachments: [],
} as const;
/** What was released of every hole here. */
const contentIn = {
  children: {
    ...noChildren,
    layers: [
      { layer: '1', from: 0, to: 4, rock: '粉质黏土', description: '黄褐色，可塑。' },
      { layer: '2', from: 4, to: 60, rock: '花岗岩', description: '灰白色，块状构造。' },
    ],
  },
  logs: [],
  attachments: [],
};
let last = 0;
const next = () => ulid(++last);
const recordOf = (title: string, more: Partial<HeldRecord> = {}): HeldRecord => ({
  ...{ title, dataKind: 'result', dataClass: '矿产勘查', keywords: [], authors: [], language: '中文' },
  ...{ minerals: [], regions: [], sheets: [], id: next(), code: 'c', archiveNumber: `d-${title}` },
  ...{ node: 'NGA', version: 1, publishedAt: '2026-11-10T02:00:00.000Z', submitted: '2026-10-01' },
  ...{ access: 'open', fileCount: 1, formats: [], bbox: [110.1, 30.1, 110.2, 30.2] },
  ...more,
});
const holeOf = (hole: string, at: [number, number], more: Partial<PublicHole> = {}): PublicHole => ({
  ...{ id: next(), version: 1, node: 'HB', hole, holeType: 'geological' },
  place: { longitude: at[0], latitude: at[1], step: 0.001 },
  ...{ publishedAt: '2026-11-20T02:00:00.000Z', access: 'open', parts: [], counts: countsOf(nothing) },
  ...{ logs: [], strata: [] },
  ...more,
});
const nodes = [
  { code: 'NGA', name: { zh: '全国馆', en: 'National' }, contact: { zh: '电话 010', en: 'Call 010' } },
  { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } },
  { code: 'SD', name: { zh: '山东馆', en: 'Shandong' } },
];

/** The portal with these things in it, asked about an area. */
const portalOf = async (records: readonly HeldRecord[], holes: readonly PublicHole[]) => {
  const table = await tables.fresh();
  const stores = { records: recordStore(table, clock), holes: publicHoleStore(table, clock) };
  for (const one of records) await stores.records.publish(one);
  for (const one of holes) await stores.holes.publish(one);
  const index = await snapshotKit();
  await rebuildIndex({ ...stores, writer: index.writer() });
  const files = {
    readAll: async (key: string) => {
      const hole = holes.find(({ id, version }) => key === contentKeyOf(id, version));
      return hole && new TextEncoder().encode(JSON.stringify(contentIn));
    },
  };
  const deps = { clock, settings: { nodes }, ...stores, files, engine: index.reader(), fonts: packageFonts };
  const api = caller(() => deps, areaRoutes);
  return {
    ask: async (area: string) => {
      const { status, body } = await api.call({ path: '/area/report', query: { area: [area] } });
      return { status, report: body as AreaReport };
    },
    column: async (id: string, scale: string) => {
      const path = `/area/holes/${id}/column`;
      const headers = { accept: 'application/pdf' };
      const { status, answer } = await api.call({ path, query: { scale: [scale] }, headers });
      return { status, bytes: Buffer.from(answer.body, 'base64') };
    },
    print: async (area: string, language: 'zh' | 'en') => {
      const { answer } = await api.call({
        ...{ path: '/area/report/print', query: { area: [area], language: [language] } },
        headers: { accept: 'application/pdf' },
      });
      return Buffer.from(answer.body, 'base64');
    },
  };
};

/** Half a square: south-west of the line from 110, 31 to 111, 30. */
const triangle = '110,30;111,30;110,31';

test('tells what lies in the area itself, not in the box around it, and who to ask', async () => {
  const { ask } = await portalOf(
    [
      recordOf('里面'),
      recordOf('跨界', { bbox: [110.4, 30.4, 112, 32] }),
      recordOf('角外', { bbox: [110.8, 30.8, 110.9, 30.9] }),
      recordOf('受保护', { access: 'catalogue-only', fileCount: 0, protectedUntil: '2028-01-01' }),
      recordOf('过期保护', { access: 'catalogue-only', protectedUntil: '2020-01-01' }),
      recordOf('无位置', { bbox: undefined }),
    ],
    [
      holeOf('ZK1', [110.2, 30.2], { parts: ['logs', 'boxes'], custodian: '甲队' }),
      holeOf('ZK2', [110.3, 30.2], { coreKeeper: '岩心库', custodian: '甲队', holeType: 'geothermal' }),
      holeOf('ZK3', [110.9, 30.9]),
      holeOf('ZK4', [110.1, 30.1], { access: 'catalogue-only', protectedUntil: '2027-05-01' }),
    ],
  );
  const { status, report } = await ask(triangle);
  expect(status).toBe(200);
  const titles = (of: AreaReport['open']) => of.items.map(({ title }) => title).sort();
  expect(titles(report.open)).toEqual(['跨界', '里面'].sort());
  expect(titles(report.protected)).toEqual(['受保护', '过期保护'].sort());
  expect(report.holes.items.map(({ hole }) => hole)).toEqual(['ZK1', 'ZK2', 'ZK4']);
  expect(report.holeCounts).toEqual({
    byType: [
      { type: 'geological', count: 2 },
      { type: 'geothermal', count: 1 },
    ],
    ...{ withCore: 2, withLogs: 1, cut: false },
  });
  expect(report.coming.map(({ name, on }) => [name, on])).toEqual([
    ['ZK4', '2027-05-01'],
    ['受保护', '2028-01-01'],
  ]);
  expect(report.ask).toEqual([
    { node: 'NGA', name: nodes[0]?.name, contact: { zh: '电话 010', en: 'Call 010' } },
    { node: 'HB', name: nodes[1]?.name },
  ]);
  expect(report.keepers).toEqual([
    { name: '甲队', holes: 2, core: false },
    { name: '岩心库', holes: 1, core: true },
  ]);
});

test('says when not all are listed', async () => {
  const { ask } = await portalOf(
    [],
    Array.from({ length: 501 }, (_, n) => holeOf(`ZK${n}`, [110.1 + n / 10_000, 30.1])),
  );
  const { report } = await ask(triangle);
  expect(report.holes.items).toHaveLength(500);
  expect(report.holes.more).toBe(true);
  expect(report.holeCounts.byType).toEqual([{ type: 'geological', count: 501 }]);
});

test('is printed in both languages with what it says on screen; empty parts say so', async () => {
  const { print } = await portalOf([recordOf('某铜矿详查报告')], [holeOf('ZK7', [110.2, 30.2])]);
  const pdf = await print(triangle, 'zh');
  const { pages, sizes } = await readPdf(pdf);
  const text = pages.join('').replaceAll(/\s/g, '');
  for (const said of ['钻前查询', '某铜矿详查报告', 'ZK7', '110.2,30.2', '全国馆', '电话010', '没有。'])
    expect(text).toContain(said);
  expect(sizes[0]).toEqual([842, 595]);
  expect(pdfaFaults(pdf)).toEqual([]);
  const english = await readPdf(await print(triangle, 'en'));
  expect(english.pages.join(' ')).toContain('Before you drill');
});

test.each([
  ['two corners', '110,30;111,30'],
  ['a line that crosses itself', '110,30;111,31;111,30;110,31'],
  ['no numbers', 'a,b;c,d;e,f'],
  ['a corner of three', '110,30,1;111,30;110,31'],
  ['nothing', ''],
])('refuses %s', async (_, area) => {
  const { ask } = await portalOf([], []);
  expect((await ask(area)).status).toBe(400);
});

test('prints the column of a released hole, and of nothing else', async () => {
  const hole = holeOf('ZK7', [110.2, 30.2], { finalDepth: 60 });
  const deep = holeOf('ZK8', [110.2, 30.3], { finalDepth: 60_000 });
  const { column } = await portalOf([], [hole, deep]);
  const { status, bytes } = await column(hole.id, 'fit');
  expect(status).toBe(200);
  const { pages } = await readPdf(new Uint8Array(bytes));
  for (const said of ['ZK7', '花岗岩', '黄褐色'])
    expect(pages.join('').replaceAll(/\s/g, '')).toContain(said);
  expect((await column(ulid(), 'fit')).status).toBe(404);
  expect((await column(deep.id, '200')).status).toBe(400);
});
