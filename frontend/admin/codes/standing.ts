import type { Day } from '@geoarchive/domain/dates.ts';

export const standings = ['valid', 'retired', 'coming'] as const;
export type Standing = (typeof standings)[number];

/** Whether a period counts on a day, counted before it, or will count. */
export const standingOn = (
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
  day: Day,
): Standing => {
  if (to !== undefined && to < day) return 'retired';
  return from !== undefined && day < from ? 'coming' : 'valid';
};
