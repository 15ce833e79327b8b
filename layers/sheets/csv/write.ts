import { type Cell, shownText } from '@geoarchive/domain/sheets/cell.ts';
import { neutral } from '@geoarchive/domain/sheets/injection.ts';
import Papa from 'papaparse';

const atOnce = 500;
const written = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : neutral(shownText(cell)));

/** A CSV of the rows by chunks: UTF-8 with the mark by which Excel knows it, CR LF, nothing that a program would run. */
export async function* writeCsv(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let some: string[][] = [];
  const flush = () => {
    const text = Papa.unparse(some, { newline: '\r\n' });
    some = [];
    return encoder.encode(`${text}\r\n`);
  };
  yield new Uint8Array([0xef, 0xbb, 0xbf]);
  for await (const cells of rows) {
    some.push(cells.map(written));
    if (some.length === atOnce) yield flush();
  }
  if (some.length > 0) yield flush();
}
