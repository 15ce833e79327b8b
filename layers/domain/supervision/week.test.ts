import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../dates.ts';
import { additions, type Cell, countedStates } from './tally.ts';
import { sheetsOfWeek, weekFigures, weekOf } from './week.ts';

describe('the day that names a week', () => {
  it('is the last such weekday, itself included', () => {
    // 2026-11-23 is a Monday.
    expect(weekOf('2026-11-23', 1)).toBe('2026-11-23');
    expect(weekOf('2026-11-29', 1)).toBe('2026-11-23');
    expect(weekOf('2026-11-30', 1)).toBe('2026-11-30');
    expect(weekOf('2026-11-23', 7)).toBe('2026-11-22');
    expect(weekOf('2026-11-22', 7)).toBe('2026-11-22');
  });
  it('is the same for seven days', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 7 }), (count, weekday) => {
        const today = addDays('2024-01-01', count);
        const week = weekOf(today, weekday);
        expect(daysBetween(week, today)).toBeLessThan(7);
        expect(daysBetween(week, today)).toBeGreaterThanOrEqual(0);
        for (let at = 0; at < 7; at += 1) expect(weekOf(addDays(week, at), weekday)).toBe(week);
      }),
    );
  });
});

describe('the figures of a week', () => {
  const week = '2026-11-30';
  const cells = fc.record({
    node: fc.constant('NGA'),
    due: fc
      .oneof(fc.integer({ min: -10, max: 40 }), fc.integer({ min: -900, max: 900 }))
      .map((count) => addDays(week, count)),
    source: fc.constant('other' as const),
    state: fc.constantFrom(...countedStates),
  });
  it('are those that one counts task by task, from the few sheets that they ask for', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 60 }), (all: Cell[]) => {
        const wanted = sheetsOfWeek(week);
        const sheets = new Map(
          additions(all.map((to) => ({ to })))
            .filter(({ sheet }) => sheet.startsWith('year#') || wanted.includes(sheet))
            .map(({ sheet, add }) => [sheet, add]),
        );
        const open = (from: number, to: number) =>
          all.filter(
            ({ due, state }) =>
              state === 'open' && daysBetween(week, due) >= from && daysBetween(week, due) < to,
          ).length;
        expect(weekFigures(sheets, week)).toEqual({
          due: all.filter(({ due }) => due >= addDays(week, -7) && due < week).length,
          newlyOverdue: open(-7, 0),
          overdue: open(-10_000, 0),
          dueIn7: open(0, 7),
          dueIn30: open(0, 30),
          submittedSoFar: all.filter(({ state }) => state !== 'open').length,
        });
      }),
    );
  });
});
