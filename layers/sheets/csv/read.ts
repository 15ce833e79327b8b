import type { RawRow } from '@geoarchive/domain/sheets/cell.ts';
import { findDialect } from '@geoarchive/formats/csv/dialect.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import Papa from 'papaparse';
import type { Limits } from '../limits.ts';
import { unreadable } from '../unreadable.ts';
import { decodedText, WrongEncoding } from './decode.ts';

/** Excel writes this line to say its delimiter; it is no row. */
const separator = /^sep=(.)(\r\n|\r|\n)/i;

/** Papaparse's parser for a piece of text: whole rows, and where the rest begins. It is typed as `any`. */
type Piece = { data: string[][]; meta: { cursor: number } };
const pieces = (text: string) => {
  const delimiter = separator.exec(text)?.[1] ?? findDialect(text, true)?.delimiter ?? ',';
  // The parser takes one kind of line end; with \n a \r before it stays on the last cell and is taken off below.
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  return (rest: string, more: boolean): Piece => new Papa.Parser({ delimiter, newline }).parse(rest, 0, more);
};

const clean = (cells: string[]): string[] => {
  const last = cells[cells.length - 1];
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1);
  return cells;
};

/** The rows of a CSV; row numbers count rows as a spreadsheet shows them, so a cell over several lines is in one. */
export async function* csvRows(source: Source, limits: Limits): AsyncGenerator<RawRow> {
  let parse: ReturnType<typeof pieces> | undefined;
  let rest = '';
  let row = 0;
  const rowsOf = function* (more: boolean): Generator<RawRow> {
    if (parse === undefined) {
      parse = pieces(rest);
      rest = rest.replace(separator, '');
    }
    const { data, meta } = parse(rest, more);
    rest = rest.slice(meta.cursor);
    for (const cells of data) {
      row += 1;
      if (row > limits.rows) throw unreadable('too-many-rows', { most: limits.rows });
      if (cells.length > limits.columns) throw unreadable('too-many-columns', { row, most: limits.columns });
      yield { row, cells: clean(cells) };
    }
    if (rest.length > limits.rowChars) throw unreadable('row-too-long', { row });
  };
  try {
    for await (const text of decodedText(source)) {
      rest += text;
      yield* rowsOf(true);
    }
    if (rest !== '') yield* rowsOf(false);
  } catch (error) {
    throw error instanceof WrongEncoding ? unreadable('bad-encoding', { row }) : error;
  }
}
