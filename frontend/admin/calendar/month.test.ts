import { listOf } from '@geoarchive/domain/calendar/holidays.ts';
import { workCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markOf, months, toggled, weeksOf } from './month.ts';

test.each([2024, 2026, 2100])('the months of %d have each of its days once, in weeks of seven', (year) => {
  const weeks = months.flatMap((month) => weeksOf(year, month));
  expect(weeks.filter((week) => week.length !== 7)).toEqual([]);
  const days = weeks.flat().filter((day) => day !== undefined);
  const leap = year === 2024;
  expect(days).toHaveLength(leap ? 366 : 365);
  expect(days).toEqual(days.map((_, at) => addDays(`${year}-01-01`, at)));
  expect(weeksOf(2026, 11)[0]?.[6]).toBe('2026-11-01');
});

test('a click turns a worked day into one off and back', () => {
  const anyDay = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n));
  const tables = { off: ['2026-10-01', '2026-10-03'], work: ['2026-10-10'] };
  const worked = (marks: typeof tables | ReturnType<typeof toggled>, day: string) =>
    workCalendar([{ year: 2026, off: listOf(marks.off), work: listOf(marks.work), source: '' }]).isWorkingDay(
      day,
    );
  fc.assert(
    fc.property(anyDay, (day) => {
      const once = toggled(tables, day);
      expect(worked(once, day)).toBe(!worked(tables, day));
      expect(worked(toggled(once, day), day)).toBe(worked(tables, day));
    }),
  );
  expect(markOf(toggled(tables, '2026-10-10'), '2026-10-10')).toBe('weekend');
});
