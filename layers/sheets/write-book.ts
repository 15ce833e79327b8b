import { type Sheet, stampOf } from '@geoarchive/domain/sheets/sheet.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { columnLooks, type Rows, workbookRows } from './write-sheet.ts';
import { writeWorkbook } from './xlsx/write/workbook.ts';

/**
 * Several sheets as one workbook, by chunks; each is written when the one before it is done, so rows may be asked for one sheet after the other.
 * The workbook says that it is one of the first sheet.
 * @throws Unreadable when a sheet would have more rows than programs take.
 */
export const writeBook = (
  sheets: readonly [BookSheet, ...BookSheet[]],
  language: Language,
): AsyncGenerator<Uint8Array> =>
  writeWorkbook(
    sheets.map(({ sheet, rows }) => ({
      name: sheet.title[language],
      rows: workbookRows(sheet, rows, language),
      columns: columnLooks(sheet, language),
      frozen: 1,
    })),
    stampOf(sheets[0].sheet),
  );
export type BookSheet = { sheet: Sheet; rows: Rows };
