import { type Pause, readClock, type Term } from './calendar/term.ts';
import { type WorkCalendar, workingDaysBetween } from './calendar/working-days.ts';
import { type Day, daysBetween } from './dates.ts';
import type { ReviewState } from './review.ts';

/**
 * The clock of the archive's check (验收) of one deposit: it runs from the first hand-in, stands still from a return to the next
 * hand-in, and goes on with the days that are left. The ten days are those of a provincial rule (domain.md §1.5), so a setting;
 * that the clock goes on and does not begin anew is a decision of ours (domain.md §9.5).
 */
export type CheckClock = { from: Day; pauses: Required<Pause>[] };

/** How the term is counted in a deployment. */
export type CheckSettings = { checkDays: number; checkDaysKind: Term['kind']; checkRollsOver: boolean };

export const checkTerm = (of: CheckSettings): Term => ({
  days: of.checkDays,
  kind: of.checkDaysKind,
  rollsOver: of.checkRollsOver,
});

/** How long there is to correct what was returned where the checker names no day; a last day that is a day off moves (民法典 art. 203). */
export const correctionTerm = ({ correctionDays }: { correctionDays: number }): Term => ({
  days: correctionDays,
  kind: 'calendar',
  rollsOver: true,
});

/** The clock of the next round: the one before stood still since its return. */
export const clockAfter = (before: CheckClock, returned: Day, again: Day): CheckClock => ({
  from: before.from,
  pauses: [...before.pauses, { from: returned, to: again }],
});

/** Days used, and days left (negative when late), counted as the term is. `due` while the clock runs. */
export type CheckStanding = {
  running: boolean;
  kind: Term['kind'];
  used: number;
  left: number;
  due?: Day;
};

/**
 * How the check stands on `today`; undefined once it is decided. A returned review stands as it did on the day of its return,
 * whatever came after.
 */
export const checkStanding = (
  calendar: WorkCalendar,
  { clock, state, returned }: { clock: CheckClock; state: ReviewState; returned?: Day | undefined },
  term: Term,
  today: Day,
): CheckStanding | undefined => {
  const { kind } = term;
  if (state === 'returned' && returned !== undefined) {
    const { used, left } = readClock(calendar, { ...clock, term }, returned);
    return { running: false, kind, used, left };
  }
  if (state !== 'received') return undefined;
  const { used, left, due } = readClock(calendar, { ...clock, term }, today);
  if (due === undefined) return { running: false, kind, used, left };
  // To the last day itself: where it fell on days off it moved, and the days it moved by are there to be used.
  const toDue = kind === 'working' ? workingDaysBetween(calendar, today, due) : daysBetween(today, due);
  return { running: true, kind, used, left: toDue, due };
};
