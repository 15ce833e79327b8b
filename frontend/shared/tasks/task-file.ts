import { taskInput } from '@geoarchive/contract/archive.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import Papa from 'papaparse';
import * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zh from 'zod/v4/locales/zh-CN.js';

export type TaskInput = z.infer<typeof taskInput>;
export type RowError = { field: string; message: string };
/** A row of the file at its line: a task, or what is wrong with it. */
export type TaskRow = { line: number } & ({ task: TaskInput } | { errors: RowError[] });

/** Columns of the file, those that must be filled in first. */
export const taskColumns = [
  'number',
  'name',
  'source',
  'organisation',
  'node',
  'due',
  'licenceNumber',
  'licenceEnd',
] as const;

const example = [
  'RW-2026-001',
  '某矿区勘探',
  'exploration-right',
  'DEMO-SURVEY',
  'NGA',
  '2027-06-30',
  '',
  '2027-01-01',
];

/** A file to fill in: the columns and a row that shows their form. The mark at its start lets Excel read Chinese. */
export const taskTemplate = (): string => `\ufeff${taskColumns.join(',')}\r\n${example.join(',')}\r\n`;

const localeErrors = { zh: zh().localeError, en: en().localeError };
const words = {
  notJson: { zh: '不是有效的 JSON 数组。', en: 'This is no valid JSON list.' },
  empty: { zh: '文件里没有任务。', en: 'There are no tasks in the file.' },
  missing: { zh: '请填写此项。', en: 'This must be filled in.' },
  twice: { zh: '与第 {line} 行重复。', en: 'The same as in line {line}.' },
} as const;

/** The text of a file as UTF-8, or as GB 18030 when it is none: what Excel writes on a Chinese Windows. */
export const decodeTaskFile = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** The rows of a CSV with their line, or of a JSON list with their place; empty cells are left out. */
const rawRows = (name: string, text: string): { line: number; row: unknown }[] | undefined => {
  if (name.toLowerCase().endsWith('.json')) {
    try {
      const list = z.array(z.unknown()).parse(JSON.parse(text));
      return list.map((row, at) => ({ line: at + 1, row }));
    } catch {
      // Told as an error of the file, below.
      return undefined;
    }
  }
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (heading) => heading.trim(),
  });
  return data.map((row, at) => ({
    line: at + 2,
    row: Object.fromEntries(
      Object.entries(row).flatMap(([column, value]) =>
        typeof value === 'string' && value.trim() !== '' ? [[column, value.trim()]] : [],
      ),
    ),
  }));
};

/**
 * Reads a file of tasks (CSV with the columns in its first line, or a JSON list). A number that stands twice for one archive is an
 * error: which of the two holds cannot be known.
 */
export const parseTaskFile = (name: string, text: string, language: Language): TaskRow[] => {
  const raw = rawRows(name, text);
  if (raw === undefined) return [{ line: 1, errors: [{ field: '', message: words.notJson[language] }] }];
  if (raw.length === 0) return [{ line: 1, errors: [{ field: '', message: words.empty[language] }] }];
  const lines = new Map<string, number>();
  return raw.map(({ line, row }): TaskRow => {
    const parsed = taskInput.safeParse(row, { error: localeErrors[language] });
    if (!parsed.success)
      return {
        line,
        errors: parsed.error.issues.map(({ path, message }) => {
          const field = path.map(String).join('.');
          const missing = Object(row)[field] === undefined;
          return { field, message: missing ? words.missing[language] : message };
        }),
      };
    const key = `${parsed.data.node} ${parsed.data.number}`;
    const before = lines.get(key);
    lines.set(key, before ?? line);
    if (before === undefined) return { line, task: parsed.data };
    return {
      line,
      errors: [{ field: 'number', message: words.twice[language].replace('{line}', String(before)) }],
    };
  });
};

/** The tasks of rows, and the rows that are none. */
export const sortRows = (rows: readonly TaskRow[]) => ({
  tasks: rows.flatMap((row) => ('task' in row ? [row.task] : [])),
  wrong: rows.flatMap((row) => ('errors' in row ? [row] : [])),
});

/** As many tasks as the API takes at once. */
const perCall = 100;
export const inCalls = (tasks: readonly TaskInput[]): TaskInput[][] =>
  Array.from({ length: Math.ceil(tasks.length / perCall) }, (_, at) =>
    tasks.slice(at * perCall, (at + 1) * perCall),
  );
