import { taskInput } from '@geoarchive/contract/archive.ts';
import { type CellProblem, type SheetProblem, sheetProblem } from '@geoarchive/domain/sheets/problem.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { standardLimits } from '@geoarchive/sheets/limits.ts';
import { writeMarkedUp } from '@geoarchive/sheets/marked-up.ts';
import { openBook } from '@geoarchive/sheets/open.ts';
import { readSheet } from '@geoarchive/sheets/read-sheet.ts';
import { blobSource } from '@geoarchive/sheets/source.ts';
import { Unreadable } from '@geoarchive/sheets/unreadable.ts';
import * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zh from 'zod/v4/locales/zh-CN.js';

export type TaskInput = z.infer<typeof taskInput>;
/** A file of tasks as it was read. With problems of the file there are no tasks; with a wrong row nothing is imported. */
export type TaskFile = {
  tasks: TaskInput[];
  wrong: CellProblem[];
  problems: SheetProblem[];
  notes: SheetProblem[];
};

/** Rows that a page reads: more are for the command line in parts. */
const limits = { ...standardLimits, rows: 20_000 };
const nothing = (): TaskFile => ({ tasks: [], wrong: [], problems: [], notes: [] });
const locales = { zh: zh().localeError, en: en().localeError };

/** What the contract says of a row beyond its sheet, in both languages. */
const rejections = (input: unknown, row: number): CellProblem[] => {
  const issuesIn = (language: keyof Bilingual) =>
    taskInput.safeParse(input, { error: locales[language] }).error?.issues ?? [];
  const english = issuesIn('en');
  return issuesIn('zh').map(({ path, message }, at) => {
    const column = path.map(String).join('.');
    const said = { message: { zh: message, en: english[at]?.message ?? message } };
    const missing = Object(input)[column] === undefined;
    return { ...(missing ? sheetProblem('missing') : sheetProblem('rejected', said)), row, column };
  });
};
const checkRow = (values: Values, row: number) => rejections(values, row);

const readJson = (text: string): TaskFile => {
  const file = nothing();
  let list: unknown[];
  try {
    list = z.array(z.unknown()).parse(JSON.parse(text));
  } catch {
    return { ...file, problems: [sheetProblem('damaged', { what: 'JSON' })] };
  }
  if (list.length === 0) return { ...file, problems: [sheetProblem('empty')] };
  const rows = new Map<string, number>();
  for (const [at, input] of list.entries()) {
    const { data } = taskInput.safeParse(input);
    if (data === undefined) {
      file.wrong.push(...rejections(input, at + 1));
      continue;
    }
    const key = `${data.node} ${data.number}`;
    const first = rows.get(key);
    rows.set(key, first ?? at + 1);
    if (first === undefined) file.tasks.push(data);
    else
      file.wrong.push({
        ...sheetProblem('twice', { row: first, columns: 'number' }),
        row: at + 1,
        column: 'number',
      });
  }
  return file;
};

const readRows = async (blob: Blob, name: string): Promise<TaskFile> => {
  const file = nothing();
  const { header, rows } = await readSheet(
    taskSheet,
    await openBook(blobSource(blob, name), limits),
    checkRow,
  );
  file.problems.push(...header.problems);
  file.notes.push(...header.notes);
  for await (const row of rows) {
    if (row.kind === 'values') file.tasks.push(taskInput.parse(row.values));
    if (row.kind === 'wrong') file.wrong.push(...row.problems);
  }
  if (file.problems.length + file.tasks.length + file.wrong.length === 0)
    file.problems.push(sheetProblem('empty'));
  return file;
};

/**
 * Reads a file of tasks: XLSX, CSV, or a JSON list. A number that stands twice for one archive is an error: which of the two holds
 * cannot be known.
 */
export const readTaskFile = async (blob: Blob, name: string): Promise<TaskFile> => {
  if (name.toLowerCase().endsWith('.json')) return readJson(await blob.text());
  try {
    return await readRows(blob, name);
  } catch (error) {
    if (error instanceof Unreadable) return { ...nothing(), problems: [error.problem] };
    throw error;
  }
};

/** The file as it came with its problems marked, to be mended and chosen again. */
export const markedUpTasks = async (blob: Blob, name: string, language: keyof Bilingual) =>
  writeMarkedUp(taskSheet, await openBook(blobSource(blob, name), limits), language, checkRow);

/** The heading of a column as people know it. */
export const taskColumnName = (key: string | undefined, language: keyof Bilingual): string =>
  taskSheet.columns.find((column) => column.key === key)?.label[language] ?? key ?? '';

/** As many tasks as the API takes at once. */
const perCall = 100;
export const inCalls = (tasks: readonly TaskInput[]): TaskInput[][] =>
  Array.from({ length: Math.ceil(tasks.length / perCall) }, (_, at) =>
    tasks.slice(at * perCall, (at + 1) * perCall),
  );

/** What the sheet says of a task: the columns it has, in any state. */
export const taskValues = (task: object): Values => {
  const keys = new Set(taskSheet.columns.map(({ key }) => key));
  return z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .parse(
      Object.fromEntries(Object.entries(task).filter(([key, value]) => keys.has(key) && value !== undefined)),
    );
};
