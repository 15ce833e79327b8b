import type { Bilingual } from '../text.ts';
import { type Cell, isBlank, type RawRow, shownText } from './cell.ts';
import { folded } from './fold.ts';
import { type SheetProblem, sheetProblem } from './problem.ts';
import { type Column, headingsOf, type Sheet, stampOf } from './sheet.ts';

/** The heading of the last column of a marked-up copy; such a column is left out when the copy comes back. */
export const problemsHeading: Bilingual = { zh: '问题（导入时忽略）', en: 'Problems (ignored on import)' };
const ignored = new Set([problemsHeading.zh, problemsHeading.en].map(folded));
export const isProblemsHeading = (cell: Cell | undefined): boolean => ignored.has(folded(shownText(cell)));

/** Rows at the beginning among which the headings are looked for: titles and notes may stand above them. */
export const headerWithin = 20;

/** Where the columns of a sheet stand in a file. With an error among the problems its rows mean nothing. */
export type Header = {
  row: number;
  /** Each column found, with its place in a row, from 0. */
  columns: readonly { column: Column; at: number }[];
  problems: readonly SheetProblem[];
  notes: readonly SheetProblem[];
};

const match = (sheet: Sheet, { row, cells }: RawRow): Header => {
  const names = new Map(
    sheet.columns.flatMap((column) => headingsOf(column).map((name) => [name, column] as const)),
  );
  const found = new Map<Column, number>();
  const problems: SheetProblem[] = [];
  const notes: SheetProblem[] = [];
  for (const [at, cell] of cells.entries()) {
    if (isBlank(cell) || isProblemsHeading(cell)) continue;
    const column = names.get(folded(shownText(cell)));
    const first = column === undefined ? undefined : found.get(column);
    if (column === undefined) notes.push(sheetProblem('column-unknown', { column: shownText(cell) }));
    else if (first === undefined) found.set(column, at);
    else
      problems.push(sheetProblem('column-twice', { column: column.label, first: first + 1, second: at + 1 }));
  }
  for (const column of sheet.columns)
    if (column.required && !found.has(column))
      problems.push(sheetProblem('column-missing', { column: column.label }));
  return { row, columns: [...found].map(([column, at]) => ({ column, at })), problems, notes };
};

/** Finds the headings in the first rows of a file: the row that names most columns. */
export const findHeader = (sheet: Sheet, rows: readonly RawRow[]): Header => {
  const [best] = rows
    .slice(0, headerWithin)
    .map((row) => match(sheet, row))
    .sort((a, b) => b.columns.length - a.columns.length);
  if (best !== undefined && best.columns.length > 0) return best;
  const none = rows.every(({ cells }) => cells.every(isBlank));
  const problem = none
    ? sheetProblem('empty')
    : sheetProblem('no-header', { rows: headerWithin, title: sheet.title });
  return { row: 0, columns: [], problems: [problem], notes: [] };
};

/** What is wrong with what a file says it is; nothing for one that says nothing. */
export const checkStamp = (sheet: Sheet, stamp: string | undefined): SheetProblem | undefined => {
  if (stamp === undefined || stamp === stampOf(sheet)) return undefined;
  const [id, version] = stamp.split('@');
  if (id !== sheet.id) return sheetProblem('other-sheet', { found: stamp, title: sheet.title });
  return Number(version) > sheet.version ? sheetProblem('newer-version', { found: stamp }) : undefined;
};
