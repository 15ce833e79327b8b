import { describe, expect, test } from '@jest/globals';
import { owesList, periodDue } from './holding.ts';

describe('the year whose list is asked for', () => {
  test.each([
    ['2026-12-31', '01-15', [14], '2025'],
    ['2027-01-01', '01-15', [14], '2026'],
    ['2026-12-20', '01-15', [30], '2026'],
    ['2026-12-15', '01-15', [30], '2025'],
    ['2027-05-01', '06-30', [30], '2026'],
  ])('on %s, lists due on %s, notice of %j days: %s', (today, due, notice, period) => {
    expect(periodDue(today, due, notice)).toBe(period);
  });
});

describe('a list is owed for a year', () => {
  const agreement = { state: 'in-force' as const, start: '2025-06-01', end: '2026-03-31' };
  test.each([
    ['2024', false],
    ['2025', true],
    ['2026', true],
    ['2027', false],
  ])('in which an agreement binds: %s %s', (period, owed) => {
    expect(owesList([agreement], period)).toBe(owed);
  });
  test('only if it was signed', () => {
    expect(owesList([{ ...agreement, state: 'draft' }], '2025')).toBe(false);
    expect(owesList([{ ...agreement, state: 'dropped' }], '2025')).toBe(false);
    expect(owesList([{ ...agreement, state: 'handed-back' }], '2025')).toBe(true);
  });
});
