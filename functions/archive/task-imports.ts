import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type TaskBody, taskBody } from './task-store.ts';

const noted = z.object({
  taskId: z.string(),
  /** The task's version after the import: with another one something happened since. */
  version: z.number(),
  /** What it said before; nothing for one that the import made or brought back. */
  before: taskBody.optional(),
  undone: z.boolean(),
});
export type Noted = z.infer<typeof noted>;

/** What each import did to each task, to undo it: written in the transaction of the change itself. */
export const taskImports = (table: Table) => {
  const partition = (importId: string) => `task-import#${importId}`;
  const write = (importId: string, row: Noted): Write => ({
    Put: { TableName: table.name, Item: { pk: partition(importId), sk: row.taskId, ...row } },
  });
  return {
    noting: (importId: string | undefined, taskId: string, version: number, before?: TaskBody): Write[] =>
      importId === undefined
        ? []
        : [write(importId, { taskId, version, undone: false, ...(before === undefined ? {} : { before }) })],
    undoing: (importId: string, row: Noted): Write => write(importId, { ...row, undone: true }),
    async page(importId: string, cursor: string | undefined, limit: number) {
      const { rows, next } = await table.query({
        partition: partition(importId),
        start: fromCursor(cursor),
        limit,
      });
      const after = toCursor(next);
      return { rows: rows.map((row) => noted.parse(row)), ...(after === undefined ? {} : { cursor: after }) };
    },
  };
};
export type TaskImports = ReturnType<typeof taskImports>;
