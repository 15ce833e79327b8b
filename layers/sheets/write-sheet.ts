import type { Cell } from '@geoarchive/domain/sheets/cell.ts';
import { kept } from '@geoarchive/domain/sheets/injection.ts';
import { type Sheet, stampOf, type Values } from '@geoarchive/domain/sheets/sheet.ts';
import { headingRow, writeRow } from '@geoarchive/domain/sheets/write-row.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { writeCsv } from './csv/write.ts';
import type { WrittenRow } from './xlsx/write/cells.ts';
import type { Look } from './xlsx/write/styles.ts';
import { writeWorkbook } from './xlsx/write/workbook.ts';

export type Rows = Iterable<Values> | AsyncIterable<Values>;
export type FileKind = 'xlsx' | 'csv';
export const mediaTypes: Readonly<Record<FileKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

const headerLook = ({ columns }: Sheet, at: number): Look => (columns[at]?.required ? 'required' : 'header');
/** The headings with their look, for a workbook. */
export const headerCells = (sheet: Sheet, language: Language): WrittenRow => ({
  cells: headingRow(sheet, language).map((cell, at) => ({ cell, look: headerLook(sheet, at) })),
});
/** Widths and formats of the columns: texts keep their digits, days look like days. */
export const columnLooks = ({ columns }: Sheet, language: Language) =>
  columns.map(({ label, type }) => ({
    width: Math.min(40, Math.max(14, label[language].length * 2 + 4)),
    look:
      type === 'date'
        ? ('date' as const)
        : type === 'text' || type === 'code'
          ? ('text' as const)
          : ('plain' as const),
  }));

async function* csvCells(sheet: Sheet, rows: Rows, language: Language): AsyncGenerator<Cell[]> {
  yield headingRow(sheet, language);
  for await (const values of rows) yield writeRow(sheet, values, language);
}

/** Rows of a sheet as a workbook has them: what a program would run is marked as a text. */
export async function* workbookRows(
  sheet: Sheet,
  rows: Rows,
  language: Language,
): AsyncGenerator<WrittenRow> {
  yield headerCells(sheet, language);
  for await (const values of rows)
    yield {
      cells: writeRow(sheet, values, language).map((cell) => (typeof cell === 'string' ? kept(cell) : cell)),
    };
}

/**
 * The rows as a file in the reader's language, by chunks; read again by `readSheet` it gives the same values.
 * @throws Unreadable when a workbook would have more rows than programs take.
 */
export const writeSheet = (
  sheet: Sheet,
  rows: Rows,
  kind: FileKind,
  language: Language,
): AsyncGenerator<Uint8Array> =>
  kind === 'csv'
    ? writeCsv(csvCells(sheet, rows, language))
    : writeWorkbook(
        [
          {
            name: sheet.title[language],
            rows: workbookRows(sheet, rows, language),
            columns: columnLooks(sheet, language),
            frozen: 1,
          },
        ],
        stampOf(sheet),
      );
