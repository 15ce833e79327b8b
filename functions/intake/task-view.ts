import { type Task, task } from '@geoarchive/contract/shared.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = z.object({ task, version: z.number() });

/** Tasks as intake sees them: projected from the archive plane, never changed here. */
export const taskView = (table: Table) => ({
  async get(id: string): Promise<Task | undefined> {
    const row = await table.get({ pk: `task#${id}`, sk: 'item' });
    return row === undefined ? undefined : stored.parse(row).task;
  },
  async list(organisation: string, page: { cursor?: string | undefined; limit?: number | undefined }) {
    const { rows, next } = await table.query({
      index: 'gsi1',
      partition: `tasks#${organisation}`,
      start: fromCursor(page.cursor),
      limit: page.limit,
    });
    const cursor = toCursor(next);
    return { items: rows.map((row) => stored.parse(row).task), ...(cursor === undefined ? {} : { cursor }) };
  },
  /** Projects a task; an older version than the one here changes nothing. */
  async put(of: Task, version: number): Promise<void> {
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: {
              pk: `task#${of.id}`,
              sk: 'item',
              kind: 'task',
              task: of,
              version,
              // A withdrawn task is known still, so that an older event does not bring it back, but stands in no list.
              ...(of.state === 'withdrawn'
                ? {}
                : { gsi1pk: `tasks#${of.organisation}`, gsi1sk: `${of.due}#${of.id}` }),
            },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  },
});
export type TaskView = ReturnType<typeof taskView>;
