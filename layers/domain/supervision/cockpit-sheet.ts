import { declareSheet } from '../sheets/sheet.ts';

const count = (key: string, zh: string, en: string) => ({ key, label: { zh, en }, type: 'integer' as const });

/** The sheet of the cockpit (监管总览): a line for each archive. It is taken along, never imported. */
export const cockpitSheet = declareSheet({
  id: 'cockpit',
  version: 1,
  title: { zh: '监管总览', en: 'Supervision' },
  key: ['node'],
  columns: [
    { key: 'node', label: { zh: '馆藏机构代码', en: 'Archive code' }, type: 'text', required: true },
    { key: 'name', label: { zh: '馆藏机构', en: 'Archive' }, type: 'text' },
    { key: 'asOf', label: { zh: '截至', en: 'As of' }, type: 'text' },
    count('year', '年度', 'Year'),
    count('should', '应汇交', 'Should be submitted'),
    count('submitted', '已汇交', 'Submitted'),
    { key: 'rate', label: { zh: '汇交率（%）', en: 'Rate (%)' }, type: 'decimal' },
    count('lastShould', '上年同期应汇交', 'Should, year before'),
    count('lastSubmitted', '上年同期已汇交', 'Submitted, year before'),
    count('overdue', '逾期未汇交（全部年度）', 'Overdue, all years'),
    count('soon', '90 天内到期', 'Due within 90 days'),
  ],
  examples: [],
});
