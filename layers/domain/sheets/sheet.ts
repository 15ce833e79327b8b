import type { Bilingual } from '../text.ts';
import { folded } from './fold.ts';

/** One entry of a code list: what is stored, and what people read and may type. */
export type Code = { code: string; label: Bilingual };
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'boolean' | 'code';

/** A column of a sheet. Its values are text, number, boolean, or a day (`YYYY-MM-DD`). */
export type Column = {
  key: string;
  label: Bilingual;
  /** Other headings under which it is found. */
  aliases?: readonly string[];
  type: ColumnType;
  required?: boolean;
  /** The entries of a code column. */
  codes?: readonly Code[];
  /** Characters of a text at most. */
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** What a text must look like, and in words. */
  pattern?: { like: RegExp; say: Bilingual };
  /** What to write here: shown where the template's cell is chosen, and on its page of instructions. */
  hint?: Bilingual;
};

/** What a row says, by the keys of its columns; a cell left empty has no entry. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** A sheet as a module declares it, once: template, import, marked-up copy and export follow from it. */
export type Sheet = {
  id: string;
  /** Counts up when a column changes its meaning or a required one is added. */
  version: number;
  title: Bilingual;
  columns: readonly Column[];
  /** The columns that together say which thing a row is about; the first one is required. */
  key: readonly string[];
  /** Rows that the template shows; a row that still says the same is never imported. */
  examples: readonly Values[];
};

/** Every heading under which a column is found, folded. */
export const headingsOf = ({ key, label, aliases = [] }: Column): string[] =>
  [key, label.zh, label.en, ...aliases].map(folded);

const twice = (texts: readonly string[]): string | undefined =>
  texts.find((text, at) => texts.indexOf(text) !== at);

/** Checks a declaration where it stands: throws when a heading or the label of a code could mean two things. */
export const declareSheet = (declared: Sheet): Sheet => {
  const { id, columns, key } = declared;
  const heading = twice(columns.flatMap((column) => [...new Set(headingsOf(column))]));
  if (heading !== undefined) throw new Error(`Sheet ${id}: the heading "${heading}" is of two columns`);
  for (const column of columns) {
    if ((column.type === 'code') !== (column.codes !== undefined))
      throw new Error(`Sheet ${id}: codes belong to code columns (${column.key})`);
    const label = twice((column.codes ?? []).flatMap((code) => [...new Set(namesOfCode(code))]));
    if (label !== undefined) throw new Error(`Sheet ${id}: "${label}" is of two codes of ${column.key}`);
  }
  const unknown = key.find(
    (name, at) => !columns.some((column) => column.key === name && (at > 0 || column.required)),
  );
  if (unknown !== undefined)
    throw new Error(`Sheet ${id}: key column ${unknown} must be a column, the first a required one`);
  return declared;
};

/** All that stands for a code in a cell, folded. */
export const namesOfCode = ({ code, label }: Code): string[] => [code, label.zh, label.en].map(folded);

/** What a file says it is: kept in a property of a workbook. */
export const stampOf = ({ id, version }: Sheet): string => `${id}@${version}`;
