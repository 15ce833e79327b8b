import type { Cell, RawRow } from '@geoarchive/domain/sheets/cell.ts';
import { isProblemsHeading, problemsHeading } from '@geoarchive/domain/sheets/header.ts';
import type { CellProblem } from '@geoarchive/domain/sheets/problem.ts';
import { type Sheet, stampOf } from '@geoarchive/domain/sheets/sheet.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import type { Book } from './open.ts';
import { type RowCheck, readSheet, type SheetRow } from './read-sheet.ts';
import type { StyledCell, WrittenRow } from './xlsx/write/cells.ts';
import { writeWorkbook } from './xlsx/write/workbook.ts';

const label = (sheet: Sheet, key: string | undefined, language: Language): string => {
  const column = sheet.columns.find((one) => one.key === key);
  return column === undefined ? '' : `${column.label[language]}: `;
};

/** What is wrong with a row and what to do, in one text. */
const told = (sheet: Sheet, problems: readonly CellProblem[], language: Language): string =>
  problems
    .map(({ column, message, remedy }) =>
      `${label(sheet, column, language)}${message[language]} ${remedy[language]}`.trim(),
    )
    .join('\n');

/**
 * The file as it came, with what is wrong coloured and told in a last column, to be mended and chosen again: that column is left
 * out then. Rows keep their numbers. The book is read once more, so memory does not grow with it.
 */
export const writeMarkedUp = async (
  sheet: Sheet,
  book: Book,
  language: Language,
  check?: RowCheck,
): Promise<AsyncGenerator<Uint8Array>> => {
  const { header, above, rows } = await readSheet(sheet, book, check);
  const heading = above.find(({ row }) => row === header.row)?.cells ?? [];
  const before = heading.findIndex(isProblemsHeading);
  const last = before === -1 ? heading.length : before;
  const places = new Map(header.columns.map(({ column, at }) => [column.key, at]));

  const withLast = (cells: readonly Cell[], note: StyledCell, wrong: ReadonlySet<number>): StyledCell[] => {
    const width = Math.max(last, cells.length) + 1;
    return Array.from({ length: width }, (_, at): StyledCell => {
      if (at === last) return note;
      const cell = cells[at] ?? null;
      return wrong.has(at) ? { cell, look: 'wrong' } : cell;
    });
  };
  const none = new Set<number>();
  const aboveRow = ({ row, cells }: RawRow): WrittenRow =>
    row === header.row
      ? { row, cells: withLast(cells, { cell: problemsHeading[language], look: 'header' }, none) }
      : { row, cells };
  const marked = (read: SheetRow): WrittenRow => {
    const { row, cells } = read;
    if (read.kind !== 'wrong') return { row, cells: withLast(cells, null, none) };
    const wrong = new Set(read.problems.map(({ column }) => places.get(column ?? '') ?? last));
    return {
      row,
      cells: withLast(cells, { cell: told(sheet, read.problems, language), look: 'note' }, wrong),
    };
  };
  const columns = heading.map((_, at) => ({ width: at === last ? 80 : 18 }));
  if (before === -1) columns.push({ width: 80 });
  const written = (async function* () {
    yield* above.map(aboveRow);
    for await (const row of rows) yield marked(row);
  })();
  return writeWorkbook(
    [{ name: sheet.title[language], rows: written, columns, frozen: header.row }],
    stampOf(sheet),
  );
};
