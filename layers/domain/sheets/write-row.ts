import type { Bilingual, Language } from '../text.ts';
import type { Cell } from './cell.ts';
import type { Column, Sheet, Values } from './sheet.ts';

export const yesNo: Readonly<Record<'yes' | 'no', Bilingual>> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
};

/** The cell of a value, in the reader's language; read again it gives the same value. */
const cellOf = ({ type, codes }: Column, value: Values[string] | undefined, language: Language): Cell => {
  if (value === undefined) return null;
  if (type === 'date') return { date: String(value) };
  if (typeof value === 'boolean') return yesNo[value ? 'yes' : 'no'][language];
  if (type === 'code') return codes?.find(({ code }) => code === value)?.label[language] ?? value;
  return value;
};

/** The cells of a row of an export, in the order of the columns. */
export const writeRow = ({ columns }: Sheet, values: Values, language: Language): Cell[] =>
  columns.map((column) => cellOf(column, values[column.key], language));

/** The headings; a star marks what must be filled in. */
export const headingRow = ({ columns }: Sheet, language: Language): string[] =>
  columns.map(({ label, required }) => `${label[language]}${required ? '*' : ''}`);
