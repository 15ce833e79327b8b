import { type CellProblem, type SheetProblem, sheetProblem } from '@geoarchive/domain/sheets/problem.ts';
import type { Sheet, Values } from '@geoarchive/domain/sheets/sheet.ts';
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

/** A file of things to import as it was read. With problems of the file there are none; with a wrong row nothing is imported. */
export type InputFile<T> = {
  rows: T[];
  wrong: CellProblem[];
  problems: SheetProblem[];
  notes: SheetProblem[];
};

/** What is imported: its sheet, the schema of the API, how a line of the sheet becomes what the API takes, and what makes two the same. */
export type InputKind<T> = {
  sheet: Sheet;
  schema: z.ZodType<T>;
  inputOf?: (values: Values) => unknown;
  keyOf: (row: T) => string;
  /** Columns that make it the same, for the problem that says so. */
  keyColumns: string;
};

const locales = { zh: zh().localeError, en: en().localeError };
/** As many rows as the API takes at once. */
const perCall = 100;
export const inCalls = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / perCall) }, (_, at) =>
    rows.slice(at * perCall, (at + 1) * perCall),
  );

/** How files of one kind are read, and given back with what is wrong marked in them. */
export type InputFiles<T> = {
  read: (blob: Blob, name: string) => Promise<InputFile<T>>;
  markedUp: (blob: Blob, name: string, language: keyof Bilingual) => Promise<AsyncIterable<Uint8Array>>;
  columnName: (key: string | undefined, language: keyof Bilingual) => string;
};

/** Reads files of one kind of thing: XLSX, CSV, or a JSON list. `rows` is the most that is read. */
export const inputFiles = <T>(
  { sheet, schema, inputOf = (values) => values, keyOf, keyColumns }: InputKind<T>,
  most: { rows: number },
): InputFiles<T> => {
  const limits = { ...standardLimits, ...most };
  const nothing = (): InputFile<T> => ({ rows: [], wrong: [], problems: [], notes: [] });
  /** What the contract says of a row beyond its sheet, in both languages. */
  const rejections = (input: unknown, row: number): CellProblem[] => {
    const issuesIn = (language: keyof Bilingual) =>
      schema.safeParse(input, { error: locales[language] }).error?.issues ?? [];
    const english = issuesIn('en');
    return issuesIn('zh').map(({ path, message }, at) => {
      const column = path.map(String).join('.');
      const said = { message: { zh: message, en: english[at]?.message ?? message } };
      const missing = Object(input)[column] === undefined;
      return { ...(missing ? sheetProblem('missing') : sheetProblem('rejected', said)), row, column };
    });
  };
  const checkRow = (values: Values, row: number) => rejections(inputOf(values), row);

  const readJson = (text: string): InputFile<T> => {
    const file = nothing();
    let list: unknown[];
    try {
      list = z.array(z.unknown()).parse(JSON.parse(text));
    } catch {
      return { ...file, problems: [sheetProblem('damaged', { what: 'JSON' })] };
    }
    if (list.length === 0) return { ...file, problems: [sheetProblem('empty')] };
    const first = new Map<string, number>();
    for (const [at, input] of list.entries()) {
      const { data } = schema.safeParse(input);
      if (data === undefined) {
        file.wrong.push(...rejections(input, at + 1));
        continue;
      }
      const before = first.get(keyOf(data));
      first.set(keyOf(data), before ?? at + 1);
      if (before === undefined) file.rows.push(data);
      else
        file.wrong.push({
          ...sheetProblem('twice', { row: before, columns: keyColumns }),
          row: at + 1,
          column: keyColumns,
        });
    }
    return file;
  };
  const readRows = async (blob: Blob, name: string): Promise<InputFile<T>> => {
    const file = nothing();
    const book = await openBook(blobSource(blob, name), limits);
    const { header, rows } = await readSheet(sheet, book, checkRow);
    file.problems.push(...header.problems);
    file.notes.push(...header.notes);
    for await (const row of rows) {
      if (row.kind === 'values') file.rows.push(schema.parse(inputOf(row.values)));
      if (row.kind === 'wrong') file.wrong.push(...row.problems);
    }
    if (file.problems.length + file.rows.length + file.wrong.length === 0)
      file.problems.push(sheetProblem('empty'));
    return file;
  };

  return {
    /** Reads a file. A thing that stands twice is an error: which of the two holds cannot be known. */
    async read(blob: Blob, name: string): Promise<InputFile<T>> {
      if (name.toLowerCase().endsWith('.json')) return readJson(await blob.text());
      try {
        return await readRows(blob, name);
      } catch (error) {
        if (error instanceof Unreadable) return { ...nothing(), problems: [error.problem] };
        throw error;
      }
    },
    /** The file as it came with its problems marked, to be mended and chosen again. */
    markedUp: async (blob: Blob, name: string, language: keyof Bilingual) =>
      writeMarkedUp(sheet, await openBook(blobSource(blob, name), limits), language, checkRow),
    /** The heading of a column as people know it. */
    columnName: (key: string | undefined, language: keyof Bilingual): string =>
      sheet.columns.find((column) => column.key === key)?.label[language] ?? key ?? '',
  };
};
