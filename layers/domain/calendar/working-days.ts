import { addDays, type Day } from '../dates.ts';
import { daysOf, type HolidayTable, publishedHolidays } from './holidays.ts';

/** Which days are worked. Made once of the tables in force; a later table of the same year replaces an earlier one. */
export type WorkCalendar = {
  isWorkingDay(day: Day): boolean;
  /** Whether the year has a table; without one only weekends are known to be off, and a term that ends there may move. */
  knows(day: Day): boolean;
};

/** Saturday or Sunday, worked or not. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

export const workCalendar = (tables: readonly HolidayTable[] = publishedHolidays): WorkCalendar => {
  const byYear = new Map(
    tables.map(({ year, off, work }) => [
      String(year),
      { off: new Set(daysOf(year, off)), work: new Set(daysOf(year, work)) },
    ]),
  );
  const tableOf = (day: Day) => byYear.get(day.slice(0, 4));
  return {
    knows: (day) => tableOf(day) !== undefined,
    isWorkingDay(day) {
      const table = tableOf(day);
      if (table?.work.has(day)) return true;
      return !(table?.off.has(day) ?? false) && !isWeekend(day);
    },
  };
};

/** The first working day at or after the day; with a step of −1 the last at or before it. */
export const nearestWorkingDay = (calendar: WorkCalendar, day: Day, step: 1 | -1 = 1): Day => {
  let at = day;
  while (!calendar.isWorkingDay(at)) at = addDays(at, step);
  return at;
};

/** The day `count` working days later (earlier when negative). The day itself does not count; 0 is the day itself. */
export const addWorkingDays = (calendar: WorkCalendar, day: Day, count: number): Day => {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (calendar.isWorkingDay(at)) left -= 1;
  }
  return at;
};

/** Working days after `from` up to and with `to`; negative when `to` is earlier. The inverse of `addWorkingDays`. */
export const workingDaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let at = from; at !== to; ) {
    at = addDays(at, step);
    if (calendar.isWorkingDay(at)) count += step;
  }
  return count;
};

/** What of some days is not as weekends alone would have it: days off in the week, and weekends that are worked. */
export type CalendarExceptions = { off: Day[]; work: Day[] };

/** Those of a stretch, both days included, in either order. */
export const exceptionsOf = (calendar: WorkCalendar, from: Day, to: Day): CalendarExceptions => {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const found: CalendarExceptions = { off: [], work: [] };
  for (let at = first; at <= last; at = addDays(at, 1)) {
    const works = calendar.isWorkingDay(at);
    if (works === isWeekend(at)) (works ? found.work : found.off).push(at);
  }
  return found;
};

/** The calendar that has these and knows of no others. */
export const calendarOf = ({ off, work }: CalendarExceptions): WorkCalendar => ({
  knows: () => false,
  isWorkingDay: (day) => (isWeekend(day) ? work.includes(day) : !off.includes(day)),
});
