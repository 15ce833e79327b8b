import type { Figure } from '../figure.ts';
import { byEnd, within } from '../period.ts';

const table = 'T7';

/** T7 信息化: records, holes, systems, backups. */
export const t7: readonly Figure[] = [
  {
    ...{ table, code: 'T7.records', unit: 'dossier', stock: true },
    name: { zh: '公开目录', en: 'Public records' },
    definition: {
      zh: '到期末在门户公开目录的案卷。',
      en: 'Dossiers whose record is public at the end of the period.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'dossier', when: ({ recordOpen }, period) => byEnd(recordOpen, period) },
    },
  },
  {
    ...{ table, code: 'T7.scanned', unit: 'page' },
    name: { zh: '扫描页数', en: 'Pages scanned' },
    definition: { zh: '本期内扫描的纸质资料页数。', en: 'Pages of paper scanned in the period.' },
    source: { kind: 'manual' },
  },
  {
    ...{ table, code: 'T7.holes', unit: 'hole', stock: true },
    name: { zh: '钻孔入库', en: 'Holes' },
    definition: { zh: '到期末入库的钻孔。', en: 'Holes entered by the end of the period.' },
    source: {
      kind: 'operations',
      rule: { fact: 'hole', when: ({ entered }, period) => byEnd(entered, period) },
    },
  },
  {
    ...{ table, code: 'T7.new-holes', unit: 'hole' },
    name: { zh: '本期新增钻孔', en: 'New holes' },
    definition: { zh: '本期内入库的钻孔。', en: 'Holes entered in the period.' },
    source: {
      kind: 'operations',
      rule: { fact: 'hole', when: ({ entered }, period) => within(entered, period) },
    },
  },
  {
    ...{ table, code: 'T7.hole-metres', unit: 'metre', stock: true },
    name: { zh: '钻孔进尺', en: 'Metres drilled' },
    definition: {
      zh: '到期末入库钻孔的孔深之和，取整到米。',
      en: 'The depths of those holes together, each rounded to metres.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'hole',
        when: ({ entered, metres }, period) => metres > 0 && byEnd(entered, period),
        amount: ({ metres }) => metres,
      },
    },
  },
  {
    ...{ table, code: 'T7.systems', unit: 'system', stock: true },
    name: { zh: '运行的信息系统', en: 'Systems in use' },
    definition: {
      zh: '期末运行的地质资料信息系统数。',
      en: 'Systems for geological data in use at the end.',
    },
    source: { kind: 'manual' },
  },
  {
    ...{ table, code: 'T7.backups', unit: 'time' },
    name: { zh: '数据备份', en: 'Backups' },
    definition: { zh: '本期内完成的数据备份。', en: 'Backups made in the period.' },
    source: { kind: 'operations', rule: { fact: 'backup', when: ({ on }, period) => within(on, period) } },
  },
];
