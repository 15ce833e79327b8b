import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mineralClasses } from '../codes/mineral-classes.ts';
import { addDays, type Day } from '../dates.ts';
import { taskSources } from '../publication.ts';
import {
  additions,
  before,
  between,
  type Cell,
  cellOf,
  countedStates,
  countOf,
  sheetsFor,
  sumOf,
} from './tally.ts';

const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2024-11-20', count));
const cells: fc.Arbitrary<Cell> = fc.record({
  node: fc.constantFrom('NGA', 'HB'),
  due: days,
  source: fc.constantFrom(...taskSources),
  mineral: fc.constantFrom(undefined, ...mineralClasses),
  state: fc.constantFrom(...countedStates),
});

/** The sheets of a place after these changes; with `only`, none but those of the years and the named ones. */
const sheetsOf = (node: string, changes: { from?: Cell; to?: Cell }[], only?: string[]) => {
  const sheets = new Map<string, Record<string, number>>();
  for (const change of changes)
    for (const one of additions([change])) {
      if (one.node !== node) continue;
      if (only !== undefined && !one.sheet.startsWith('year#') && !only.includes(one.sheet)) continue;
      const sheet = sheets.get(one.sheet) ?? {};
      for (const [name, by] of Object.entries(one.add)) sheet[name] = (sheet[name] ?? 0) + by;
      sheets.set(one.sheet, sheet);
    }
  return sheets;
};

describe('what a task counts as', () => {
  const task = { node: 'NGA', due: '2026-03-05', source: 'other' as const, state: 'open' as const };
  it('follows from the task; withdrawn it counts nowhere', () => {
    expect(cellOf({ ...task })).toEqual(task);
    expect(cellOf({ ...task, state: 'withdrawn' })).toBeUndefined();
    expect(cellOf({ ...task, state: 'no-data' })).toBeUndefined();
  });
  it('stands on the sheet of its year, of the months and of the days', () => {
    expect(additions([{ to: task }])).toEqual([
      { node: 'NGA', sheet: 'year#2026', add: { 'other/open': 1 } },
      { node: 'NGA', sheet: 'months#2026', add: { '03/other/open': 1 } },
      { node: 'NGA', sheet: 'days#2026-03', add: { '05/other/open': 1 } },
    ]);
  });
  it('stands under its mineral, too', () => {
    const [year, , days] = additions([{ to: { ...task, mineral: 'precious' } }]);
    expect(year?.add).toEqual({ 'other/open': 1, 'm.precious/open': 1 });
    expect(days?.add).toEqual({ '05/other/open': 1, '05/m.precious/open': 1 });
    expect(countOf(year?.add ?? {})).toBe(1);
    const [moved] = additions([
      { from: { ...task, mineral: 'precious' }, to: { ...task, mineral: 'energy' } },
    ]);
    expect(moved?.add).toEqual({ 'm.precious/open': -1, 'm.energy/open': 1 });
  });
  it('a change within the year touches the sheet of the year all the same: it tells that something moved', () => {
    const moved = additions([{ from: task, to: { ...task, due: '2026-03-06' } }]);
    expect(moved[0]).toEqual({ node: 'NGA', sheet: 'year#2026', add: {} });
    expect(moved[2]?.add).toEqual({ '05/other/open': -1, '06/other/open': 1 });
  });
});

describe('spans of days', () => {
  const counted = (all: readonly Cell[], node: string, from: Day, to: Day) =>
    all.filter((cell) => cell.node === node && cell.due >= from && cell.due < to);

  it('are counted as one by one, from the few sheets that they need', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 60 }), days, days, (all, a, b) => {
        const [from = a, to = b] = [a, b].sort();
        const changes = all.map((to) => ({ to }));
        for (const node of ['NGA', 'HB']) {
          const span = between(sheetsOf(node, changes, sheetsFor([from, to])), from, to);
          const wanted = counted(all, node, from, to);
          expect(countOf(span)).toBe(wanted.length);
          expect(countOf(span, { states: ['open'], source: 'other' })).toBe(
            wanted.filter(({ state, source }) => state === 'open' && source === 'other').length,
          );
          expect(countOf(span, { mineral: 'rare' })).toBe(
            wanted.filter(({ mineral }) => mineral === 'rare').length,
          );
        }
      }),
    );
  });
  it('what is before a day grows with the day', () => {
    const sheets = sheetsOf('NGA', [
      { to: { node: 'NGA', due: '2026-03-05', source: 'other', state: 'open' } },
    ]);
    expect(countOf(before(sheets, '2026-03-05'))).toBe(0);
    expect(countOf(before(sheets, '2026-03-06'))).toBe(1);
    expect(between(sheets, '2026-03-06', '2026-03-01')).toEqual({});
  });
  it('of several places add up, with names that nobody knows left out', () => {
    const sum = sumOf([{ 'other/open': 2 }, { 'other/open': -2 }, { 'engineering/open': 1 }]);
    expect(countOf(sum)).toBe(1);
  });
});
