import { type Task, task } from '@geoarchive/contract/shared.ts';
import type { Clock, Day } from '@geoarchive/domain/dates.ts';
import { moveBetween } from '@geoarchive/domain/lifecycle.ts';
import {
  dayThatCounts,
  handedInOn,
  returnedUntil,
  withoutStage,
} from '@geoarchive/domain/supervision/timeliness.ts';
import { type Standing, standings, stateAfter, taskLifecycle, taskOutcome } from '@geoarchive/domain/task.ts';
import { aggregates, type Told } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

export const taskBody = task.omit({ id: true, state: true }).extend({
  /** How each of its deposits stands here; the task's state follows from them. */
  deposits: z.record(z.string(), z.enum(standings)).default({}),
});
export type TaskBody = z.infer<typeof taskBody>;
/** How a deposit stands now, with the day that this counts from or gives. */
export type Stands =
  /** At which archive it lies. */
  | { as: 'handed-in'; on: Day; node?: string }
  | { as: 'returned'; correctBy: Day }
  | { as: Extract<Standing, 'stage' | 'accepted' | 'certified'> };

const handInsAfter = (known: Task['handIns'] = [], depositId: string, now: Stands): Pick<Task, 'handIns'> => {
  if (now.as === 'handed-in') return { handIns: handedInOn(known, depositId, now.on) };
  if (now.as === 'stage') return { handIns: withoutStage(known, depositId) };
  return now.as === 'returned' ? { handIns: returnedUntil(known, depositId, now.correctBy) } : {};
};
const claim = z.object({ id: z.string() });

/** A task as others see it: how each of its deposits stands is the archive's own. */
const shown = (id: string, state: Task['state'], { deposits: _, ...body }: TaskBody): Task => ({
  ...body,
  id,
  state,
});

/** Tasks (汇交任务): here is their home; intake has a projection. Found by their number, listed by node, by who owes
 * them, and by due date; by state they come in the order
 * of the day that counts. */
export const taskStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'task',
    table,
    clock,
    schema: taskBody,
    lifecycle: taskLifecycle,
    lists: ({ id, state, body }) =>
      state === 'withdrawn'
        ? // In no list that people see; a replay tells of it still, so that it does not come back with an older copy.
          { gsi1: { in: `tasks-withdrawn#${body.node}`, by: `${body.due}#${id}` } }
        : {
            gsi1: { in: `tasks#${body.node}`, by: `${body.due}#${id}` },
            gsi2: { in: `tasks-of#${body.organisation}`, by: `${body.due}#${id}` },
            // By the day that counts: reminders and figures of what is overdue go by it.
            gsi3: {
              in: `tasks#${body.node}#${state}`,
              by: `${dayThatCounts({ ...body, state })}#${id}`,
            },
          },
  });
  const { get } = store;
  const numberKey = (node: string, number: string) => ({
    pk: `task-number#${node}#${number}`,
    sk: 'claim',
  });
  const claiming = (node: string, number: string, id: string, from = id): Write => ({
    Put: {
      TableName: table.name,
      Item: { ...numberKey(node, number), id },
      ConditionExpression: 'attribute_not_exists(pk) OR id = :id OR id = :from',
      ExpressionAttributeValues: { ':id': id, ':from': from },
    },
  });
  const freeing = (node: string, number: string, id: string): Write => ({
    Delete: {
      TableName: table.name,
      Key: numberKey(node, number),
      ConditionExpression: 'attribute_not_exists(pk) OR id = :id',
      ExpressionAttributeValues: { ':id': id },
    },
  });
  /**
   * The archive of a task for which something is handed in for the first time: that where it lies, although a rule or the register sent the
   * task elsewhere while it was on its way. A number that another task has there meanwhile keeps the task where it is.
   */
  const followingHome = async (
    { id, body }: NonNullable<Awaited<ReturnType<typeof get>>>,
    now: Stands,
  ): Promise<{ node: string; with: Write[] }> => {
    const stays = { node: body.node, with: [] };
    if (now.as !== 'handed-in' || now.node === undefined || now.node === body.node) return stays;
    if (Object.keys(body.deposits).length > 0) return stays;
    const row = await table.get(numberKey(now.node, body.number));
    if (row !== undefined && claim.parse(row).id !== id) return stays;
    return {
      node: now.node,
      with: [claiming(now.node, body.number, id), freeing(body.node, body.number, id)],
    };
  };
  return {
    ...store,
    /** The task of this number at this node, read consistently: a list lags behind what was just written. */
    async byNumber(node: string, number: string): Promise<ReturnType<typeof get>> {
      const row = await table.get(numberKey(node, number));
      return row === undefined ? undefined : await get(claim.parse(row).id);
    },
    /**
     * The write that claims a number for a task, in its transaction: the same number never makes two tasks. Again is the same. `from` is a
     * withdrawn task that had it.
     */
    claiming,
    /** The write that gives up a number at an archive which the task left, in its transaction; refused where the claim is another's. */
    freeing,
    shown,
    /**
     * The writes that note how a deposit of a task stands now and move the task where that leads (`taskOutcome`), for that
     * deposit's transaction; none when the deposit has no task.
     */
    async following(
      taskId: string | undefined,
      depositId: string,
      now: Stands,
      worker: string,
    ): Promise<Write[]> {
      const { as: standing } = now;
      const item = taskId === undefined ? undefined : await get(taskId);
      if (item === undefined || item.body.deposits[depositId] === standing) return [];
      const deposits = { ...item.body.deposits, [depositId]: standing };
      const outcome = taskOutcome(deposits);
      const { state: _, ...best } = outcome;
      const state = stateAfter({ state: item.state, deposits: item.body.deposits }, outcome);
      const { node, with: along } = await followingHome(item, now);
      const handIns = handInsAfter(item.body.handIns, depositId, now);
      const body = { ...item.body, ...best, node, deposits, ...handIns };
      const tell: Told = {
        with: along,
        action: `task.${standing}`,
        by: { worker },
        detail: { depositId },
        events: [
          { type: 'TaskRecorded', data: { task: shown(item.id, state, body), version: item.version + 1 } },
        ],
      };
      if (state === item.state) return store.changing(item, body, tell);
      const move = moveBetween(taskLifecycle, item.state, state);
      if (move === undefined) throw new Error(`Task ${item.id} cannot become ${state} from ${item.state}`);
      return store.moving(item, move, body, tell);
    },
  };
};
export type TaskStore = ReturnType<typeof taskStore>;
