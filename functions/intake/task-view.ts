import type { EventData } from '@geoarchive/contract/events.ts';
import { type Task, task } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = z.object({ task, version: z.number() });

/** What people should be told of: not the moves that follow from their own deposits. */
const newsOf = (before: Task | undefined, now: Task): EventData<'TaskSeen'> | undefined => {
  const known = before !== undefined && before.state !== 'withdrawn';
  if (now.state === 'withdrawn') return known ? { change: 'withdrawn', task: now } : undefined;
  if (!known || before.organisation !== now.organisation)
    return now.state === 'open' ? { change: 'recorded', task: now } : undefined;
  if (before.due !== now.due) return { change: 'due-changed', task: now, before: before.due };
  const { reminded } = now;
  if (reminded === undefined || now.state !== 'open') return undefined;
  const told = before.reminded;
  if (told?.stage === reminded.stage && told.due === reminded.due) return undefined;
  return { change: reminded.stage < 0 ? 'overdue' : 'due-soon', task: now };
};

/** Tasks as intake sees them: projected from the archive plane, never changed here. */
export const taskView = (table: Table, clock: Clock) => ({
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
  put: (of: Task, version: number): Promise<void> =>
    againWhenRaced(async () => {
      const row = await table.get({ pk: `task#${of.id}`, sk: 'item' });
      const known = row === undefined ? undefined : stored.parse(row);
      if (known !== undefined && known.version >= version) return;
      const news = newsOf(known?.task, of);
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
            // What is told of the change holds only if nothing came in between.
            ...(known === undefined
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: 'version = :known',
                  ExpressionAttributeValues: { ':known': known.version },
                }),
          },
        },
        ...(news === undefined ? [] : [outboxWrite(table.name, clock, 'TaskSeen', news)]),
      ]);
    }),
});
export type TaskView = ReturnType<typeof taskView>;
