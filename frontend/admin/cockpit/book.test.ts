import { gathered, sheetsOf } from '@geoarchive/sheets/testing/look.ts';
import { writeBook } from '@geoarchive/sheets/write-book.ts';
import { expect, test } from '@jest/globals';
import { bookOf } from './book.ts';
import type { Cockpit } from './cockpit.ts';
import type { Stocks } from './Holders.tsx';

const asOf = '2026-11-22T02:00:00.000Z';
const line = {
  ...{ should: 200, submitted: 150, overdue: 51, soon: 7 },
  lastYear: { should: 40, submitted: 30 },
};
const nothing = { should: 0, submitted: 0, overdue: 0, soon: 3, lastYear: { should: 0, submitted: 0 } };
const of: Cockpit = {
  ...{ asOf, today: '2026-11-22', year: 2026, due: [], overdue: [], ahead: 0, total: line },
  byNode: [
    { ...line, node: 'NGA', name: { zh: '全国馆', en: 'National' } },
    { ...nothing, node: 'HB', name: { zh: '湖北馆', en: 'Hubei' } },
  ],
  bySource: [{ ...line, source: 'engineering' }],
  byMineral: [
    { ...line, mineral: 'precious' },
    { ...nothing, mineral: 'none' },
  ],
  byMonth: [{ period: '2026-01', should: 4, submitted: 1, ahead: 0, lastYear: { should: 8, submitted: 8 } }],
  byYear: [{ period: '2025', should: 40, submitted: 40, ahead: 0 }],
};
const holder = (organisation: string, overdue: number) => ({
  ...{ organisation, name: `${organisation} 公司`, overdue, should: 10, submitted: 5 },
});
const rest = {
  ...{ asOf, parties: 1, complete: true },
  chasing: { states: {}, papers: [] },
};
const stock: Stocks = [
  { ...rest, node: 'NGA', name: { zh: '全国馆', en: 'National' }, holders: [holder('MINE', 3)] },
  { ...rest, node: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, holders: [holder('=COAL', 9)] },
];

test('one workbook holds archives, sources, minerals, months, years and holders, each with its as-of and the year before', async () => {
  const bytes = await gathered(
    writeBook(
      bookOf(of, stock, ({ zh }) => zh, '未注明矿种'),
      'zh',
    ),
  );
  const read = Object.fromEntries(
    Object.entries(await sheetsOf(bytes)).map(([name, [headings = [], ...lines]]) => [
      name,
      // A heading that a line must have bears a star.
      lines.map((cells) =>
        Object.fromEntries(headings.map((key, at) => [String(key).replace('*', ''), cells[at]])),
      ),
    ]),
  );
  const told = {
    ...{ 截至: asOf, 年度: 2026, 应汇交: 200, 已汇交: 150, '汇交率（%）': 75 },
    ...{ 上年同期应汇交: 40, 上年同期已汇交: 30, '上年同期汇交率（%）': 75 },
    ...{ '逾期未汇交（全部年度）': 51, '90 天内到期': 7 },
  };
  expect(Object.keys(read)).toEqual([
    ...['监管总览', '分来源', '分矿产类别', '各月', '历年', '逾期最多的汇交人'],
  ]);
  expect(read).toMatchObject({
    监管总览: [{ 馆藏机构代码: 'NGA', 馆藏机构: '全国馆', ...told }, { 馆藏机构代码: 'HB' }],
    分来源: [{ 来源: '工程建设项目', ...told }],
    分矿产类别: [{ 矿产: '贵金属矿产', ...told }, { 矿产: '未注明矿种' }],
    各月: [{ 月份: '2026-01', '汇交率（%）': 25, 上年同月应汇交: 8, 上年同月已汇交: 8 }],
    历年: [{ 年份: '2025', '汇交率（%）': 100 }],
    逾期最多的汇交人: [
      { 单位代码: expect.stringContaining('COAL'), 馆藏机构: '湖北馆', 清点时间: asOf },
      { 单位代码: 'MINE', 汇交人: 'MINE 公司', '汇交率（%）': 50 },
    ],
  });
  // Where nothing was due there is no rate, not one of 0 or 100.
  for (const empty of [Object(read['监管总览'])[1], Object(read['分矿产类别'])[1]])
    expect(empty['汇交率（%）'] ?? '').toBe('');
});
