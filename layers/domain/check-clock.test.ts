import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishedHolidays, tablesInForce } from './calendar/holidays.ts';
import { addWorkingDays, workCalendar } from './calendar/working-days.ts';
import { type CheckClock, checkStanding, checkTerm, clockAfter } from './check-clock.ts';
import { addDays } from './dates.ts';

const china = workCalendar();
const ten = checkTerm({ checkDays: 10, checkDaysKind: 'calendar', checkRollsOver: true });
const working = checkTerm({ checkDays: 10, checkDaysKind: 'working', checkRollsOver: true });
const started = (from: string): CheckClock => ({ from, pauses: [] });

describe('the clock of the check', () => {
  test('runs to its last day and past it', () => {
    const standing = (today: string) =>
      checkStanding(china, { clock: started('2026-11-09'), state: 'received' }, ten, today);
    expect(standing('2026-11-09')).toMatchObject({ running: true, used: 0, left: 10, due: '2026-11-19' });
    expect(standing('2026-11-19')).toMatchObject({ left: 0, due: '2026-11-19' });
    expect(standing('2026-11-20')).toMatchObject({ left: -1, due: '2026-11-19' });
  });

  test('a last day on a day off moves, and the days it moved by are left', () => {
    const clock = started('2026-09-21');
    expect(checkStanding(china, { clock, state: 'received' }, ten, '2026-10-01')).toMatchObject({
      left: 7,
      due: '2026-10-08',
    });
    expect(checkStanding(china, { clock, state: 'received' }, working, '2026-09-30')).toMatchObject({
      kind: 'working',
      used: 6,
      left: 4,
      due: '2026-10-12',
    });
  });

  test('stands still while returned and goes on at the next hand-in', () => {
    const first = started('2026-11-02');
    const returned = checkStanding(
      china,
      { clock: first, state: 'returned', returned: '2026-11-06' },
      ten,
      '2027-03-01',
    );
    expect(returned).toEqual({ running: false, kind: 'calendar', used: 4, left: 6 });
    const second = clockAfter(first, '2026-11-06', '2026-11-20');
    expect(checkStanding(china, { clock: second, state: 'received' }, ten, '2026-11-20')).toMatchObject({
      used: 4,
      left: 6,
      due: '2026-11-26',
    });
    const third = clockAfter(second, '2026-11-22', '2026-12-01');
    expect(checkStanding(china, { clock: third, state: 'received' }, ten, '2026-12-02')).toMatchObject({
      used: 7,
      // Its last day, the 5th, is a Saturday.
      left: 5,
      due: '2026-12-07',
    });
  });

  test.each(['accepting', 'stalled', 'accepted', 'certified'] as const)('is over once it is %s', (state) => {
    expect(checkStanding(china, { clock: started('2026-11-02'), state }, ten, '2026-11-03')).toBeUndefined();
  });

  test('an edited table moves the last day', () => {
    const edited = workCalendar(tablesInForce([{ year: 2026, off: '11-19', work: '', source: 'test' }]));
    const clock = started('2026-11-09');
    expect(checkStanding(edited, { clock, state: 'received' }, ten, '2026-11-10')).toMatchObject({
      due: '2026-11-20',
    });
    expect(publishedHolidays.find(({ year }) => year === 2026)?.off).toContain('10-01/10-07');
  });

  test('however often it stood still, the rounds together have the days of the term', () => {
    const rounds = fc.array(
      fc.record({ checked: fc.integer({ min: 0, max: 2 }), away: fc.integer({ min: 0, max: 40 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), rounds, (start, all) => {
        let at = addDays('2015-01-01', start);
        let clock = started(at);
        let used = 0;
        for (const { checked, away } of all) {
          const returned = addWorkingDays(china, at, checked);
          used += checked;
          at = addDays(returned, away);
          clock = clockAfter(clock, returned, at);
        }
        const now = checkStanding(china, { clock, state: 'received' }, working, at);
        expect(now).toMatchObject({ used, left: 10 - used });
        expect(now?.due).toBe(addWorkingDays(china, at, 10 - used));
      }),
    );
  });
});
