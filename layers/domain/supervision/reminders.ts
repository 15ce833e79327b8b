import { type Day, daysBetween } from '../dates.ts';

/** When owners of tasks are reminded: so many days before the due day (0 is the day itself), and how often after it. */
export type ReminderPlan = { before: readonly number[]; every: number };

/** 90, 30 and 7 days before, on the day, the day after, and each thirty days from then on (domain.md §9.4; the last is ours). */
export const reminderPlan: ReminderPlan = { before: [90, 30, 7, 0], every: 30 };

/**
 * The reminder that is the latest to have come on a day: the days before the due day (90, 30, 7, 0), or the days after it as a
 * negative number (−1, −31, −61 …). None while the first is still to come.
 */
export const reminderStage = (due: Day, today: Day, { before, every }: ReminderPlan): number | undefined => {
  const left = daysBetween(today, due);
  if (left < 0) return -(1 + Math.floor((-left - 1) / every) * every);
  return before.filter((days) => days >= left).toSorted((a, b) => a - b)[0];
};

/** What was last told of a task: which reminder, of which due day. */
export type Reminded = { stage: number; due: Day };

/**
 * The reminder to be told now; none when it was told already. Those that were missed while nothing ran are not made up for: the
 * latest says it all. Another due day begins anew.
 */
export const reminderDue = (
  task: { due: Day; reminded?: Reminded | undefined },
  today: Day,
  plan: ReminderPlan,
): Reminded | undefined => {
  const stage = reminderStage(task.due, today, plan);
  if (stage === undefined) return undefined;
  const told = task.reminded;
  return told?.due === task.due && told.stage <= stage ? undefined : { stage, due: task.due };
};
