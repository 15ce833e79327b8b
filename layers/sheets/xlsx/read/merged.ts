import type { Package } from './package.ts';
import { columnOf } from './rows.ts';
import { attribute } from './text.ts';

/** Cells of one column, from row to row, that a sheet shows as one (ECMA-376 18.3.1.55). */
export type Merged = { column: number; from: number; to: number };

/** Ranges beyond this are no table that people merged. */
const most = 100_000;

/** The ranges of a sheet that are merged over several rows, by their first column; they stand behind its rows, so it is unpacked for them. */
export const readMerged = async (zip: Package, part: string): Promise<readonly Merged[]> => {
  const found: Merged[] = [];
  const nothing = () => undefined;
  const open = (tag: string, attributes: string) => {
    if (tag !== 'mergeCell' || found.length >= most) return;
    const [first = '', last = ''] = (attribute(attributes, 'ref') ?? '').split(':');
    const column = columnOf(first);
    const [from, to] = [first, last].map((cell) => Number(/\d+$/.exec(cell)?.[0] ?? 0));
    if (column !== undefined && from !== undefined && to !== undefined && to > from && from > 0)
      found.push({ column, from, to });
  };
  for await (const _ of zip.scan(part, { open, close: nothing, text: nothing }));
  return found;
};
