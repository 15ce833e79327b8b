import { type Task, task } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { canMove } from '@geoarchive/domain/lifecycle.ts';
import { type TaskMove, taskLifecycle } from '@geoarchive/domain/task.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { z } from 'zod';

const taskBody = task.omit({ id: true, state: true });
export type TaskBody = z.infer<typeof taskBody>;
const claim = z.object({ id: z.string() });

/** Tasks (汇交任务): here is their home; intake has a projection. Found by their number, listed by node and due date. */
export const taskStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'task',
    table,
    clock,
    schema: taskBody,
    lifecycle: taskLifecycle,
    lists: ({ id, state, body }) => ({
      gsi1: { in: `tasks#${body.node}`, by: `${body.due}#${id}` },
      gsi3: { in: `tasks#${body.node}#${state}`, by: `${body.due}#${id}` },
    }),
  });
  const { get } = store;
  const numberKey = (node: string, number: string) => ({
    pk: `task-number#${node}#${number}`,
    sk: 'claim',
  });
  return {
    ...store,
    /** The task of this number at this node, read consistently: a list lags behind what was just written. */
    async byNumber(node: string, number: string): Promise<ReturnType<typeof get>> {
      const row = await table.get(numberKey(node, number));
      return row === undefined ? undefined : await get(claim.parse(row).id);
    },
    /** The write that claims a number for a new task, in its transaction: the same number never makes two tasks. */
    claiming: (node: string, number: string, id: string): Write => ({
      Put: {
        TableName: table.name,
        Item: { ...numberKey(node, number), id },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    /**
     * The writes that move a deposit's task along, for that deposit's transaction; none when the deposit has no task or the task is
     * past that point already.
     */
    async following(
      taskId: string | undefined,
      move: TaskMove,
      more: Partial<TaskBody>,
      worker: string,
    ): Promise<Write[]> {
      const item = taskId === undefined ? undefined : await get(taskId);
      if (item === undefined || !canMove(taskLifecycle, move, item.state)) return [];
      const body = { ...item.body, ...more };
      const after: Task = { ...body, id: item.id, state: taskLifecycle.moves[move].to };
      return store.moving(item, move, body, {
        action: `task.${move}`,
        by: { worker },
        events: [{ type: 'TaskRecorded', data: { task: after, version: item.version + 1 } }],
      });
    },
  };
};
export type TaskStore = ReturnType<typeof taskStore>;
