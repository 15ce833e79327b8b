import type { Day } from '@geoarchive/domain/dates.ts';
import type { Endpoints } from './session.ts';

/** Moves the clock of a local run to the morning of a day, where it stays; `now` puts it right. False in any other deployment. */
export const moveLocalClock = async ({ aws }: Endpoints, to: Day | 'now'): Promise<boolean> => {
  if (aws === undefined) return false;
  const body = to === 'now' ? { offsetMs: 0 } : { now: `${to}T09:00:00+08:00` };
  const reply = await fetch(`${aws.endpoint}/_local/clock`, { method: 'POST', body: JSON.stringify(body) });
  return reply.ok;
};
