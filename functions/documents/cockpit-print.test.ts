import { packageFonts } from '@geoarchive/documents/testing/fonts.ts';
import { pdfaFaults } from '@geoarchive/documents/testing/pdfa.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { queueDaily } from '../supervision/daily.ts';
import { tallyTasks } from '../supervision/tally.ts';
import { cockpitPrintRoutes } from './cockpit-print.ts';

jest.setTimeout(120_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } });
});

const today = '2026-11-22';
const task = async (
  node: string,
  organisation: string,
  due = addDays(today, -40),
  moves: readonly ('receive' | 'accept')[] = [],
) => {
  const id = ulid();
  const body = {
    ...{ number: id, name: '某勘查', source: 'engineering' as const, mineral: 'precious' as const },
    ...{ organisation, node, due, deposits: {} },
  };
  await kit.tasks.create(id, body, { action: 'test', by: { worker: 'test' } });
  for (const move of moves) {
    const item = await kit.tasks.get(id);
    if (item === undefined) throw new Error('no task');
    await kit.tasks.move(item, move, item.body, { action: 'test', by: { worker: 'test' } });
  }
  await tallyTasks(kit, [id]);
};
const print = async (query: Record<string, string>, role = 'MINISTRY_ADMIN', node = 'NGA') => {
  const api = caller(() => ({ ...kit, fonts: packageFonts }), cockpitPrintRoutes);
  return api.call({
    path: '/documents/cockpit',
    claims: claimsOf('who', [role], { 'custom:node': node }),
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])),
    headers: { accept: 'application/pdf' },
  });
};
const pdfOf = async (...asked: Parameters<typeof print>) => {
  const { answer } = await print(...asked);
  const pdf = Buffer.from(answer.body, 'base64');
  const { pages, sizes } = await readPdf(pdf);
  return { pdf, sizes, text: pages.join('').replaceAll(/\s/g, '') };
};

test('the PDF says in Chinese what the cockpit says, each part with its as-of', async () => {
  await task('NGA', 'MINE');
  await task('HB', 'COAL');
  kit.time.now = new Date('2026-11-22T01:00:00.000Z');
  await queueDaily(kit);
  await kit.work();
  kit.time.now = new Date('2026-11-22T02:00:00.000Z');
  const { pdf, sizes, text } = await pdfOf({ language: 'zh' });
  expect(sizes[0]).toEqual([842, 595]);
  for (const said of [
    '监管总览·全部馆藏机构',
    '截至2026年11月22日10:00:00（北京时间）',
    '逾期31–90天2',
    '2026年应汇交2',
    '湖北馆100%—10',
    '工程建设项目200%—20',
    '贵金属矿产200%—20',
    '逾期最多的汇交人',
    '截至2026年11月22日09:00:00（北京时间）',
    'COAL湖北馆10%',
    '各省催交工作',
    '应交日至催交（中位数，天）',
    '馆藏机构自身的期限',
  ])
    expect(text).toContain(said);
  expect(pdfaFaults(pdf)).toEqual([]);
  const again = await pdfOf({ language: 'zh' });
  expect(again.pdf.equals(pdf)).toBe(true);
});
test('the year before stands beside the year: of the whole, of each archive, source and mineral, and month by month', async () => {
  await task('NGA', 'MINE');
  await task('NGA', 'MINE', '2025-10-13', ['receive', 'accept']);
  await task('NGA', 'COAL', '2025-10-14');
  // Due after the same day of the year before: not compared yet.
  await task('NGA', 'COAL', '2025-12-24');
  const { text } = await pdfOf({ language: 'zh' });
  for (const said of [
    '上年同期汇交率50%',
    '工程建设项目100%50%30',
    '贵金属矿产100%50%30',
    '上年同月',
    '2026-10100%50%0',
  ])
    expect(text).toContain(said);
});
test('in English, of one’s own archive alone, and for nobody without a role', async () => {
  await task('NGA', 'MINE');
  await task('HB', 'COAL');
  const { text } = await pdfOf({ language: 'en', node: 'NGA' }, 'PROVINCE_ADMIN', 'HB');
  expect(text).toContain('Supervision·Hubei');
  expect(text).toContain('Asof22November2026at10:00:00(Beijingtime)');
  expect(text).not.toContain('National');
  // A heading goes with its table.
  expect(text).not.toMatch(/bysourcePage/);
  expect((await print({ language: 'en' }, 'AUDITOR')).status).toBe(403);
});
