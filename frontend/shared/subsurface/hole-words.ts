import type { Column, Values } from '@geoarchive/domain/sheets/sheet.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

export type Say = (text: Bilingual) => string;

/** What a cell of a hole's table says to people: the name of a code, a number as it is. */
export const cellText = (column: Column, value: Values[string] | undefined, say: Say): string => {
  if (value === undefined) return '';
  const label = column.codes?.find(({ code }) => code === value)?.label;
  return label === undefined ? String(value) : say(label);
};
