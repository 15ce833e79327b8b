import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { type ChildKind, childTables } from '@geoarchive/domain/subsurface/tables.ts';
import { type RowFound, remarkOf } from './part.ts';
import { texts } from './texts.ts';

const sortedText = (values: RowFound['values']): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * The rows of one kind without those that say the same twice. Rows about one thing that differ are an error where two sheets say so;
 * within one sheet both are kept and told: papers do hold two measurements.
 */
export const distinctRows = (
  kind: ChildKind,
  rows: readonly RowFound[],
  hole: string,
  tell: (remark: Remark) => void,
): RowFound[] => {
  const { key }: { key: readonly string[] } = childTables[kind];
  const seen = new Map<string, { row: RowFound; text: string }>();
  return rows.filter((row) => {
    const about = key.map((name) => row.values[name] ?? '').join('\t');
    const known = seen.get(about);
    if (known === undefined) {
      seen.set(about, { row, text: '' });
      return true;
    }
    if (known.text === '') known.text = sortedText(known.row.values);
    const same = known.text === sortedText(row.values);
    const { file, sheet, row: first = 0 } = known.row.place;
    const together = file === row.place.file && sheet === row.place.sheet;
    const text = same ? texts.rowTwice : together ? texts.keyTwice : texts.rowsDisagree;
    const placeA = sheet === undefined ? file : `${file} ${sheet}`;
    tell(remarkOf(text, { ...row.place, hole }, { first, placeA }));
    return together && !same;
  });
};
