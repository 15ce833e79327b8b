import { describe, expect, test } from '@jest/globals';
import { formatDay, formatTime } from './dates.ts';

describe('dates are read in China', () => {
  test('an instant late in the UTC evening is the next day in Shanghai', () => {
    expect(formatDay('2026-03-01T17:00:00Z', 'zh')).toBe('2026/03/02');
    expect(formatDay('2026-03-01T17:00:00Z', 'en')).toBe('02 Mar 2026');
  });

  test('a day stays that day', () => {
    expect(formatDay('2026-03-01', 'zh')).toBe('2026/03/01');
  });

  test('an instant has its time on a 24 hour clock', () => {
    expect(formatTime('2026-03-01T16:05:00Z', 'zh')).toBe('2026/03/02 00:05');
    expect(formatTime('2026-03-01T04:05:00Z', 'en')).toBe('01 Mar 2026, 12:05');
  });

  test('what is no date is shown as it came', () => {
    expect(formatDay('unknown', 'zh')).toBe('unknown');
    expect(formatTime('', 'en')).toBe('');
  });
});
