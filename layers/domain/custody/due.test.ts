import { expect, test } from '@jest/globals';
import { dueStage, isSoon, overdue } from './due.ts';

test.each([
  ['2026-12-01', undefined],
  ['2027-01-01', 14],
  ['2027-01-11', 14],
  ['2027-01-12', 3],
  ['2027-01-15', 3],
  ['2027-01-16', overdue],
])('on %s what is due on 15 January is at stage %s', (today, stage) => {
  expect(dueStage('2027-01-15', today, [3, 14])).toBe(stage);
  expect(isSoon('2027-01-15', today, [3, 14])).toBe(stage !== undefined && stage !== overdue);
});

test('without days of notice there is nothing before the day', () => {
  expect(dueStage('2027-01-15', '2027-01-15', [])).toBeUndefined();
  expect(dueStage('2027-01-15', '2027-01-16', [])).toBe(overdue);
});
