import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween, isDay } from './dates.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const counts = fc.integer({ min: -40_000, max: 40_000 });

describe('the day in China', () => {
  test.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
  ])('%s is %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  test('is always a day, eight hours ahead of UTC since 1992', () => {
    const instants = fc.date({
      min: new Date('1992-01-01'),
      max: new Date('2199-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const ahead = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
        expect(dayOf(instant)).toBe(ahead);
        expect(isDay(dayOf(instant))).toBe(true);
      }),
    );
  });
});

describe('counting days', () => {
  test.each([
    ['2026-11-22', 90, '2027-02-20'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2000-02-29', 366, '2001-03-01'],
    // Summer time of the years 1986 to 1991 must not shift a day.
    ['1990-04-14', 1, '1990-04-15'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(from, count)).toBe(to);
    expect(daysBetween(from, to)).toBe(count);
  });

  test('adding and counting agree, and there is a way back', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const later = addDays(day, count);
        expect(daysBetween(day, later)).toBe(count);
        expect(addDays(later, -count)).toBe(day);
        expect(later < day).toBe(count < 0);
      }),
    );
  });

  test('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(days, counts, counts, (day, a, b) => {
        expect(addDays(addDays(day, a), b)).toBe(addDays(day, a + b));
      }),
    );
  });
});

describe('whether a text is a day', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '1949-10-01'])('%s is', (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each([
    ...['', '2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'],
    ...['2026-1-1', '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', '２０２６-01-01'],
  ])('%j is not', (text) => {
    expect(isDay(text)).toBe(false);
  });
  test('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isDay(text) === 'boolean'));
  });
});
