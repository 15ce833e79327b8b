import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../dates.ts';
import { daysOf, publishedHolidays } from './holidays.ts';
import { joinPauses, lastDayOf, readClock } from './term.ts';
import { addWorkingDays, nearestWorkingDay, workCalendar, workingDaysBetween } from './working-days.ts';

const china = workCalendar();
const day = fc.integer({ min: 0, max: 6000 }).map((n) => addDays('2010-06-01', n));

describe('working days', () => {
  test.each([
    ['2026-11-24', true],
    ['2026-11-28', false],
    // National Day 2026 and the weekend days worked for it.
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-09-20', true],
    ['2026-10-10', true],
    // Spring Festival 2025.
    ['2025-01-26', true],
    ['2025-02-04', false],
    ['2025-02-05', true],
  ])('%s: %s', (at, wanted) => {
    expect(china.isWorkingDay(at)).toBe(wanted);
  });

  test('every day of the tables exists, in its year, once, and what is worked is a weekend day', () => {
    for (const { year, off, work } of publishedHolidays) {
      const all = [...daysOf(year, off), ...daysOf(year, work)];
      expect(all.filter((one) => !isDay(one) || !one.startsWith(String(year)))).toEqual([]);
      expect(new Set(all).size).toBe(all.length);
      for (const worked of daysOf(year, work)) expect([0, 6]).toContain(new Date(worked).getUTCDay());
      // Eleven to thirteen paid holidays by law, so a year has 247 to 252 working days.
      const count = workingDaysBetween(china, `${year - 1}-12-31`, `${year}-12-31`);
      expect([year, count >= 246 && count <= 252]).toEqual([year, true]);
    }
  });

  test('a year without table has its weekends, and says that it is not known', () => {
    expect([
      china.knows('2027-01-01'),
      china.isWorkingDay('2027-01-01'),
      china.isWorkingDay('2027-01-02'),
    ]).toEqual([false, true, false]);
    const edited = workCalendar([
      ...publishedHolidays,
      { year: 2027, off: '01-01', work: '', source: 'test' },
    ]);
    expect([edited.knows('2027-01-01'), edited.isWorkingDay('2027-01-01')]).toEqual([true, false]);
  });

  test('adding and counting are each other’s inverse, and end on working days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (from, count) => {
        const to = addWorkingDays(china, from, count);
        expect(workingDaysBetween(china, from, to)).toBe(count);
        if (count !== 0) expect(china.isWorkingDay(to)).toBe(true);
      }),
    );
  });

  test('the nearest working day', () => {
    expect(nearestWorkingDay(china, '2026-10-01')).toBe('2026-10-08');
    expect(nearestWorkingDay(china, '2026-10-07', -1)).toBe('2026-09-30');
    expect(nearestWorkingDay(china, '2026-11-24')).toBe('2026-11-24');
  });
});

describe('terms', () => {
  test.each([
    ['30 days before a licence ends', '2026-12-31', { days: -30, kind: 'calendar' }, '2026-12-01'],
    ['180 days after completion', '2026-01-31', { days: 180, kind: 'calendar' }, '2026-07-30'],
    ['from the 29th of February', '2024-02-29', { days: 366, kind: 'calendar' }, '2025-03-01'],
    ['into a holiday, moved', '2026-09-21', { days: 10, kind: 'calendar', rollsOver: true }, '2026-10-08'],
    ['into a holiday, not moved', '2026-09-21', { days: 10, kind: 'calendar' }, '2026-10-01'],
    ['10 working days over National Day', '2026-09-25', { days: 10, kind: 'working' }, '2026-10-15'],
  ] as const)('%s', (_, from, term, last) => {
    expect(lastDayOf(china, from, term)).toBe(last);
  });
});

describe('clocks that stop and start again', () => {
  const term = { days: 10, kind: 'calendar' } as const;
  test('the ten days of the check stand still between a return and the next hand-in', () => {
    const clock = { from: '2026-11-02', term, pauses: [{ from: '2026-11-06', to: '2026-11-20' }] };
    expect(readClock(china, clock, '2026-11-06')).toEqual({
      used: 4,
      left: 6,
      running: true,
      due: '2026-11-12',
    });
    expect(readClock(china, clock, '2026-11-10')).toEqual({ used: 4, left: 6, running: false });
    expect(readClock(china, clock, '2026-11-22')).toEqual({
      used: 6,
      left: 4,
      running: true,
      due: '2026-11-26',
    });
    expect(readClock(china, { ...clock, pauses: [{ from: '2026-11-06' }] }, '2027-01-01')).toEqual({
      used: 4,
      left: 6,
      running: false,
    });
  });

  const pauses = fc.array(
    fc.record({ start: fc.integer({ min: -20, max: 60 }), length: fc.integer({ min: -5, max: 30 }) }),
    { maxLength: 6 },
  );
  test.each(['calendar', 'working'] as const)('%s days are used exactly while it runs', (kind) => {
    fc.assert(
      fc.property(day, pauses, fc.integer({ min: 0, max: 120 }), (from, some, after) => {
        const given = some.map(({ start, length }) => ({
          from: addDays(from, start),
          to: addDays(from, start + length),
        }));
        const today = addDays(from, after);
        const { used, left, due, running } = readClock(
          china,
          { from, term: { days: 30, kind }, pauses: given },
          today,
        );
        let counted = 0;
        for (let at = addDays(from, 1); at <= today; at = addDays(at, 1)) {
          const stands = given.some((pause) => at > pause.from && at <= pause.to);
          if (!stands && (kind === 'calendar' || china.isWorkingDay(at))) counted += 1;
        }
        expect([used, left]).toEqual([counted, 30 - counted]);
        // With nothing in its way any more, the clock ends after the days that are left.
        if (running && due !== undefined && kind === 'calendar') expect(daysBetween(today, due)).toBe(left);
      }),
    );
  });

  test('joined pauses are in order and apart', () => {
    fc.assert(
      fc.property(day, pauses, (from, some) => {
        const joined = joinPauses(
          some.map(({ start, length }) => ({
            from: addDays(from, start),
            to: addDays(from, start + length),
          })),
        );
        for (const [at, pause] of joined.entries()) {
          expect((pause.to ?? '') > pause.from).toBe(true);
          const next = joined[at + 1];
          if (next !== undefined) expect((pause.to ?? '9') < next.from).toBe(true);
        }
      }),
    );
  });
});
