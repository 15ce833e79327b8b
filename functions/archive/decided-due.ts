import type { TaskBody } from './task-store.ts';

/**
 * What a newly reckoned (or imported) due day means for a task: where the authority decided on another one, that stays, and the new
 * day is kept as the one that would count without it.
 */
export const keepDecided = (
  task: Pick<TaskBody, 'decided'> | undefined,
  reckoned: string,
): Pick<TaskBody, 'due' | 'decided'> =>
  task?.decided === undefined
    ? { due: reckoned }
    : { due: task.decided.due, decided: { ...task.decided, reckoned } };
