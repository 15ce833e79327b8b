/** Fields of an EventBridge cron expression: minutes hours day-of-month month day-of-week year. */
type Fields = {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number> | undefined;
  lastDay: boolean;
  months: Set<number>;
  weekdays: Set<number> | undefined;
  years: Set<number>;
};
export type Cron = { next(after: Date): Date | undefined };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function numberOf(text: string, names: string[], from: number, to: number, whole: string): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + 1 : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to)) throw new Error(`cron(${whole}): '${text}' is not understood here`);
  return value;
}

/** One field: `*`, `a`, `a-b`, `a/n`, `a-b/n` and lists of them. */
function field(text: string, from: number, to: number, whole: string, names: string[] = []): Set<number> {
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const [range = '', step] = item.split('/');
    const [low = '', high] = range.split('-');
    const start = low === '*' ? from : numberOf(low, names, from, to, whole);
    const open = low === '*' || step !== undefined;
    const end = high !== undefined ? numberOf(high, names, from, to, whole) : open ? to : start;
    const by = step === undefined ? 1 : numberOf(step, [], 1, to, whole);
    for (let n = start; n <= end; n += by) found.add(n);
  }
  return found;
}

function parse(whole: string): Fields {
  const [minutes, hours, days, months, weekdays, years, ...rest] = whole.trim().split(/\s+/);
  if (!minutes || !hours || !days || !months || !weekdays || !years || rest.length > 0) {
    throw new Error(`cron(${whole}): six fields are expected`);
  }
  if ((days === '?') === (weekdays === '?')) {
    throw new Error(`cron(${whole}): one of day-of-month and day-of-week is '?', the other is not`);
  }
  const lastDay = days === 'L';
  return {
    minutes: field(minutes, 0, 59, whole),
    hours: field(hours, 0, 23, whole),
    days: days === '?' || lastDay ? undefined : field(days, 1, 31, whole),
    lastDay,
    months: field(months, 1, 12, whole, MONTHS),
    weekdays: weekdays === '?' ? undefined : field(weekdays, 1, 7, whole, WEEKDAYS),
    years: field(years, 1970, 2199, whole),
  };
}

/** Offset of a time zone from UTC at an instant, in milliseconds. */
function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** Days searched before a schedule is taken for over. */
const HORIZON_DAYS = 366 * 9;
const DAY = 86_400_000;

/** Reads the inside of `cron(…)` in a time zone. Throws on what it does not know (`W`, `#`). */
export function createCron(expression: string, timeZone: string): Cron {
  const f = parse(expression);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  /** Instant of a wall-clock time given as if it were UTC; undefined for one that a clock change skips. */
  const instantOf = (wall: number): number | undefined => {
    const guess = wall - offsetAt(wall - offsetAt(wall, format), format);
    return guess + offsetAt(guess, format) === wall ? guess : undefined;
  };
  const dayFits = (day: Date): boolean => {
    const last = new Date(day.getTime() + DAY).getUTCMonth() !== day.getUTCMonth();
    return (
      f.years.has(day.getUTCFullYear()) &&
      f.months.has(day.getUTCMonth() + 1) &&
      (f.days?.has(day.getUTCDate()) ?? true) &&
      (f.weekdays?.has(day.getUTCDay() + 1) ?? true) &&
      (!f.lastDay || last)
    );
  };
  const times = [...f.hours]
    .flatMap((h) => [...f.minutes].map((m) => (h * 60 + m) * 60_000))
    .sort((a, b) => a - b);

  return {
    next(after) {
      const wall = after.getTime() + offsetAt(after.getTime(), format);
      const today = Math.floor(wall / DAY) * DAY;
      for (let day = today; day <= today + HORIZON_DAYS * DAY; day += DAY) {
        if (!dayFits(new Date(day))) continue;
        for (const time of times) {
          const instant = instantOf(day + time);
          if (instant !== undefined && instant > after.getTime()) return new Date(instant);
        }
      }
      return undefined;
    },
  };
}
