/**
 * A cell as it stands in a file, before a column says what it means. A date is `YYYY-MM-DD`, with `THH:MM:SS` when it has a time of
 * day; an error is what the program shows (`#N/A`), or `#FORMULA` for a formula that was never calculated.
 */
export type Cell = string | number | boolean | null | { date: string } | { error: string };
/** A row of a file with its number as the program shows it, from 1. */
export type RawRow = { row: number; cells: readonly Cell[] };

/** Whether nothing stands in the cell. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** What a person sees in the cell. */
export const shownText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'date' in cell ? cell.date : cell.error;
};
