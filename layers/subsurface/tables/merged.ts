import type { Cell, RawRow } from '@geoarchive/domain/sheets/cell.ts';
import type { Merged } from '@geoarchive/sheets/xlsx/read/merged.ts';

/** The rows with the value of merged cells in each row that they span, as people see it. */
export async function* filledDown(
  rows: AsyncGenerator<RawRow>,
  merged: readonly Merged[],
): AsyncGenerator<RawRow> {
  const starts = new Map<number, Merged[]>();
  for (const range of merged) starts.set(range.from, [...(starts.get(range.from) ?? []), range]);
  let open: { range: Merged; value: Cell }[] = [];
  for await (const { row, cells } of rows) {
    open = open.filter(({ range }) => range.to >= row);
    const filled = open.length === 0 ? cells : [...cells];
    if (open.length > 0 && Array.isArray(filled))
      for (const { range, value } of open) {
        while (filled.length <= range.column) filled.push(null);
        filled[range.column] ??= value;
      }
    for (const range of starts.get(row) ?? []) open.push({ range, value: cells[range.column] ?? null });
    yield { row, cells: filled };
  }
}
