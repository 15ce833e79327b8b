import type { Task } from '@geoarchive/contract/shared.ts';
import { dayOf, daysBetween } from '@geoarchive/domain/dates.ts';
import { dayThatCounts } from '@geoarchive/domain/supervision/timeliness.ts';

type Due = Pick<Task, 'due' | 'state' | 'handIns'>;

/** Days left until the day that counts for a task, in China's days; negative when late. */
export const daysLeft = (task: Due, now: Date): number => daysBetween(dayOf(now), dayThatCounts(task));

/** Late: still open after its day. */
export const isLate = (task: Due, now: Date): boolean => task.state === 'open' && daysLeft(task, now) < 0;

/** Due within so many days and still open. */
export const isSoon = (task: Due, now: Date, days = 30): boolean =>
  task.state === 'open' && daysLeft(task, now) >= 0 && daysLeft(task, now) <= days;

export type Urgency = 'late' | 'soon' | 'later' | 'done';

/** How a task stands, one word. */
export const urgencyOf = (task: Due, now: Date): Urgency => {
  if (task.state !== 'open') return 'done';
  if (isLate(task, now)) return 'late';
  return isSoon(task, now) ? 'soon' : 'later';
};

/** How a task's urgency is put: the last day has words of its own, for "0 days left" reads as if it were over. */
export const termWords = (task: Due, now: Date): Urgency | 'today' => {
  const urgency = urgencyOf(task, now);
  return urgency === 'soon' && daysLeft(task, now) === 0 ? 'today' : urgency;
};
