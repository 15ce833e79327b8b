import type { Bilingual } from '../../text.ts';
import type { Figure, UnitCode } from '../figure.ts';
import { byEnd, within } from '../period.ts';
import type { HoldingForm } from '../words.ts';

const table = 'T3';
const stock = true;

/** What lists of holdings count of one form: the list that stands at the end of the period. */
const held = (form: HoldingForm, code: string, unit: UnitCode, name: Bilingual): Figure => ({
  ...{ table, stock, code: `T3.${code}`, unit, name },
  definition: {
    zh: `期末保管清单中“${name.zh}”的数量。`,
    en: `The amount of "${name.en}" by the list of holdings that stands at the end of the period.`,
  },
  source: {
    kind: 'operations',
    rule: {
      fact: 'holding',
      when: (one, period) => one.form === form && byEnd(one.from, period) && !byEnd(one.until, period),
      amount: ({ amount }) => amount,
    },
  },
});

/** T3 馆藏: what is kept. */
export const t3: readonly Figure[] = [
  {
    ...{ table, stock, code: 'T3.dossiers', unit: 'dossier' },
    name: { zh: '馆藏案卷', en: 'Dossiers' },
    definition: { zh: '到期末入馆的案卷。', en: 'Dossiers taken in by the end of the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted }, period) => byEnd(accepted, period),
        by: { kind: ({ kind }) => kind, dataClass: ({ dataClass }) => dataClass },
      },
    },
  },
  {
    ...{ table, code: 'T3.new', unit: 'dossier' },
    name: { zh: '本期新增', en: 'New ones' },
    definition: { zh: '本期内入馆的案卷。', en: 'Dossiers taken in within the period.' },
    source: {
      kind: 'operations',
      rule: { fact: 'dossier', when: ({ accepted }, period) => within(accepted, period) },
    },
  },
  {
    ...{ table, stock, code: 'T3.original-dossiers', unit: 'dossier' },
    name: { zh: '原始资料案卷', en: 'Dossiers of original data' },
    definition: { zh: '馆藏案卷中的原始资料案卷。', en: 'Of the dossiers, those of original data.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted, kind }, period) => kind === 'original' && byEnd(accepted, period),
      },
    },
  },
  held('original', 'originals', 'set', { zh: '原始资料（清单）', en: 'Original data by lists' }),
  held('core', 'core', 'metre', { zh: '岩心', en: 'Core' }),
  held('cuttings', 'cuttings', 'bag', { zh: '岩屑', en: 'Cuttings' }),
  held('specimens', 'specimens', 'piece', { zh: '标本', en: 'Specimens' }),
  held('sections', 'sections', 'piece', { zh: '光薄片', en: 'Sections' }),
  held('samples', 'samples', 'piece', { zh: '样品', en: 'Samples' }),
  {
    ...{ table, stock, code: 'T3.digitised', unit: 'dossier' },
    name: { zh: '已数字化案卷', en: 'Digitised dossiers' },
    definition: { zh: '有电子文件的馆藏案卷。', en: 'Dossiers that have files.' },
    source: {
      kind: 'operations',
      rule: { fact: 'dossier', when: ({ accepted, files }, period) => files > 0 && byEnd(accepted, period) },
    },
  },
  {
    ...{ table, stock, code: 'T3.digitised-share', unit: 'percent' },
    name: { zh: '数字化率', en: 'Digitised share' },
    definition: { zh: '已数字化案卷占馆藏案卷的百分比。', en: 'Digitised dossiers in percent of all.' },
    source: { kind: 'share', part: 'T3.digitised', whole: 'T3.dossiers' },
  },
  {
    ...{ table, stock, code: 'T3.files', unit: 'file' },
    name: { zh: '电子文件数', en: 'Files' },
    definition: { zh: '馆藏案卷的电子文件数。', en: 'Files of the dossiers kept.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted }, period) => byEnd(accepted, period),
        amount: ({ files }) => files,
      },
    },
  },
  {
    ...{ table, stock, code: 'T3.bytes', unit: 'byte' },
    name: { zh: '电子文件数据量', en: 'Volume of files' },
    definition: { zh: '馆藏案卷电子文件的数据量。', en: 'Bytes of the files of the dossiers kept.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted }, period) => byEnd(accepted, period),
        amount: ({ bytes }) => bytes,
      },
    },
  },
];
