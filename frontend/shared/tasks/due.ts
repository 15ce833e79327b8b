import type { Task } from '@geoarchive/contract/shared.ts';
import { dayOf, daysBetween } from '@geoarchive/domain/dates.ts';

/** Days left until a task is due, in China's days; negative when late. */
export const daysLeft = (due: string, now: Date): number => daysBetween(dayOf(now), due);

/** Late: still open after its day. */
export const isLate = (task: Pick<Task, 'due' | 'state'>, now: Date): boolean =>
  task.state === 'open' && daysLeft(task.due, now) < 0;

/** Due within so many days and still open. */
export const isSoon = (task: Pick<Task, 'due' | 'state'>, now: Date, days = 30): boolean =>
  task.state === 'open' && daysLeft(task.due, now) >= 0 && daysLeft(task.due, now) <= days;

export type Urgency = 'late' | 'soon' | 'later' | 'done';

/** How a task stands, one word. */
export const urgencyOf = (task: Pick<Task, 'due' | 'state'>, now: Date): Urgency => {
  if (task.state !== 'open') return 'done';
  if (isLate(task, now)) return 'late';
  return isSoon(task, now) ? 'soon' : 'later';
};

/** How a task's urgency is put: the last day has words of its own, for "0 days left" reads as if it were over. */
export const termWords = (task: Pick<Task, 'due' | 'state'>, now: Date): Urgency | 'today' => {
  const urgency = urgencyOf(task, now);
  return urgency === 'soon' && daysLeft(task.due, now) === 0 ? 'today' : urgency;
};
