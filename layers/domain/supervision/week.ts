import { addDays, type Day } from '../dates.ts';
import { between, type Counts, countOf, type Sheets, sheetsFor } from './tally.ts';

/** The weekday on which the week's digest goes out when a deployment names none: Monday, as ISO 8601 counts them. */
export const defaultDigestWeekday = 1;

/** The weekday of a day: Monday is 1, Sunday 7 (ISO 8601). */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The last such weekday up to a day: the day that names the week, however late one looks. */
export const weekOf = (today: Day, weekday: number): Day =>
  addDays(today, -((weekdayOf(today) - weekday + 7) % 7));

const [earliest, latest] = ['0000-01-01', '9999-12-31'];
const submittedStates = ['handed-in', 'accepted', 'certified'] as const;
const openOf = (counts: Counts): number => countOf(counts, { states: ['open'] });

/** What a week's digest says of tasks, of the seven days before its day. */
export type WeekFigures = {
  /** Due in that week, and those of them that are still open: newly overdue. */
  due: number;
  newlyOverdue: number;
  /** Open and past their day, of all years. */
  overdue: number;
  /** Open and due in the seven and thirty days from the week's day on. */
  dueIn7: number;
  dueIn30: number;
  /** All that are submitted, whenever they were or are due: the difference of two weeks is what came. */
  submittedSoFar: number;
};

/** The sheets that a week's figures need, beside those of all years. */
export const sheetsOfWeek = (week: Day): string[] =>
  sheetsFor([addDays(week, -7), week, addDays(week, 7), addDays(week, 30)]);

export const weekFigures = (sheets: Sheets, week: Day): WeekFigures => {
  const last = between(sheets, addDays(week, -7), week);
  return {
    due: countOf(last),
    newlyOverdue: openOf(last),
    overdue: openOf(between(sheets, earliest, week)),
    dueIn7: openOf(between(sheets, week, addDays(week, 7))),
    dueIn30: openOf(between(sheets, week, addDays(week, 30))),
    submittedSoFar: countOf(between(sheets, earliest, latest), { states: submittedStates }),
  };
};
