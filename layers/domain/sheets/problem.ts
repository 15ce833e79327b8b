import type { Bilingual } from '../text.ts';
import { type ProblemCode, problemTexts } from './problem-texts.ts';

/** What is wrong with a file, a heading or a cell, and what to do about it. */
export type SheetProblem = { code: ProblemCode; message: Bilingual; remedy: Bilingual };
/** A problem at a place: the row as the program counts it, the column's key where one is meant. */
export type CellProblem = SheetProblem & { row: number; column?: string };

const fill = (text: Bilingual, values: Readonly<Record<string, string | number | Bilingual>>): Bilingual => {
  const one = (language: keyof Bilingual) =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { zh: one('zh'), en: one('en') };
};

/** A problem by its code; `{name}` in its texts is filled in. */
export const sheetProblem = (
  code: ProblemCode,
  values: Readonly<Record<string, string | number | Bilingual>> = {},
): SheetProblem => {
  const { message, remedy } = problemTexts[code];
  return { code, message: fill(message, values), remedy: fill(remedy, values) };
};
