import type { Bilingual } from '../../text.ts';
import type { Figure, UnitCode } from '../figure.ts';
import { byEnd, within } from '../period.ts';
import { type HoldingChange, type HoldingForm, holdingChanges } from '../words.ts';

const table = 'T3';
const stock = true;

/** What lists of holdings count of one form: the list that stands at the end of the period. */
const held = (form: HoldingForm, code: string, unit: UnitCode, name: Bilingual): Figure => ({
  ...{ table, stock, code: `T3.${code}`, unit, name },
  definition: {
    zh: `已报送的本年保管清单中“${name.zh}”的数量；没有清单的单位自行填报。`,
    en: `The amount of "${name.en}" by the list of holdings of the year that was handed in; entered by units without one.`,
  },
  source: {
    kind: 'operations',
    rule: {
      fact: 'holding',
      when: (one, period) => one.form === form && within(one.on, period),
      amount: ({ amount }) => amount,
    },
  },
});

const custodians = { table, unit: 'set', only: 'custodian' } as const;

/** Rows of a custodian's list that differ from the one before. */
const changed = (change: HoldingChange, zh: string, en: string): Figure => ({
  ...{ ...custodians, code: `T3.sets-${change}`, name: { zh: `清单${holdingChanges[change].zh}`, en } },
  definition: {
    zh: `本年保管清单与上一份已报送的清单相比，${zh}的份数。`,
    en: `Sets of the list of the year: ${en.toLowerCase()} as against the list handed in before it.`,
  },
  source: {
    kind: 'operations',
    rule: {
      fact: 'holdingChange',
      when: (one, period) => one.change === change && within(one.on, period),
      by: { kind: ({ kind }) => kind },
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
    ...{ ...custodians, stock, code: 'T3.sets', name: { zh: '清单所列', en: 'Sets on the list' } },
    definition: {
      zh: '已报送的本年保管清单所列原始、实物资料的份数，一行一份。',
      en: 'Sets of original and physical data on the list of the year that was handed in, a row each.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'holding',
        when: ({ on }, period) => within(on, period),
        by: { kind: ({ kind }) => kind, condition: ({ condition }) => condition },
      },
    },
  },
  {
    ...{ ...custodians, stock, code: 'T3.sets-apart' },
    name: { zh: '其中未折算', en: 'Of them in other units' },
    definition: {
      zh: '清单所列实物资料中，类别或计量单位不在上列各项之内（如按箱计的岩心）、未计入各项数量的份数。',
      en: 'Physical sets on the list that none of the figures above has: of another category, or counted in another unit, as core by boxes.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'holding', when: ({ on, form }, period) => form === undefined && within(on, period) },
    },
  },
  changed('added', '新增', 'Added to the list'),
  changed('gone', '减少', 'Gone from the list'),
  changed('changed', '内容有变', 'Changed on the list'),
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
