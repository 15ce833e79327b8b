import { hasStage, isSettledByStage, type Standing, type TaskState, taskOutcome } from '../task.ts';
import type { Duty } from './duties.ts';

/** What the register remembers of the task of one subject: which it is, and the duty it was last brought in line with. */
export type Recorded = {
  taskId: string;
  /** Digest of that duty; `none` when nothing was owed any more. */
  digest: string;
  /** The task could not follow (data were under way when its basis went): it is looked at again each time. */
  waiting?: boolean | undefined;
};

export type DutyChange = { subject: string; duty?: Duty; taskId?: string };

/** The digest of what is not owed. */
export const nothing = 'none';

/** The subjects whose tasks may have to change, in order; none when the register and its tasks are in line. */
export const dutyChanges = (
  recorded: Readonly<Record<string, Recorded>>,
  duties: readonly Duty[],
  digestOf: (duty: Duty) => string,
): DutyChange[] => {
  const owed = new Map(duties.map((duty) => [duty.subject, duty]));
  const subjects = [...new Set([...Object.keys(recorded), ...owed.keys()])].sort();
  return subjects.flatMap((subject): DutyChange[] => {
    const [before, duty] = [recorded[subject], owed.get(subject)];
    const digest = duty === undefined ? nothing : digestOf(duty);
    if (before?.digest === digest && before.waiting !== true) return [];
    return [
      {
        subject,
        ...(duty === undefined ? {} : { duty }),
        ...(before === undefined ? {} : { taskId: before.taskId }),
      },
    ];
  });
};

/** What becomes of a task when its duty changed. */
export type Outcome =
  | 'create'
  | 'update'
  | 'restore'
  | 'reopen'
  | 'resume'
  | 'withdraw'
  | 'settle'
  | 'keep'
  | 'wait';

/**
 * What a changed duty does to its task. What was accepted, certified or confirmed to have formed no data is done: neither a correction of the register nor a rule
 * made later touches it. A task whose duty went while data are under way is left until that is decided (`wait`); one of which a stage was accepted is done with
 * that (`settle`), until the rest is owed again (`reopen`, or `resume` where more of it is handed in by then): what was accepted has its certificate, so it is not withdrawn, and nothing more is asked for.
 */
export const outcomeOf = (
  owed: boolean,
  task: { state: TaskState; deposits: Readonly<Record<string, Standing>> } | undefined,
): Outcome => {
  if (task === undefined) return owed ? 'create' : 'keep';
  if (isSettledByStage(task)) {
    if (!owed) return 'keep';
    return taskOutcome(task.deposits).state === 'handed-in' ? 'resume' : 'reopen';
  }
  const { state, deposits } = task;
  if (state === 'accepted' || state === 'certified' || state === 'no-data') return 'keep';
  if (owed) return state === 'withdrawn' ? 'restore' : 'update';
  if (state === 'open') return hasStage(deposits) ? 'settle' : 'withdraw';
  return state === 'withdrawn' ? 'keep' : 'wait';
};
