import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCron } from './cron.ts';
import { parseSchedule } from './schedule-expression.ts';

const next = (expression: string, after: string, zone = 'Asia/Shanghai') =>
  createCron(expression, zone).next(new Date(after))?.toISOString();

describe('cron', () => {
  test.each([
    ['0 1 * * ? *', '2026-11-22T16:59:59Z', '2026-11-22T17:00:00.000Z', 'daily at one in Shanghai'],
    ['0 1 * * ? *', '2026-11-22T17:00:00Z', '2026-11-23T17:00:00.000Z', 'strictly after'],
    ['*/15 8-9 ? * MON-FRI *', '2026-11-20T02:00:00Z', '2026-11-23T00:00:00.000Z', 'over the weekend'],
    ['0/20 * * * ? *', '2026-11-22T00:21:00Z', '2026-11-22T00:40:00.000Z', 'steps from a start'],
    ['0 0 L * ? *', '2026-02-10T00:00:00Z', '2026-02-27T16:00:00.000Z', 'last day of February'],
    ['0 0 29 2 ? *', '2026-01-01T00:00:00Z', '2028-02-28T16:00:00.000Z', 'a leap day'],
    ['0 12 1 JAN,JUL ? 2027', '2027-02-01T00:00:00Z', '2027-07-01T04:00:00.000Z', 'months and a year'],
    ['0 12 ? * 1 *', '2026-11-23T00:00:00Z', '2026-11-29T04:00:00.000Z', 'Sunday is day 1'],
  ])('%s after %s is %s (%s)', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test('a time that summer time skips is left out that day', () => {
    expect(next('30 2 * * ? *', '2026-03-29T00:00:00Z', 'Europe/Berlin')).toBe('2026-03-30T00:30:00.000Z');
  });
  test('a schedule that is over has no next', () => {
    expect(next('0 0 1 1 ? 2020', '2026-01-01T00:00:00Z')).toBeUndefined();
  });
  test.each([
    '* * * * *',
    '0 1 * * * *',
    '0 1 ? * ? *',
    '0 1 15W * ? *',
    '0 1 ? * 6#3 *',
    '61 1 * * ? *',
    '0 25 * * ? *',
  ])('%s is refused', (expression) => {
    expect(() => createCron(expression, 'UTC')).toThrow('cron(');
  });
  test('the next time is later than asked and falls on the fields', () => {
    const cases = fc.tuple(
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 2e9 }),
    );
    fc.assert(
      fc.property(cases, ([minute, hour, seconds]) => {
        const after = new Date(seconds * 1000);
        const found = createCron(`${minute} ${hour} * * ? *`, 'UTC').next(after);
        expect(found?.getTime()).toBeGreaterThan(after.getTime());
        expect(found && found.getTime() - after.getTime()).toBeLessThanOrEqual(86_400_000);
        expect([found?.getUTCMinutes(), found?.getUTCHours(), found?.getUTCSeconds()]).toEqual([
          minute,
          hour,
          0,
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('schedule expressions', () => {
  const after = new Date('2026-11-22T00:00:00Z');
  test.each([
    ['rate(5 minutes)', '2026-11-22T00:05:00.000Z'],
    ['rate(1 hour)', '2026-11-22T01:00:00.000Z'],
    ['rate(2 days)', '2026-11-24T00:00:00.000Z'],
    ['cron(0 1 * * ? *)', '2026-11-22T17:00:00.000Z'],
    ['at(2026-12-01T08:30:00)', '2026-12-01T00:30:00.000Z'],
  ])('%s', (expression, expected) => {
    expect(parseSchedule(expression, 'Asia/Shanghai')(after)?.toISOString()).toBe(expected);
  });
  test('a moment that has passed never comes', () => {
    expect(parseSchedule('at(2020-01-01T00:00:00)', 'UTC')(after)).toBeUndefined();
  });
  test.each(['rate(0 minutes)', 'rate(five minutes)', 'every(5)', 'at(tomorrow)'])(
    '%s is refused',
    (expression) => {
      expect(() => parseSchedule(expression, 'UTC')).toThrow();
    },
  );
});
