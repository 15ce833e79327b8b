import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mineralClasses } from '../codes/mineral-classes.ts';
import { addDays, addYears, daysBetween } from '../dates.ts';
import { taskSources } from '../publication.ts';
import { figuresOf, sheetsOfFigures } from './figures.ts';
import { additions, type Cell, countedStates } from './tally.ts';

const cells = (around: string): fc.Arbitrary<Cell> =>
  fc.record({
    node: fc.constantFrom('NGA', 'HB'),
    // Most stand near a day that matters; some lie years away.
    due: fc
      .oneof(fc.integer({ min: -500, max: 120 }), fc.integer({ min: -3000, max: 1500 }))
      .map((count) => addDays(around, count)),
    source: fc.constantFrom(...taskSources),
    mineral: fc.constantFrom(undefined, ...mineralClasses),
    state: fc.constantFrom(...countedStates),
  });

/** The prepared counts of these tasks, and only the sheets that figures of the year ask for. */
const placesOf = (all: readonly Cell[], year: number, today: string) => {
  const wanted = sheetsOfFigures(year, today);
  return new Map(
    ['NGA', 'HB'].map((node) => [
      node,
      new Map(
        additions(all.map((to) => ({ to })))
          .filter((one) => one.node === node && (one.sheet.startsWith('year#') || wanted.includes(one.sheet)))
          .map(({ sheet, add }) => [sheet, add]),
      ),
    ]),
  );
};
const isOpen = ({ state }: Cell) => state === 'open';
const rate = (some: readonly Cell[]) => ({
  should: some.length,
  submitted: some.filter((cell) => !isOpen(cell)).length,
});

describe('the figures of the cockpit', () => {
  const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2025-12-01', count));
  it('are those that one counts task by task, from the few sheets that they ask for', () => {
    fc.assert(
      fc.property(
        days.chain((today) => fc.tuple(fc.constant(today), fc.array(cells(today), { maxLength: 80 }))),
        fc.integer({ min: -2, max: 1 }),
        ([today, all], shift) => {
          const year = Number(today.slice(0, 4)) + shift;
          const figures = figuresOf(placesOf(all, year, today), year, today);
          const passed = (some: readonly Cell[], of: string, until: string) =>
            some.filter(({ due }) => due.startsWith(of) && due < until);
          const late = all.filter((cell) => isOpen(cell) && cell.due < today);
          for (const { days: ahead, count } of figures.due)
            expect(count).toBe(
              all.filter((cell) => isOpen(cell) && cell.due >= today && daysBetween(today, cell.due) <= ahead)
                .length,
            );
          const age = (cell: Cell) => daysBetween(cell.due, today);
          const limits = [0, 30, 90, 180, 365, Number.POSITIVE_INFINITY];
          expect(figures.overdue.map(({ count }) => count)).toEqual(
            limits
              .slice(1)
              .map(
                (upTo, at) =>
                  late.filter((cell) => age(cell) > (limits[at] ?? 0) && age(cell) <= upTo).length,
              ),
          );
          const span = (some: readonly Cell[]) => ({
            ...rate(passed(some, String(year), today)),
            lastYear: rate(
              passed(some, String(year - 1), shift < 0 ? '9999' : shift > 0 ? '' : addYears(today, -1)),
            ),
            overdue: some.filter((cell) => late.includes(cell)).length,
          });
          expect(figures.total).toMatchObject(span(all));
          for (const line of figures.byNode)
            expect(line).toMatchObject(span(all.filter(({ node }) => node === line.node)));
          for (const line of figures.bySource)
            expect(line).toMatchObject(span(all.filter(({ source }) => source === line.source)));
          expect(figures.byMineral.map(({ mineral }) => mineral)).toEqual([...mineralClasses, 'none']);
          for (const line of figures.byMineral)
            expect(line).toMatchObject(
              span(all.filter(({ mineral }) => (mineral ?? 'none') === line.mineral)),
            );
          for (const { period, ahead, lastYear, ...of } of figures.byMonth) {
            expect(of).toEqual(rate(passed(all, period, today)));
            expect(ahead).toBe(
              all.filter((cell) => isOpen(cell) && cell.due.startsWith(period) && cell.due >= today).length,
            );
            const before = `${String(Number(period.slice(0, 4)) - 1)}${period.slice(4)}`;
            expect(lastYear).toEqual(rate(passed(all, before, today)));
          }
          for (const { period, ahead: _, ...of } of figures.byYear)
            expect(of).toEqual(rate(passed(all, period, today)));
          expect(figures.byYear.reduce((sum, { should }) => sum + should, 0)).toBe(
            all.filter(({ due }) => due < today).length,
          );
        },
      ),
      { numRuns: 150 },
    );
  });
  it('of nothing are zero', () => {
    const figures = figuresOf(new Map([['NGA', new Map()]]), 2026, '2026-11-24');
    expect(figures.total).toEqual({
      should: 0,
      submitted: 0,
      lastYear: { should: 0, submitted: 0 },
      overdue: 0,
      soon: 0,
    });
    expect([figures.byYear, figures.byNode.length, figures.byMonth.length]).toEqual([[], 1, 12]);
  });
  it('ask for few sheets, however many years there are', () => {
    expect(sheetsOfFigures(2026, '2026-11-24').length).toBeLessThan(16);
  });
});
