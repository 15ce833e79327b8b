import { isWeekend } from '@geoarchive/domain/calendar/working-days.ts';
import { addDays, type Day } from '@geoarchive/domain/dates.ts';

export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The weeks of a month from Monday on; `undefined` where a day belongs to another month. */
export const weeksOf = (year: number, month: number): (Day | undefined)[][] => {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(first, -before);
  const weeks: (Day | undefined)[][] = [];
  for (let start = monday; start < addDays(first, 31); start = addDays(start, 7)) {
    const week = Array.from({ length: 7 }, (_, at) => addDays(start, at)).map((day) =>
      day.startsWith(first.slice(0, 8)) ? day : undefined,
    );
    if (week.some((day) => day !== undefined)) weeks.push(week);
  }
  return weeks;
};

export type Marks = { off: readonly Day[]; work: readonly Day[] };
export type DayMark = 'off' | 'work' | 'weekend' | 'none';

export const markOf = ({ off, work }: Marks, day: Day): DayMark => {
  if (work.includes(day)) return 'work';
  if (off.includes(day)) return 'off';
  return isWeekend(day) ? 'weekend' : 'none';
};

const without = (days: readonly Day[], day: Day): Day[] => days.filter((one) => one !== day);

/** Turns a worked day into one off and the other way round, with as few marks as say so. */
export const toggled = ({ off, work }: Marks, day: Day): Marks => {
  const mark = markOf({ off, work }, day);
  if (mark === 'none') return { off: [...off, day].sort(), work };
  if (mark === 'work') return { off, work: without(work, day) };
  const free = without(off, day);
  return isWeekend(day) ? { off: free, work: [...work, day].sort() } : { off: free, work };
};
