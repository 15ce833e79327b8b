import type { SearchRecord } from './record.ts';

/** The parts of a record that words are looked for in, each with its text. */
export const TEXT_FIELDS = ['title', 'subject', 'code', 'author', 'organisation', 'abstract'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A part of a text is ended by this: a phrase does not reach from one keyword into the next. */
export const BREAK = '\n';

/** The text of each field; parts that do not belong together are separated by a line break. */
export const textsOf = (record: SearchRecord): Record<TextField, string> => ({
  title: [record.title, record.titleEn ?? ''].join(BREAK),
  subject: [...record.keywords, ...record.minerals, ...record.regions.map((r) => r.name)].join(BREAK),
  code: [record.archiveNumber, record.id, ...record.sheets, record.dataClass].join(BREAK),
  author: record.authors.join(BREAK),
  organisation: record.organisation ?? '',
  abstract: record.abstract ?? '',
});

/** The values of a record that can be filtered by and counted. */
export const TERM_FIELDS = [
  'kind',
  'access',
  'node',
  'dataClass',
  'mineral',
  'region',
  'workDegree',
  'organisation',
  'format',
  'formedYear',
  'holeType',
  'wellClass',
  'depthClass',
  'industry',
  'basin',
  'release',
  'part',
  'curve',
  'block',
] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** A county with its prefecture and province (GB/T 2260: two digits each): who asks for a province finds its counties. */
export const regionLevels = (code: string): string[] => [
  ...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]),
];

const some = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

/** The values of each field, without repetitions. */
export const termsOf = (record: SearchRecord): Record<TermField, string[]> => ({
  kind: [record.kind],
  access: [record.access],
  node: [record.node],
  dataClass: [record.dataClass],
  mineral: [...new Set(record.minerals)],
  region: [...new Set(record.regions.flatMap((r) => regionLevels(r.code)))],
  workDegree: some(record.workDegree),
  organisation: some(record.organisation),
  format: [...new Set(record.fileFormats)],
  formedYear: some(record.formed?.slice(0, 4)),
  holeType: some(record.hole?.type),
  wellClass: some(record.hole?.wellClass),
  depthClass: some(record.hole?.depthClass),
  industry: some(record.hole?.industry),
  basin: some(record.hole?.basin),
  release: some(record.hole?.release),
  part: [...new Set(record.hole?.parts)],
  curve: [...new Set(record.hole?.curves)],
  block: some(record.hole?.block),
});

/**
 * What a word is worth by the field it stands in. Deliberately not a statistic over the whole index: such a score
 * changes with every record that comes in, and then a page break taken yesterday repeats or skips hits today.
 */
export const WEIGHTS: readonly { weight: number; field: TextField | undefined }[] = [
  { weight: 1, field: undefined },
  { weight: 2, field: 'subject' },
  { weight: 4, field: 'title' },
  { weight: 8, field: 'code' },
];
