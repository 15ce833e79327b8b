import type { DatabaseSync } from 'node:sqlite';
import { TERM_FIELDS, type TermField } from '../fields.ts';

/** The (field, value) pairs of the index by their number. */
export type Terms = {
  /** One more than the highest number. */
  count(): number;
  /** Position of the pair's field in `TERM_FIELDS`. */
  fieldAt(ord: number): number;
  valueAt(ord: number): string;
  /** The numbers of those of the values that occur. */
  ordsOf(field: TermField, values: readonly string[]): number[];
  /** Reads pairs added since. */
  refresh(): void;
};

const NAMES: readonly string[] = TERM_FIELDS;

export const loadTerms = (db: DatabaseSync): Terms => {
  const fields: number[] = [0];
  const values: string[] = [''];
  const ords = TERM_FIELDS.map(() => new Map<string, number>());
  const newer = db.prepare('SELECT ord, field, value FROM term WHERE ord >= ? ORDER BY ord');
  const terms: Terms = {
    count: () => values.length,
    fieldAt: (ord) => fields[ord] ?? 0,
    valueAt: (ord) => values[ord] ?? '',
    ordsOf: (field, wanted) => wanted.flatMap((value) => ords[TERM_FIELDS.indexOf(field)]?.get(value) ?? []),
    refresh() {
      for (const row of newer.iterate(values.length)) {
        const ord = Number(row['ord']);
        const field = NAMES.indexOf(String(row['field']));
        fields[ord] = field;
        values[ord] = String(row['value']);
        ords[field]?.set(String(row['value']), ord);
      }
    },
  };
  terms.refresh();
  return terms;
};
