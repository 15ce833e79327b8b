/** A day in China, `YYYY-MM-DD`. Legal terms are counted in such days (Asia/Shanghai, no summer time since 1992). */
export type Day = string;

/** Gives the time; injected everywhere so that deadlines can be tested. */
export type Clock = () => Date;

const makeShanghai = () =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
// Made when first asked: it takes longer than all the rest of the domain to load.
let shanghai: Intl.DateTimeFormat | undefined;
const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The day in China at an instant. */
export const dayOf = (instant: Date): Day => {
  shanghai ??= makeShanghai();
  return shanghai.format(instant);
};

/** The day `count` calendar days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

/**
 * The corresponding day some years later; where the month has no such day (29 February) its last day (民法典 art. 202).
 */
export const addYears = (day: Day, count: number): Day => {
  const year = String(Number(day.slice(0, 4)) + count).padStart(4, '0');
  const wanted = `${year}${day.slice(4)}`;
  return isDay(wanted) ? wanted : `${year}-02-28`;
};

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Whether the text is a day that exists (2026-02-30 does not). */
export const isDay = (text: string): boolean => dayPattern.test(text) && addDays(text, 0) === text;
