import type { Part } from '../part.ts';

type Dipped = { values: Readonly<Record<string, unknown>> };
const dipOf = ({ values }: Dipped): number | undefined => {
  const dip = values['dip'];
  return typeof dip === 'number' ? dip : undefined;
};
const turned = <D extends Dipped>(one: D): D => {
  const dip = dipOf(one);
  return dip === undefined ? one : { ...one, values: { ...one.values, dip: 0 - dip } };
};

/**
 * Most programs of mining write the dip of a hole that goes down as negative; here down is positive (domain.md §4.3). Turns the dips of
 * one table in place, from `row` and `header` on, where all are negative or level. Says what it did; of both signs nothing is turned.
 */
export const turnDips = (part: Part, row: number, header: number): 'turned' | 'mixed' | 'as-is' => {
  const rows = part.rows.slice(row);
  const headers = part.headers.slice(header);
  const dips = [...rows, ...headers].flatMap((one) => dipOf(one) ?? []);
  if (!dips.some((dip) => dip < 0)) return 'as-is';
  if (dips.some((dip) => dip > 0)) return 'mixed';
  part.rows.splice(row, rows.length);
  for (const one of rows) part.rows.push(turned(one));
  part.headers.splice(header, headers.length, ...headers.map(turned));
  return 'turned';
};
