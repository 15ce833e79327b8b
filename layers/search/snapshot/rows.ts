import { tokens } from '../analyse.ts';
import { BREAK, TERM_FIELDS, TEXT_FIELDS, type TermField, termsOf, textsOf } from '../fields.ts';
import type { SearchRecord } from '../record.ts';

/** Between two parts of a text: a token nobody can type, so that no phrase reaches over it. */
const GAP = '\u241e';

/** The texts of a record as rows of tokens, in the order of `TEXT_FIELDS`. */
export const wordsOf = (record: SearchRecord): string[] => {
  const texts = textsOf(record);
  return TEXT_FIELDS.map((field) =>
    texts[field]
      .split(BREAK)
      .map((part) => tokens(part).join(' '))
      .filter((part) => part !== '')
      .join(` ${GAP} `),
  );
};

/** All (field, value) pairs of a record. */
export const pairsOf = (record: SearchRecord): [TermField, string][] => {
  const terms = termsOf(record);
  return TERM_FIELDS.flatMap((field) => terms[field].map((value): [TermField, string] => [field, value]));
};
