import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { type Reminded, reminderDue, reminderPlan, reminderStage } from './reminders.ts';

const due = '2027-01-30';
const on = (left: number) => reminderStage(due, addDays(due, -left), reminderPlan);

it.each([
  [91, undefined],
  [90, 90],
  [31, 90],
  [30, 30],
  [8, 30],
  [7, 7],
  [1, 7],
  [0, 0],
  [-1, -1],
  [-30, -1],
  [-31, -31],
  [-60, -31],
  [-61, -61],
])('%i days before the due day: reminder %p', (left, stage) => {
  expect(on(left)).toBe(stage);
});

/** Runs the clock on these days (counted from 100 days before the due day) and gives what was told. */
const told = (days: readonly number[]): number[] => {
  let reminded: Reminded | undefined;
  return days.flatMap((day) => {
    const now = reminderDue({ due, reminded }, addDays(due, day - 100), reminderPlan);
    reminded = now ?? reminded;
    return now === undefined ? [] : [now.stage];
  });
};

it('each is told once, in order, however often the clock runs', () => {
  expect(told(Array.from({ length: 200 }, (_, day) => day).flatMap((day) => [day, day]))).toEqual([
    90, 30, 7, 0, -1, -31, -61, -91,
  ]);
});
it('after days without running only the latest is told, and none twice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 })), (days) => {
      const stages = told(days.toSorted((a, b) => a - b));
      expect(stages).toEqual([...new Set(stages)].toSorted((a, b) => b - a));
    }),
  );
});
it('a clock that was set back tells nothing again; another due day begins anew', () => {
  const task = { due, reminded: { stage: 7, due } };
  expect(reminderDue(task, addDays(due, -20), reminderPlan)).toBeUndefined();
  expect(reminderDue({ ...task, due: '2027-06-30' }, '2027-06-01', reminderPlan)).toEqual({
    stage: 30,
    due: '2027-06-30',
  });
});
