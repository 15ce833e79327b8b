import type { Cell, RawRow } from '@geoarchive/domain/sheets/cell.ts';
import { checkStamp, findHeader, type Header, headerWithin } from '@geoarchive/domain/sheets/header.ts';
import type { CellProblem } from '@geoarchive/domain/sheets/problem.ts';
import { duplicates, isExample, readRow } from '@geoarchive/domain/sheets/row.ts';
import type { Sheet, Values } from '@geoarchive/domain/sheets/sheet.ts';
import type { Book } from './open.ts';

/** A row under the headings: what it says, what is wrong with it, or that it is the template's example. */
export type SheetRow = { row: number; cells: readonly Cell[] } & (
  | { kind: 'values'; values: Values }
  | { kind: 'wrong'; problems: readonly CellProblem[] }
  | { kind: 'example' | 'blank' }
);

/** Further checks of a row that reads well, by the module whose sheet it is. */
export type RowCheck = (values: Values, row: number) => readonly CellProblem[];

/** A sheet found in a book. With problems in its header there are no rows to speak of. */
export type SheetReading = {
  header: Header;
  /** The rows above the headings, theirs too. */
  above: readonly RawRow[];
  rows: AsyncGenerator<SheetRow>;
};

/**
 * Reads a book as a sheet: finds the headings, then gives row by row what it says. Rows about the same thing twice are wrong from
 * the second on.
 * @throws Unreadable while the rows are read, where the file breaks off or exceeds a limit.
 */
export const readSheet = async (sheet: Sheet, book: Book, check?: RowCheck): Promise<SheetReading> => {
  const raw = book.rows();
  const begin: RawRow[] = [];
  while (begin.length < headerWithin) {
    const { done, value } = await raw.next();
    if (done) break;
    begin.push(value);
  }
  const found = findHeader(sheet, begin);
  const stamped = checkStamp(sheet, book.stamp);
  const header = stamped === undefined ? found : { ...found, problems: [stamped] };
  const repeated = duplicates(sheet);
  const readOne = ({ row, cells }: RawRow): SheetRow => {
    const read = readRow(header, { row, cells }, book.epoch);
    if (read === undefined) return { row, cells, kind: 'blank' };
    if ('problems' in read) return { row, cells, kind: 'wrong', problems: read.problems };
    if (isExample(sheet, read.values)) return { row, cells, kind: 'example' };
    const again = repeated(row, read.values);
    const problems = [...(again === undefined ? [] : [again]), ...(check?.(read.values, row) ?? [])];
    return problems.length > 0
      ? { row, cells, kind: 'wrong', problems }
      : { row, cells, kind: 'values', values: read.values };
  };
  return {
    header,
    above: begin.filter(({ row }) => row <= header.row),
    rows: (async function* () {
      if (header.problems.length > 0) {
        await raw.return(undefined);
        return;
      }
      for (const row of begin) if (row.row > header.row) yield readOne(row);
      for await (const row of raw) yield readOne(row);
    })(),
  };
};
