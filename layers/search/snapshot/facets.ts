import { TERM_FIELDS, type TermField } from '../fields.ts';
import type { Facet, SearchReply } from '../query.ts';
import type { Columns } from './columns.ts';

/** Most frequent first; equals by value, so that two calls agree. */
const byCount = (a: Facet, b: Facet): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Counts the values of the wanted fields over the slots shown to it. */
export const facetCounter = (columns: Columns, wanted: readonly TermField[], size: number) => {
  const wantedBits = wanted.reduce((bits, field) => bits | (1 << TERM_FIELDS.indexOf(field)), 0);
  const { terms } = columns;
  const counts = new Uint32Array(terms.count());
  const fieldBits = Uint32Array.from({ length: terms.count() }, (_, ord) => 1 << terms.fieldAt(ord));
  return {
    /** Counts the slot's values; with `missing`, only in the one field whose filter it does not meet. */
    count(slot: number, missing: number): void {
      const fields = missing === 0 ? wantedBits : wantedBits & missing;
      if (fields === 0 || (missing & (missing - 1)) !== 0) return;
      const start = columns.termStart[slot] ?? 0;
      const end = start + (columns.termCount[slot] ?? 0);
      for (let at = start; at < end; at++) {
        const ord = columns.termPool[at] ?? 0;
        if (((fieldBits[ord] ?? 0) & fields) !== 0) counts[ord] = (counts[ord] ?? 0) + 1;
      }
    },
    facets(): SearchReply['facets'] {
      const found = new Map<number, Facet[]>(wanted.map((field) => [TERM_FIELDS.indexOf(field), []]));
      for (const [ord, count] of counts.entries())
        if (count > 0) found.get(terms.fieldAt(ord))?.push({ value: terms.valueAt(ord), count });
      return Object.fromEntries(
        wanted.map((field) => [
          field,
          (found.get(TERM_FIELDS.indexOf(field)) ?? []).sort(byCount).slice(0, size),
        ]),
      );
    },
  };
};
