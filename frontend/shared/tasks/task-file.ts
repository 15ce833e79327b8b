import { taskInput } from '@geoarchive/contract/archive.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import * as z from 'zod';
import { inputFiles } from '../sheets/input-file.ts';

export type TaskInput = z.infer<typeof taskInput>;
/** Files of tasks. A page reads so many rows: more are for the command line in parts. */
export const taskFiles = inputFiles(
  {
    sheet: taskSheet,
    schema: taskInput,
    keyOf: ({ node, number }) => `${node} ${number}`,
    keyColumns: 'number',
  },
  { rows: 20_000 },
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
