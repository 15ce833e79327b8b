import { declareSheet, type Sheet } from '../sheets/sheet.ts';
import type { Bilingual } from '../text.ts';

const count = (key: string, zh: string, en: string) => ({ key, label: { zh, en }, type: 'integer' as const });
const text = (key: string, zh: string, en: string) => ({ key, label: { zh, en }, type: 'text' as const });
const decimal = (key: string, zh: string, en: string) => ({
  ...{ key, label: { zh, en }, type: 'decimal' as const },
});
const key = (name: string, zh: string, en: string) => ({ ...text(name, zh, en), required: true });
const asOf = text('asOf', '截至', 'As of');
const rate = decimal('rate', '汇交率（%）', 'Rate (%)');
const archive = [key('node', '馆藏机构代码', 'Archive code'), text('name', '馆藏机构', 'Archive')];

/** What is told of an archive, a source or a class of minerals: the year beside the year before, and what is late and due. */
const line = [
  asOf,
  count('year', '年度', 'Year'),
  count('should', '应汇交', 'Should be submitted'),
  count('submitted', '已汇交', 'Submitted'),
  rate,
  count('lastShould', '上年同期应汇交', 'Should, year before'),
  count('lastSubmitted', '上年同期已汇交', 'Submitted, year before'),
  decimal('lastRate', '上年同期汇交率（%）', 'Rate (%), year before'),
  count('overdue', '逾期未汇交（全部年度）', 'Overdue, all years'),
  count('soon', '90 天内到期', 'Due within 90 days'),
];
const declare = (
  id: string,
  title: Bilingual,
  keys: readonly string[],
  columns: Sheet['columns'],
  version = 1,
) => declareSheet({ id, version, title, key: keys, columns, examples: [] });

/** The sheets of the cockpit (监管总览), a line for each thing that it tells of. They are taken along, never imported. */
export const cockpitSheets = {
  archives: declare('cockpit', { zh: '监管总览', en: 'Supervision' }, ['node'], [...archive, ...line], 2),
  sources: declare(
    'cockpit-sources',
    { zh: '分来源', en: 'By source' },
    ['name'],
    [key('name', '来源', 'Source'), ...line],
  ),
  minerals: declare(
    'cockpit-minerals',
    { zh: '分矿产类别', en: 'By class of minerals' },
    ['name'],
    [key('name', '矿产', 'Minerals'), ...line],
  ),
  months: declare(
    'cockpit-months',
    { zh: '各月', en: 'Months' },
    ['period'],
    [
      ...[key('period', '月份', 'Month'), asOf, count('should', '应汇交', 'Should be submitted')],
      ...[count('submitted', '已汇交', 'Submitted'), rate],
      count('lastShould', '上年同月应汇交', 'Should, same month of the year before'),
      count('lastSubmitted', '上年同月已汇交', 'Submitted, same month of the year before'),
      count('ahead', '尚未到期', 'Not due yet'),
    ],
  ),
  years: declare(
    'cockpit-years',
    { zh: '历年', en: 'Years' },
    ['period'],
    [
      ...[key('period', '年份', 'Year'), asOf, count('should', '应汇交', 'Should be submitted')],
      ...[count('submitted', '已汇交', 'Submitted'), rate, count('ahead', '尚未到期', 'Not due yet')],
    ],
  ),
  holders: declare(
    'cockpit-holders',
    { zh: '逾期最多的汇交人', en: 'Holders most overdue' },
    ['organisation', 'node'],
    [
      ...[key('organisation', '单位代码', 'Organisation code'), text('holder', '汇交人', 'Holder')],
      ...[...archive, text('asOf', '清点时间', 'Stock taken at')],
      ...[count('overdue', '逾期未汇交（全部年度）', 'Overdue, all years')],
      count('should', '近 365 天应汇交', 'Should, last 365 days'),
      count('submitted', '近 365 天已汇交', 'Submitted, last 365 days'),
      rate,
    ],
  ),
} as const;
