import { isBlank, type RawRow } from './cell.ts';
import type { Epoch } from './day.ts';
import type { Header } from './header.ts';
import { type CellProblem, sheetProblem } from './problem.ts';
import { readCell } from './read-cell.ts';
import { seenKeys } from './seen-keys.ts';
import type { Sheet, Values } from './sheet.ts';

/** A row as it was read: what it says, or what is wrong with which of its cells. */
export type RowReading = { row: number } & ({ values: Values } | { problems: readonly CellProblem[] });

/** Reads one row under its headings; undefined for one with nothing in it. */
export const readRow = (header: Header, { row, cells }: RawRow, epoch?: Epoch): RowReading | undefined => {
  if (header.columns.every(({ at }) => isBlank(cells[at]))) return undefined;
  const values: Record<string, string | number | boolean> = {};
  const problems: CellProblem[] = [];
  for (const { column, at } of header.columns) {
    const read = readCell(column, cells[at], epoch);
    if (read === undefined) continue;
    if ('value' in read) values[column.key] = read.value;
    else problems.push({ ...read.problem, row, column: column.key });
  }
  return problems.length > 0 ? { row, problems } : { row, values };
};

/** Whether a row says just what the template showed as an example. */
export const isExample = ({ columns, examples }: Sheet, values: Values): boolean =>
  examples.some((example) => columns.every(({ key }) => values[key] === example[key]));

/** What the columns of the key say: equal for two rows about one thing. */
export const keyOf = ({ key }: Sheet, values: Values): string =>
  JSON.stringify(key.map((name) => values[name] ?? null));

/** Watches for rows about one thing. It remembers a digest of the key of every row: see `seen-keys.ts`. */
export const duplicates = (sheet: Sheet) => {
  const keys = seenKeys();
  const label = (language: 'zh' | 'en') =>
    sheet.columns
      .filter(({ key }) => sheet.key.includes(key))
      .map((column) => column.label[language])
      .join(language === 'zh' ? '、' : ', ');
  const columns = { zh: label('zh'), en: label('en') };
  /** The problem of a row whose thing an earlier row is about. */
  return (row: number, values: Values): CellProblem | undefined => {
    const first = keys.firstOf(keyOf(sheet, values), row);
    if (first === row) return undefined;
    return { ...sheetProblem('twice', { row: first, columns }), row, column: sheet.key[0] ?? '' };
  };
};
