import { type Day, daysBetween } from '../dates.ts';

/** What is told of a thing once its day has passed. */
export const overdue = -1;

/** How near a day is: the least of the days of notice that have been reached, `overdue` once it has passed, nothing before. */
export const dueStage = (due: Day, today: Day, noticeDays: readonly number[]): number | undefined => {
  const left = daysBetween(today, due);
  if (left < 0) return overdue;
  return noticeDays.filter((days) => left <= days).toSorted((a, b) => a - b)[0];
};

/** Whether a day comes within the days of notice and has not passed. */
export const isSoon = (due: Day, today: Day, noticeDays: readonly number[]): boolean =>
  (dueStage(due, today, noticeDays) ?? overdue) !== overdue;
