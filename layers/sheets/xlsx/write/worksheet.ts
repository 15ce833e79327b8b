import type { Bilingual } from '@geoarchive/domain/text.ts';
import { mostSheetRows } from '../../limits.ts';
import { unreadable } from '../../unreadable.ts';
import { cellXml, columnName, type WrittenRow } from './cells.ts';
import { escaped } from './escape.ts';
import { type Look, styleOf } from './styles.ts';

/** What a program offers and says where a column's cells are chosen. `list` is a range with the choices. */
export type Guide = { column: number; prompt: { title: string; text: string }; list?: string };
export type Worksheet = {
  name: string;
  rows: Iterable<WrittenRow> | AsyncIterable<WrittenRow>;
  /** Widths in characters, and how empty cells of a column look. */
  columns?: readonly { width: number; look?: Look }[];
  /** Rows that stay in sight. */
  frozen?: number;
  hidden?: boolean;
  guides?: readonly Guide[];
};

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Rows that drop-downs are made for. */
const guidedRows = 100_000;
const notInList: Bilingual = {
  zh: '请从下拉列表中选择。',
  en: 'Choose an entry of the list.',
};

/** Programs cut or refuse longer ones (255 characters of a text, 32 of a title). */
const short = (text: string, most: number): string => escaped([...text].slice(0, most).join(''));

const guideXml = ({ column, prompt, list }: Guide, first: number): string => {
  const letter = columnName(column);
  const range = `${letter}${first}:${letter}${guidedRows}`;
  const kind = list === undefined ? '' : ' type="list" showErrorMessage="1"';
  const error = list === undefined ? '' : ` error="${escaped(`${notInList.zh} ${notInList.en}`)}"`;
  const formula = list === undefined ? '' : `<formula1>${escaped(list)}</formula1>`;
  return `<dataValidation${kind} allowBlank="1" showInputMessage="1"${error} promptTitle="${short(prompt.title, 30)}" prompt="${short(prompt.text, 250)}" sqref="${range}">${formula}</dataValidation>`;
};

const headXml = ({ columns = [], frozen = 0 }: Worksheet): string => {
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const cols = columns.map(
    ({ width, look }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${look === undefined ? '' : ` style="${styleOf(look)}"`}/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>`,
    cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`,
    '<sheetData>',
  ].join('');
};

/** The XML of a sheet by pieces of some 64 kB. */
export async function* worksheetXml(sheet: Worksheet): AsyncGenerator<string> {
  let text = headXml(sheet);
  let row = 0;
  const letters: string[] = [];
  for await (const { row: own, cells } of sheet.rows) {
    row = own ?? row + 1;
    if (row > mostSheetRows) throw unreadable('too-many-rows', { most: mostSheetRows });
    text += `<row r="${row}">`;
    for (const [at, cell] of cells.entries()) {
      letters[at] ??= columnName(at);
      text += cellXml(cell, `${letters[at]}${row}`);
    }
    text += '</row>';
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  const { guides = [], frozen = 0 } = sheet;
  const guided = guides.map((guide) => guideXml(guide, frozen + 1)).join('');
  const validations =
    guides.length === 0 ? '' : `<dataValidations count="${guides.length}">${guided}</dataValidations>`;
  yield `${text}</sheetData>${validations}</worksheet>`;
}
