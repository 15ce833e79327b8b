import { expect, test } from '@jest/globals';
import { daysLeft, termWords, urgencyOf } from './due.ts';

// 23:30 UTC on the 9th is the 10th in China.
const now = new Date('2026-03-09T23:30:00Z');
const task = (due: string, state: 'open' | 'accepted' = 'open') => ({ due, state });

test('days are counted in China', () => {
  expect(daysLeft(task('2026-03-10'), now)).toBe(0);
  expect(daysLeft(task('2026-03-09'), now)).toBe(-1);
});

test.each([
  [task('2026-03-09'), 'late'],
  [task('2026-03-10'), 'soon'],
  [task('2026-04-09'), 'soon'],
  [task('2026-04-10'), 'later'],
  [task('2026-03-09', 'accepted'), 'done'],
] as const)('%j is %s', (given, urgency) => expect(urgencyOf(given, now)).toBe(urgency));

test.each([
  [task('2026-03-09'), 'late'],
  [task('2026-03-10'), 'today'],
  [task('2026-03-11'), 'soon'],
  [task('2026-03-10', 'accepted'), 'done'],
] as const)('%j is put as %s', (given, words) => expect(termWords(given, now)).toBe(words));

test('while what was handed in on time is being corrected, the day for that counts', () => {
  const handIns = [{ depositId: 'D', on: '2026-03-01', correctBy: '2026-03-15' }];
  expect(termWords({ ...task('2026-03-05'), handIns }, now)).toBe('soon');
  expect(daysLeft({ ...task('2026-03-05'), handIns }, now)).toBe(5);
});
