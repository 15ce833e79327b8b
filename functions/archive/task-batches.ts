import { taskInput } from '@geoarchive/contract/archive.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

export type TaskInput = z.infer<typeof taskInput>;
const stored = z.object({ tasks: z.array(taskInput) });
const listed = z.object({ no: z.number(), owner: z.string(), count: z.number() });
/** Days for which what was sent is kept: to go on with an import that stopped. */
const keptDays = 30;

/**
 * The tasks of an import as they were sent, batch by batch. A hundred tasks stay far below the 400 KB of a row; a short row beside
 * each tells that it is there, so that all are counted in one look.
 */
export const taskBatches = (table: Table, clock: Clock) => {
  const list = (id: string) => `task-batches#${id}`;
  const data = (id: string, no: number) => ({ pk: `task-batch#${id}#${no}`, sk: 'tasks' });
  return {
    /** Keeps a batch; again is the same. Refused when the import has begun, or is somebody else's. */
    async put(id: string, no: number, owner: string, tasks: readonly TaskInput[]): Promise<void> {
      const expiresAt = Math.floor(clock().getTime() / 1000) + keptDays * 24 * 3600;
      const sk = String(no).padStart(6, '0');
      try {
        await table.transact([
          {
            ConditionCheck: {
              TableName: table.name,
              Key: { pk: `job#${id}`, sk: 'item' },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          {
            Put: {
              TableName: table.name,
              Item: { pk: list(id), sk, no, owner, count: tasks.length, expiresAt },
              ConditionExpression: 'attribute_not_exists(pk) OR #o = :owner',
              ExpressionAttributeNames: { '#o': 'owner' },
              ExpressionAttributeValues: { ':owner': owner },
            },
          },
          { Put: { TableName: table.name, Item: { ...data(id, no), tasks, expiresAt } } },
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        throw new Problem('wrong-state', {
          zh: '这次导入已经开始，不能再补充任务。请另开一次导入。',
          en: 'This import has begun already: start another for further tasks.',
        });
      }
    },
    /** How many tasks stand in batches 1 to `batches` of this owner; nothing when one of them is missing. */
    async count(id: string, batches: number, owner: string): Promise<number | undefined> {
      const found = new Map<number, number>();
      for await (const row of table.each(list(id))) {
        const batch = listed.parse(row);
        if (batch.owner === owner) found.set(batch.no, batch.count);
      }
      let total = 0;
      for (let no = 1; no <= batches; no += 1) {
        const count = found.get(no);
        if (count === undefined) return undefined;
        total += count;
      }
      return total;
    },
    async read(id: string, no: number): Promise<TaskInput[] | undefined> {
      const row = await table.get(data(id, no));
      return row === undefined ? undefined : stored.parse(row).tasks;
    },
  };
};
export type TaskBatches = ReturnType<typeof taskBatches>;
