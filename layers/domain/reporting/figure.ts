import type { Bilingual } from '../text.ts';
import type { FactKind, FactOf } from './facts.ts';
import type { Period } from './period.ts';
import type { UnitKind } from './report.ts';
import type { Dimension } from './words.ts';

/** The tables of the annual report (domain.md §5), and E: what only the evaluation counts. */
export const tableCodes = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'E'] as const;
export type TableCode = (typeof tableCodes)[number];
export const reportTables = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'] as const;
export type ReportTable = (typeof reportTables)[number];

/** What figures are counted in. Bytes are kept as they are and shown as GB or TB. */
export const units = {
  task: { zh: '项', en: 'tasks' },
  deposit: { zh: '份', en: 'deposits' },
  dossier: { zh: '档', en: 'dossiers' },
  set: { zh: '套', en: 'sets' },
  file: { zh: '个', en: 'files' },
  byte: { zh: '字节', en: 'bytes' },
  metre: { zh: '米', en: 'm' },
  bag: { zh: '袋', en: 'bags' },
  piece: { zh: '件', en: 'pieces' },
  paper: { zh: '件', en: 'papers' },
  visit: { zh: '人次', en: 'visits' },
  request: { zh: '件次', en: 'requests' },
  item: { zh: '份次', en: 'item-times' },
  page: { zh: '页', en: 'pages' },
  time: { zh: '次', en: 'times' },
  hole: { zh: '个', en: 'holes' },
  system: { zh: '个', en: 'systems' },
  person: { zh: '人', en: 'persons' },
  area: { zh: '平方米', en: 'm²' },
  money: { zh: '万元', en: '10 000 CNY' },
  percent: { zh: '%', en: '%' },
  case: { zh: '件', en: 'cases' },
  minute: { zh: '分钟', en: 'minutes' },
  months: { zh: '月次', en: 'times' },
} as const satisfies Record<string, Bilingual>;
export type UnitCode = keyof typeof units;

/** How a figure follows from facts of one kind: which count, as how much, and by what they are told apart. */
export type RuleOf<K extends FactKind> = {
  [P in K]: {
    fact: P;
    when: (fact: FactOf<P>, period: Period) => boolean;
    /** One each where it is left out. */
    amount?: (fact: FactOf<P>) => number;
    by?: Partial<Record<Dimension, (fact: FactOf<P>) => string | undefined>>;
  };
}[K];
export type Rule = RuleOf<FactKind>;

/** Where a figure comes from: counted from operations, entered by hand, or the share of one in another. */
export type Source =
  | { kind: 'operations'; rule: Rule }
  | { kind: 'manual'; decimals?: boolean }
  | { kind: 'share'; part: string; whole: string };

export type Figure = {
  code: string;
  table: TableCode;
  name: Bilingual;
  unit: UnitCode;
  /** What is counted, in words. */
  definition: Bilingual;
  source: Source;
  /** A figure of how things stand at the end: of several periods the last counts, they are not added. */
  stock?: true;
  /** Left out of the reports of other units. */
  only?: UnitKind;
};

/** A condition across figures: the sum of the left is so to the sum of the right. */
export type CrossCheck = {
  code: string;
  left: readonly string[];
  relation: 'at-most' | 'equals';
  right: readonly string[];
  /** An error keeps the report from being signed. */
  severity: 'error' | 'warning';
  text: Bilingual;
};
