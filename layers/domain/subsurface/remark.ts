import type { Bilingual } from '../text.ts';
import type { HoleHeader } from './header.ts';

/**
 * What was found while files of holes were read. With an `error` a hole, or a file, is not brought in; a `warning` is to be looked at; a
 * `repair` was made in reading and is told.
 */
export type Severity = 'error' | 'warning' | 'repair';
/** Where in a file: sheet of a workbook, row as the program counts it, column as it is headed there. */
export type FilePlace = { file: string; sheet?: string; row?: number; column?: string };
export type Remark = FilePlace & {
  severity: Severity;
  code: string;
  hole?: string;
  /** Metres along the hole. */
  depth?: number;
  message: Bilingual;
  /** What to do about it. */
  remedy: Bilingual;
  /** Offered where the reader can mend it but should not without being asked: gives the mended header. */
  mend?: (header: HoleHeader) => HoleHeader;
};

type Values = Readonly<Record<string, string | number>>;
/** A text with `{name}` filled in. */
export const filled = (text: Bilingual, values: Values = {}): Bilingual => {
  const one = (language: keyof Bilingual) =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { zh: one('zh'), en: one('en') };
};
