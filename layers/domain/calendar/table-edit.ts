import { type Day, isDay } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import { daysOf, type HolidayTable } from './holidays.ts';
import { isWeekend } from './working-days.ts';

/** The days of a table, as people give and see them. */
export type TableDays = { off: readonly Day[]; work: readonly Day[] };

export const tableDays = ({ year, off, work }: Pick<HolidayTable, 'year' | 'off' | 'work'>) => ({
  off: daysOf(year, off),
  work: daysOf(year, work),
});

export type TableFault = { field: 'off' | 'work'; day: Day; message: Bilingual };

/**
 * What is wrong with the days of a year: one that is not in it, one that is off and worked, or a worked day that is none of a
 * weekend (a day of the week is worked anyway, so naming it is a slip).
 */
export const tableFaults = (year: number, { off, work }: TableDays): TableFault[] => {
  const outside = (field: 'off' | 'work', days: readonly Day[]): TableFault[] =>
    days
      .filter((day) => !isDay(day) || !day.startsWith(`${year}-`))
      .map((day) => ({ field, day, message: { zh: '不是该年的日期', en: 'is no day of this year' } }));
  const within = work.filter(isDay);
  const free = new Set(off);
  return [
    ...outside('off', off),
    ...outside('work', work),
    ...within
      .filter((day) => free.has(day))
      .map((day) => ({
        field: 'work' as const,
        day,
        message: { zh: '既列为放假又列为上班', en: 'is both off and worked' },
      })),
    ...within
      .filter((day) => !isWeekend(day))
      .map((day) => ({
        field: 'work' as const,
        day,
        message: { zh: '不是周末，本来就上班', en: 'is no weekend day, it is worked anyway' },
      })),
  ];
};

/** What a table says of a day: `unnamed` is worked in the week and off at the weekend. */
export const dayKinds = ['off', 'work', 'unnamed'] as const;
export type DayKind = (typeof dayKinds)[number];
export type TableChange = { day: Day; was: DayKind; is: DayKind };

/** The days on which two tables differ, in order; an absent table names no day. */
export const tableDifferences = (before: TableDays | undefined, after: TableDays): TableChange[] => {
  const kinds = (of: TableDays | undefined) =>
    new Map<Day, DayKind>([
      ...(of?.off ?? []).map((day): [Day, DayKind] => [day, 'off']),
      ...(of?.work ?? []).map((day): [Day, DayKind] => [day, 'work']),
    ]);
  const [old, now] = [kinds(before), kinds(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((day) => ({ day, was: old.get(day) ?? 'unnamed', is: now.get(day) ?? 'unnamed' }))
    .filter(({ was, is }) => was !== is);
};
