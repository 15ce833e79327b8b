import type { Bilingual } from '@geoarchive/domain/text.ts';
import { texts } from './problem-texts.ts';

/** A finding about a file: code, how bad, what and where it is and how to mend it. */
export type Problem = {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: Bilingual;
  at?: string;
};

export type ProblemCode = keyof typeof texts;
type Values = Record<string, string | number>;

const fill = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

/** Makes a finding from the table of texts. `values` fill the places in braces; `at` says where. */
export function problem(code: ProblemCode, values: Values = {}, at?: string): Problem {
  const { severity, zh, en } = texts[code];
  const message = { zh: fill(zh, values), en: fill(en, values) };
  return at === undefined ? { code, severity, message } : { code, severity, message, at };
}

/** True when nothing found is an error. */
export const allGood = (problems: Problem[]) => problems.every(({ severity }) => severity !== 'error');
