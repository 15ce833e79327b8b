import type { Day } from '../dates.ts';

/** A span of days that figures are of, both included: a year, or a half or a quarter of one. */
export type Period = { code: string; from: Day; to: Day };

const pattern = /^(\d{4})(?:-(?:H([12])|Q([1-4])))?$/;
const two = (month: number): string => String(month).padStart(2, '0');

/** The period of a code such as `2025`, `2025-H1`, `2025-Q3`; none for anything else. */
export const periodOf = (code: string): Period | undefined => {
  const [, year, half, quarter] = pattern.exec(code) ?? [];
  if (year === undefined) return undefined;
  const months = half !== undefined ? 6 : quarter !== undefined ? 3 : 12;
  const first = (Number(half ?? quarter ?? 1) - 1) * months + 1;
  const last = first + months - 1;
  const days = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { code, from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(days)}` };
};

/** The last day of a year, of which lists of holdings tell. */
export const yearEnd = (year: string): Day => `${year}-12-31`;

/** The period of a calendar year, which an annual report is of. */
export const yearPeriod = (year: number): Period => ({
  code: String(year),
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** How many months a period has. */
export const monthsIn = ({ from, to }: Period): number =>
  Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;

/** Whether something happened in the period. */
export const within = (day: Day | undefined, { from, to }: Period): boolean =>
  day !== undefined && day >= from && day <= to;

/** Whether something had happened by the end of the period. */
export const byEnd = (day: Day | undefined, { to }: Period): boolean => day !== undefined && day <= to;
