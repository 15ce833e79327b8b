import { type ClockReading, type Pause, readClock, type Term } from '../calendar/term.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { addDays, type Day } from '../dates.ts';
import type { CaseState } from './lifecycle.ts';

/** The clock of a case: from the day it was opened, with the stretches in which the asker had to answer. */
export type CaseClock = { from: Day; term: Term; pauses: readonly Pause[] };

/** The clock as a move leaves it: waiting starts a pause, leaving it ends the one that is open. */
export const clockAfter = (
  clock: CaseClock,
  { before, after, on }: { before: CaseState; after: CaseState; on: Day },
): CaseClock => {
  if (after === 'waiting' && before !== 'waiting')
    return { ...clock, pauses: [...clock.pauses, { from: on }] };
  if (before !== 'waiting' || after === 'waiting') return clock;
  return {
    ...clock,
    pauses: clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: on } : pause)),
  };
};

/** The day by which a case is to be decided; unknown while its clock stands still, from the very day it was stopped. */
export const caseDue = (calendar: WorkCalendar, clock: CaseClock, today: Day): ClockReading => {
  const { due, ...reading } = readClock(calendar, clock, today);
  if (clock.pauses.some(({ to }) => to === undefined)) return { ...reading, running: false };
  return due === undefined ? reading : { ...reading, due };
};

/** The last day for an appeal against a decision of this day. */
export const appealUntil = (decidedOn: Day, days: number): Day => addDays(decidedOn, days);
