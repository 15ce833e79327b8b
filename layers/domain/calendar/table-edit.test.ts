import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { daysOf, listOf, publishedHolidays, shippedTable, tablesInForce } from './holidays.ts';
import { tableDays, tableDifferences, tableFaults } from './table-edit.ts';

test('what is shipped is without fault and comes back as it was', () => {
  for (const table of publishedHolidays) {
    const days = tableDays(table);
    expect([table.year, tableFaults(table.year, days)]).toEqual([table.year, []]);
    expect(daysOf(table.year, listOf(days.off))).toEqual(days.off);
    expect(tableDifferences(days, days)).toEqual([]);
  }
});

test('any days come back from their list, in order, each once', () => {
  const day = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2024-01-01', n));
  fc.assert(
    fc.property(fc.array(day), (days) => {
      expect(daysOf(2024, listOf(days))).toEqual([...new Set(days)].sort());
    }),
  );
});

test.each([
  ['another year', { off: ['2025-01-01'], work: [] }, ['off']],
  ['no such day', { off: ['2026-02-30'], work: [] }, ['off']],
  ['off and worked', { off: ['2026-10-10'], work: ['2026-10-10'] }, ['work']],
  ['a Tuesday to be worked', { off: [], work: ['2026-11-24'] }, ['work']],
  ['nothing', { off: [], work: [] }, []],
] as const)('%s', (_, days, fields) => {
  expect(tableFaults(2026, days).map(({ field }) => field)).toEqual(fields);
});

test('differences name the day and what it was and is', () => {
  const shipped = shippedTable(2026);
  const before = shipped && tableDays(shipped);
  const off = [...(before?.off.filter((day) => day !== '2026-10-07') ?? []), '2026-11-24'];
  const work = [...(before?.work ?? []), '2026-11-28'];
  expect(tableDifferences(before, { off, work })).toEqual([
    { day: '2026-10-07', was: 'off', is: 'unnamed' },
    { day: '2026-11-24', was: 'unnamed', is: 'off' },
    { day: '2026-11-28', was: 'unnamed', is: 'work' },
  ]);
});

test('an edited year replaces the shipped one, a new one is added, in order', () => {
  const edited = [2027, 2015].map((year) => ({ year, off: '01-01', work: '', source: 'test' }));
  const inForce = tablesInForce(edited);
  expect(inForce.map(({ year }) => year)).toEqual([...publishedHolidays.map(({ year }) => year), 2027]);
  expect(inForce.find(({ year }) => year === 2015)?.source).toBe('test');
});
