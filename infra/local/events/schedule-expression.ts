import { createCron } from './cron.ts';

/** When a schedule is due next after an instant; undefined when never again. */
export type Due = (after: Date) => Date | undefined;

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(…)`, `cron(…)` or `at(…)` of EventBridge Scheduler. Throws on anything else. */
export function parseSchedule(expression: string, timeZone: string): Due {
  const [, kind, inside = ''] = expression.match(/^(rate|cron|at)\((.+)\)$/) ?? [];
  if (kind === 'cron') {
    const cron = createCron(inside, timeZone);
    return (after) => cron.next(after);
  }
  if (kind === 'rate') {
    const [, count, unit = ''] = inside.match(/^(\d+) (minute|hour|day)s?$/) ?? [];
    const length = UNITS[unit];
    if (!length || !Number(count)) throw new Error(`${expression} is not understood`);
    return (after) => new Date(after.getTime() + Number(count) * length);
  }
  if (kind === 'at' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(inside)) {
    const [date = '', time = ''] = inside.split('T');
    const [year, month, day] = date.split('-');
    const [hour, minute] = time.split(':');
    const once = createCron(
      `${Number(minute)} ${Number(hour)} ${Number(day)} ${Number(month)} ? ${year}`,
      timeZone,
    );
    return (after) => once.next(after);
  }
  throw new Error(`${expression} is not understood`);
}
