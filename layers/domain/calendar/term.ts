import { addDays, type Day, daysBetween } from '../dates.ts';
import { addWorkingDays, nearestWorkingDay, type WorkCalendar, workingDaysBetween } from './working-days.ts';

/**
 * A term of the law or of a setting. Chinese legal 日 are calendar days unless the text says 工作日. The day of the event does
 * not count (民法典 art. 201). `rollsOver`: a last day that is a day off moves to the next working day (art. 203); it is a
 * setting of each rule, since a term before a date (30 days before a licence ends) does not move.
 */
export type Term = { days: number; kind: 'calendar' | 'working'; rollsOver?: boolean | undefined };

/** The last day of a term; a negative number of days counts backwards from the day of the event. */
export const lastDayOf = (calendar: WorkCalendar, from: Day, { days, kind, rollsOver }: Term): Day => {
  if (kind === 'working') return addWorkingDays(calendar, from, days);
  const last = addDays(from, days);
  return rollsOver === true ? nearestWorkingDay(calendar, last) : last;
};

/** A stretch in which a clock stood still, such as from a return to the next hand-in. Without an end it stands still now. */
export type Pause = { from: Day; to?: Day };

/** Puts pauses in order and joins those that overlap or touch. Those that end before they begin are left out. */
export const joinPauses = (pauses: readonly Pause[]): Pause[] => {
  const sorted = pauses
    .filter(({ from, to }) => to === undefined || to > from)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const joined: Pause[] = [];
  for (const pause of sorted) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== undefined && last.to < pause.from)) joined.push({ ...pause });
    else if (last.to !== undefined && (pause.to === undefined || pause.to > last.to)) {
      if (pause.to === undefined) delete last.to;
      else last.to = pause.to;
    }
  }
  return joined;
};

/** How a clock with pauses stands on a day. `due` is unknown while it stands still. */
export type ClockReading = { used: number; left: number; running: boolean; due?: Day };

/**
 * A clock of `term` that started on `from` and stood still in the pauses: days used and left on `today`, and its last day.
 * The days of a pause are those after its `from` up to its `to`.
 */
export const readClock = (
  calendar: WorkCalendar,
  { from, term, pauses = [] }: { from: Day; term: Term; pauses?: readonly Pause[] },
  today: Day,
): ClockReading => {
  const between = (a: Day, b: Day) =>
    term.kind === 'working' ? workingDaysBetween(calendar, a, b) : daysBetween(a, b);
  const past = joinPauses(pauses)
    .filter((pause) => pause.from < today && (pause.to ?? today) > from)
    .map((pause) => ({ from: pause.from < from ? from : pause.from, to: pause.to }));
  const stood = past.reduce(
    (sum, pause) => sum + between(pause.from, pause.to === undefined || pause.to > today ? today : pause.to),
    0,
  );
  const used = between(from, today) - stood;
  const running = past.every(({ to }) => to !== undefined && to <= today);
  const reading = { used, left: term.days - used, running };
  if (!running) return reading;
  const last = past.at(-1)?.to ?? from;
  const usedBefore = past.length === 0 ? 0 : used - between(last, today);
  return { ...reading, due: lastDayOf(calendar, last, { ...term, days: term.days - usedBefore }) };
};
