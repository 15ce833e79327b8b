import * as calendar from '@geoarchive/contract/calendar.ts';
import { tableFaults } from '@geoarchive/domain/calendar/table-edit.ts';
import { lastDayOf } from '@geoarchive/domain/calendar/term.ts';
import { workingDaysBetween } from '@geoarchive/domain/calendar/working-days.ts';
import { daysBetween } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { HolidayStore } from './holiday-store.ts';

export type CalendarDeps = { holidays: HolidayStore };

const edit = async (
  { holidays }: CalendarDeps,
  { params: { year }, body, caller, ifMatch, language }: Call<typeof calendar.editHolidayYear>,
) => {
  const faults = tableFaults(year, body);
  if (faults.length > 0)
    throw new Problem(
      'invalid-input',
      { zh: '放假与调休日期有误。', en: 'Some of the days cannot be.' },
      faults.slice(0, 50).map(({ field, day, message }) => ({
        field: `body.${field}`,
        message: `${day} ${message[language]}`,
      })),
    );
  const action = calendar.editHolidayYear.audit;
  return holidays.edit(year, body, { action, by: caller, reason: body.reason, ifMatch });
};

const reset = async (
  { holidays }: CalendarDeps,
  { params: { year }, body, caller, ifMatch }: Call<typeof calendar.resetHolidayYear>,
) => {
  if ((await holidays.year(year)).edited === undefined)
    throw new Problem('wrong-state', {
      zh: '这一年没有修改过，已是系统自带的安排。',
      en: 'This year was not changed: what came with the system counts already.',
    });
  const action = calendar.resetHolidayYear.audit;
  return holidays.reset(year, { action, by: caller, reason: body.reason, ifMatch });
};

const reckon = async (
  { holidays }: CalendarDeps,
  { query: { from, ...term } }: Call<typeof calendar.reckonDays>,
) => {
  const days = await holidays.calendar();
  const to = lastDayOf(days, from, term);
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))).sort((a, b) => a - b);
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, at) => (first ?? 0) + at);
  return {
    day: to,
    isWorkingDay: days.isWorkingDay(to),
    known: years.every((year) => days.knows(`${year}-01-01`)),
    workingDays: workingDaysBetween(days, from, to),
    calendarDays: daysBetween(from, to),
  };
};

export const calendarRoutes = [
  implement(calendar.listHolidayYears, async ({ holidays }: CalendarDeps) => ({
    items: await holidays.years(),
  })),
  implement(calendar.getHolidayYear, async ({ holidays }: CalendarDeps, { params }) =>
    holidays.year(params.year),
  ),
  implement(calendar.listHolidayEdits, async ({ holidays }: CalendarDeps, { params }) => ({
    items: await holidays.edits(params.year),
  })),
  implement(calendar.editHolidayYear, edit),
  implement(calendar.resetHolidayYear, reset),
  implement(calendar.reckonDays, reckon),
];
