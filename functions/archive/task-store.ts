import { type Task, task } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { canMove } from '@geoarchive/domain/lifecycle.ts';
import { type TaskMove, taskLifecycle } from '@geoarchive/domain/task.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import type { z } from 'zod';

const taskBody = task.omit({ id: true, state: true });
export type TaskBody = z.infer<typeof taskBody>;

/** Tasks (汇交任务): here is their home; intake has a projection. Found by number, listed by node and due date. */
export const taskStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'task',
    table,
    clock,
    schema: taskBody,
    lifecycle: taskLifecycle,
    lists: ({ id, state, body }) => ({
      gsi1: { in: `tasks#${body.node}`, by: `${body.due}#${id}` },
      gsi2: { in: `task-number#${body.node}#${body.number}`, by: id },
      gsi3: { in: `tasks#${body.node}#${state}`, by: `${body.due}#${id}` },
    }),
  });
  const { get } = store;
  return {
    ...store,
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
