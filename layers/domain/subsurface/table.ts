import { type Column, declareSheet, type Sheet } from '../sheets/sheet.ts';

type Value<C extends Column> = C['type'] extends 'integer' | 'decimal'
  ? number
  : C['type'] extends 'boolean'
    ? boolean
    : C extends { codes: readonly { code: infer K extends string }[] }
      ? K
      : string;
type ColumnsOf<S extends Sheet> = S['columns'][number];
type Needed<C extends Column> = C extends { required: true } ? C['key'] : never;

/** A row of a table, as its columns declare it: what is required is there, all else may be missing. */
export type RowOf<S extends Sheet> = {
  [C in ColumnsOf<S> as C['key'] & Needed<C>]: Value<C>;
} & {
  [C in ColumnsOf<S> as Exclude<C['key'], Needed<C>>]?: Value<C> | undefined;
};

/** Declares a table of a hole once: its part of the template, its reading, its check at the door and its type follow from it. */
export const declareTable = <const S extends Sheet>(declared: S): S => {
  declareSheet(declared);
  return declared;
};

/** The column by which the rows of every table name their hole. */
export const ofHole = {
  key: 'hole',
  label: { zh: '钻孔编号', en: 'Hole number' },
  aliases: ['孔号', '井号', 'Hole', 'Hole ID', 'BHID', 'HOLEID'],
  type: 'text',
  required: true,
  maxLength: 60,
} as const satisfies Column;

const metres = { type: 'decimal', minimum: 0, maximum: 20_000 } as const;
export const fromDepth = {
  key: 'from',
  label: { zh: '自 (m)', en: 'From (m)' },
  aliases: ['自', '从', '起', '起始深度', 'From', '自(m)'],
  ...metres,
  required: true,
} as const satisfies Column;
export const toDepth = {
  key: 'to',
  label: { zh: '至 (m)', en: 'To (m)' },
  aliases: ['至', '到', '止', '终止深度', 'To', '至(m)'],
  ...metres,
  required: true,
} as const satisfies Column;
/** A column of plain words. */
export const words = <const K extends string>(key: K, zh: string, en: string, maxLength = 200) =>
  ({ key, label: { zh, en }, type: 'text', maxLength }) as const;
/** A column of a number that may be missing. */
export const number = <const K extends string>(
  key: K,
  zh: string,
  en: string,
  minimum?: number,
  maximum?: number,
) =>
  ({
    key,
    label: { zh, en },
    type: 'decimal',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  }) as const;
export const date = <const K extends string>(key: K, zh: string, en: string) =>
  ({ key, label: { zh, en }, type: 'date' }) as const;
