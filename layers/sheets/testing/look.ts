import type { Cell } from '@geoarchive/domain/sheets/cell.ts';
import type { Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { type Limits, standardLimits } from '../limits.ts';
import { openBook } from '../open.ts';
import { type RowCheck, readSheet } from '../read-sheet.ts';
import { bytesSource } from '../source.ts';
import { Unreadable } from '../unreadable.ts';

/** All chunks in one. */
export const gathered = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
};

export const bookOf = (bytes: Uint8Array | string, limits: Partial<Limits> = {}) =>
  openBook(bytesSource(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, 'x'), {
    ...standardLimits,
    ...limits,
  });

/** The rows of a file as they stand in it. */
export const rawRows = async (bytes: Uint8Array | string, limits: Partial<Limits> = {}) => {
  const rows = [];
  for await (const row of (await bookOf(bytes, limits)).rows()) rows.push(row);
  return rows;
};

/** The cells of each sheet of a workbook, row by row, by the sheet's name. */
export const sheetsOf = async (bytes: Uint8Array): Promise<Record<string, (readonly Cell[])[]>> => {
  const found: Record<string, (readonly Cell[])[]> = {};
  for (const { name, rows } of (await bookOf(bytes)).sheets) {
    const cells: (readonly Cell[])[] = [];
    for await (const row of rows()) cells.push(row.cells);
    found[name] = cells;
  }
  return found;
};

/** The code of the problem by which a file is refused; `read` when it is not. */
export const refusal = (bytes: Uint8Array | string, limits: Partial<Limits> = {}): Promise<string> =>
  rawRows(bytes, limits).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof Unreadable) return error.problem.code;
      throw error;
    },
  );

/** What a file says as a sheet. */
export const readAs = async (sheet: Sheet, bytes: Uint8Array | string, check?: RowCheck) => {
  const { header, rows } = await readSheet(sheet, await bookOf(bytes), check);
  const read = [];
  for await (const row of rows) read.push(row);
  return { header, rows: read };
};
