import { expect, test } from '@jest/globals';
import { ageText, lostAt } from './age.ts';

const now = new Date('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:50Z', '1 minute', '1分钟'],
  ['2026-11-24T11:01:00Z', '59 minutes', '59分钟'],
  ['2026-11-24T09:30:00Z', '2 hours', '2小时'],
  ['2026-11-10T12:00:00Z', '14 days', '14天'],
  // A clock that runs ahead makes nothing negative.
  ['2026-11-24T12:05:00Z', '1 minute', '1分钟'],
])('%s was %s ago', (since, en, zh) => {
  expect(ageText(since, now, 'en')).toBe(en);
  expect(ageText(since, now, 'zh').replaceAll(/\s/g, '')).toBe(zh);
});

test('a message is lost when the days it is kept are over', () => {
  expect(lostAt('2026-11-10T12:00:00.000Z', 14)).toBe('2026-11-24T12:00:00.000Z');
});
