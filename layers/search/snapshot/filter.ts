import { dayOf } from '../day.ts';
import { TERM_FIELDS, type TermField } from '../fields.ts';
import type { SearchQuery, Visible } from '../query.ts';
import type { BBox } from '../record.ts';
import { type Columns, NO_DAY } from './columns.ts';

type FieldValues = readonly (readonly [TermField, readonly string[]])[];

const entriesOf = (conditions: { readonly [F in TermField]?: readonly string[] | undefined }): FieldValues =>
  TERM_FIELDS.flatMap((field) => {
    const values = conditions[field];
    return values === undefined ? [] : [[field, values] as const];
  });

/** Which of several field conditions a slot does not meet, as bits by the field's place in `TERM_FIELDS`. */
export const missingOf = (columns: Columns, conditions: Parameters<typeof entriesOf>[0]) => {
  const bits = new Uint32Array(columns.terms.count());
  let wanted = 0;
  for (const [field, values] of entriesOf(conditions)) {
    const bit = 1 << TERM_FIELDS.indexOf(field);
    wanted |= bit;
    for (const ord of columns.terms.ordsOf(field, values)) bits[ord] = bit;
  }
  return (slot: number): number => {
    if (wanted === 0) return 0;
    let met = 0;
    const start = columns.termStart[slot] ?? 0;
    const end = start + (columns.termCount[slot] ?? 0);
    for (let at = start; at < end; at++) met |= bits[columns.termPool[at] ?? 0] ?? 0;
    return wanted & ~met;
  };
};

/** One byte per slot: 1 where the record is in the index and one of the conditions of `visible` is met. */
export const visibleMask = (columns: Columns, visible: Visible): Uint8Array => {
  const mask = new Uint8Array(columns.size);
  for (const conditions of visible) {
    const missing = missingOf(columns, conditions);
    for (let slot = 0; slot < columns.size; slot++)
      if (columns.live[slot] === 1 && mask[slot] === 0 && missing(slot) === 0) mask[slot] = 1;
  }
  return mask;
};

/** Whether two spans of longitudes meet; the first may go over the 180th meridian. */
const longitudesMeet = (west: number, east: number, otherWest: number, otherEast: number): boolean =>
  west <= east ? otherWest <= east && otherEast >= west : otherEast >= west || otherWest <= east;

const boxTest =
  ({ boxes }: Columns, [west, south, east, north]: BBox) =>
  (slot: number) => {
    const at = slot * 4;
    const [w, s, e, n] = [boxes[at] ?? NaN, boxes[at + 1] ?? NaN, boxes[at + 2] ?? NaN, boxes[at + 3] ?? NaN];
    // Comparisons with NaN (no box) are false.
    return s <= north && n >= south && longitudesMeet(west, east, w, e);
  };

const periodTest = (
  days: Int32Array,
  { from, to }: { from?: string | undefined; to?: string | undefined },
) => {
  const first = from === undefined ? NO_DAY + 1 : dayOf(from);
  const last = to === undefined ? 2 ** 31 : dayOf(to);
  return (slot: number) => {
    const day = days[slot] ?? NO_DAY;
    return day >= first && day <= last;
  };
};

/** Whether a slot has every one of these values: the terms it still lacks are counted down. */
const everyTest = (columns: Columns, conditions: Parameters<typeof entriesOf>[0]) => {
  const asked = entriesOf(conditions).flatMap(([field, values]) =>
    [...new Set(values)].map((value) => columns.terms.ordsOf(field, [value])),
  );
  const wanted = new Set(asked.flat());
  // A value that no record has is met by none.
  const met = asked.every((ords) => ords.length > 0);
  return (slot: number): boolean => {
    if (!met) return false;
    let lacking = wanted.size;
    const start = columns.termStart[slot] ?? 0;
    const end = start + (columns.termCount[slot] ?? 0);
    for (let at = start; at < end && lacking > 0; at++)
      if (wanted.has(columns.termPool[at] ?? 0)) lacking -= 1;
    return lacking === 0;
  };
};

/** The tests a query makes apart from words and alternatives of a field. */
export const placeAndTime = (columns: Columns, query: SearchQuery): ((slot: number) => boolean)[] => [
  ...(query.every ? [everyTest(columns, query.every)] : []),
  ...(query.bbox ? [boxTest(columns, query.bbox)] : []),
  ...(query.published ? [periodTest(columns.published, query.published)] : []),
  ...(query.formed ? [periodTest(columns.formed, query.formed)] : []),
];
