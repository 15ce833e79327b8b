import type { Day } from '../dates.ts';
import type { TaskState } from '../task.ts';

/** One hand-in for a task: when, and until when it is to be corrected, once it was returned. */
export type HandIn = { on: Day; correctBy?: Day | undefined };

export type Timeliness = {
  /** The day that counts now: the due day, or the later day of a correction of what was handed in on time. */
  until: Day;
  /** Handed in by then, whatever became of it, or still to come and not late. */
  onTime: boolean;
  /** Late since the end of this day. */
  overdueSince?: Day;
};

/**
 * Whether a task is on time (art. 10; what a return means for the term no text says: the rule is ours). What was handed in by the due
 * day counts as on time although it was returned, as long as its correction comes by the day given for that. When that day is missed the
 * task is overdue from then on. A correction day before the due day takes nothing away. What came late stays late, whatever was
 * returned. `handIns` are in order of time; a further hand-in while one stands changes nothing.
 */
export const timelinessOf = (
  { due, state, handIns = [] }: { due: Day; state: TaskState; handIns?: readonly HandIn[] | undefined },
  today: Day,
): Timeliness => {
  let until = due;
  let stands = false;
  for (const { on, correctBy } of handIns) {
    if (!stands && on > until) return { until, onTime: false, overdueSince: until };
    if (correctBy === undefined) stands = true;
    else if (correctBy > until) until = correctBy;
  }
  const late = state === 'open' && today > until;
  return { until, onTime: !late, ...(late ? { overdueSince: until } : {}) };
};

/** The day until which an open task is on time. It does not depend on today. */
export const dayThatCounts = (task: Parameters<typeof timelinessOf>[0]): Day =>
  timelinessOf(task, task.due).until;

/** Hand-ins kept of a task: more rounds than this decide nothing more. */
const mostHandIns = 50;
type Noted = HandIn & { depositId: string };

/** The hand-ins of a task after one more of this deposit. */
export const handedInOn = (known: readonly Noted[], depositId: string, on: Day): Noted[] =>
  known.length < mostHandIns ? [...known, { depositId, on }] : [...known];

/** The hand-ins of a task after the last one of this deposit was returned, to be corrected by a day. */
export const returnedUntil = (known: readonly Noted[], depositId: string, correctBy: Day): Noted[] => {
  const last = known.findLastIndex((one) => one.depositId === depositId);
  return known.map((one, at) => (at === last ? { ...one, correctBy } : one));
};

/** The hand-ins of a task without those of a deposit that turned out to be a stage: it is not what the day asks for. */
export const withoutStage = (known: readonly Noted[], depositId: string): Noted[] =>
  known.filter((one) => one.depositId !== depositId);
