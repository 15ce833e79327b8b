import { type EventData, mostTold } from '@geoarchive/contract/events.ts';
import { type Task, task } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import { inBatches } from '@geoarchive/platform/batches.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { monotonicFactory } from 'ulid';
import * as z from 'zod';

const stored = z.object({ task, version: z.number() });
type Stored = z.infer<typeof stored>;
const nextId = monotonicFactory();
/** Tasks of one transaction: each a write, and beside them the events that tell of them all. */
const atOnce = 90;

/** What people should be told of: not the moves that follow from their own deposits. */
const newsOf = (before: Task | undefined, now: Task): EventData<'TaskSeen'> | undefined => {
  const known = before !== undefined && before.state !== 'withdrawn';
  if (now.state === 'withdrawn') return known ? { change: 'withdrawn', task: now } : undefined;
  if (!known || before.organisation !== now.organisation)
    return now.state === 'open' ? { change: 'recorded', task: now } : undefined;
  if (before.settled === undefined && now.settled !== undefined) return { change: 'settled', task: now };
  // Once settled, and owed again.
  if (before.settled !== undefined && now.settled === undefined)
    return isOwed(now.state) ? { change: 'recorded', task: now } : undefined;
  // Where it goes is said with its day, also where that changed with it.
  if (before.node !== now.node && now.state === 'open')
    return { change: 'moved', task: now, from: before.node };
  if (before.due !== now.due) return { change: 'due-changed', task: now, before: before.due };
  const { reminded } = now;
  if (reminded === undefined || now.state !== 'open') return undefined;
  const told = before.reminded;
  if (told?.stage === reminded.stage && told.due === reminded.due) return undefined;
  return { change: reminded.stage < 0 ? 'overdue' : 'due-soon', task: now };
};

const keyOf = (id: string) => ({ pk: `task#${id}`, sk: 'item' });

const projecting = (name: string, { task: of, version }: Stored, known: Stored | undefined): Write => ({
  Put: {
    TableName: name,
    Item: {
      ...keyOf(of.id),
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
});

const putSome = async (table: Table, clock: Clock, some: readonly Stored[]): Promise<void> => {
  const rows = await table.getMany(some.map(({ task: { id } }) => keyOf(id)));
  const known = new Map(rows.map((row) => stored.parse(row)).map((one) => [one.task.id, one]));
  const newer = some.filter(({ task: { id }, version }) => (known.get(id)?.version ?? 0) < version);
  if (newer.length === 0) return;
  const news = newer.flatMap(({ task: now }) => {
    const one = newsOf(known.get(now.id)?.task, now);
    return one === undefined ? [] : [{ ...one, id: nextId(clock().getTime()) }];
  });
  await table.transact([
    ...newer.map((one) => projecting(table.name, one, known.get(one.task.id))),
    ...inBatches(news, (one) => Buffer.byteLength(JSON.stringify(one)), mostTold).map((told) =>
      outboxWrite(table.name, clock, 'TasksSeen', { news: told }),
    ),
  ]);
};

/** Tasks as intake sees them: projected from the archive plane, never changed here. */
export const taskView = (table: Table, clock: Clock) => ({
  async get(id: string): Promise<Task | undefined> {
    const row = await table.get(keyOf(id));
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
      const row = await table.get(keyOf(of.id));
      const known = row === undefined ? undefined : stored.parse(row);
      if (known !== undefined && known.version >= version) return;
      const news = newsOf(known?.task, of);
      await table.transact([
        projecting(table.name, { task: of, version }, known),
        ...(news === undefined ? [] : [outboxWrite(table.name, clock, 'TaskSeen', news)]),
      ]);
    }),
  /**
   * Projects many tasks, as many in a transaction as fit, with one event for them all. Where another was quicker with one of them, all
   * of that transaction are looked at anew.
   */
  async putMany(all: readonly Stored[]): Promise<void> {
    const newest = new Map<string, Stored>();
    for (const one of all)
      if ((newest.get(one.task.id)?.version ?? 0) < one.version) newest.set(one.task.id, one);
    const some = [...newest.values()];
    for (let from = 0; from < some.length; from += atOnce)
      await againWhenRaced(() => putSome(table, clock, some.slice(from, from + atOnce)));
  },
});
export type TaskView = ReturnType<typeof taskView>;
