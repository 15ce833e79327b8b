import { lifecycle } from './lifecycle.ts';

const system = ['SYSTEM'] as const;
/** Who imports tasks, and takes an import back. */
const importers = ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const;

/**
 * A task (汇交任务) in its first form; overdue is not a state but a date that has passed. Its state follows from its deposits
 * (`taskOutcome`): the moves are the ways that can take.
 */
export const taskLifecycle = lifecycle({
  name: 'task',
  initial: 'open',
  states: {
    open: { zh: '应汇交', en: 'To be submitted' },
    'handed-in': { zh: '已接收', en: 'Handed in' },
    accepted: { zh: '已验收', en: 'Accepted' },
    certified: { zh: '已发证', en: 'Certified' },
    /** Nothing was formed that could be handed in: pledged by the submitter and confirmed (notice of 2025). */
    'no-data': { zh: '未形成资料', en: 'No data formed' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  },
  moves: {
    receive: {
      // A deposit that was under way when the task was withdrawn brings it back: it is the reason that the task is needed.
      // So does one of a task whose submitter had pledged that there are no data.
      from: ['open', 'withdrawn', 'no-data'],
      to: 'handed-in',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '接收', en: 'Receive' },
    },
    return: {
      from: ['handed-in'],
      to: 'open',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '退回', en: 'Return' },
    },
    accept: {
      from: ['handed-in'],
      to: 'accepted',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '验收', en: 'Accept' },
    },
    certify: {
      from: ['accepted'],
      to: 'certified',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '发证', en: 'Certify' },
    },
    /** The pledge that no data were formed is confirmed; its receipt is issued with it. */
    release: {
      from: ['open'],
      to: 'no-data',
      by: ['ARCHIVE_CHECKER', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
      event: 'TaskRecorded',
      label: { zh: '确认未形成资料', en: 'Confirm that no data were formed' },
    },
    /** The import that made it is undone, while nothing hangs on it. */
    withdraw: {
      from: ['open'],
      to: 'withdrawn',
      by: importers,
      event: 'TaskRecorded',
      label: { zh: '撤销', en: 'Withdraw' },
    },
    /** Nothing more is owed, and a stage was accepted: the task is done with that. */
    settle: {
      from: ['open'],
      to: 'accepted',
      by: importers,
      event: 'TaskRecorded',
      label: { zh: '以已验收部分办结', en: 'Settle with what was accepted' },
    },
    /** The rest is owed again. */
    reopen: {
      from: ['accepted'],
      to: 'open',
      by: importers,
      event: 'TaskRecorded',
      label: { zh: '恢复应汇交', en: 'Reopen' },
    },
    /** The rest is owed again, and more of it has been handed in meanwhile. */
    resume: {
      from: ['accepted'],
      to: 'handed-in',
      by: importers,
      event: 'TaskRecorded',
      label: { zh: '恢复为已接收', en: 'Resume' },
    },
    restore: {
      from: ['withdrawn'],
      to: 'open',
      by: importers,
      event: 'TaskRecorded',
      label: { zh: '恢复', en: 'Restore' },
    },
  },
});
export type TaskState = keyof typeof taskLifecycle.states;

/** Whether something is still owed: neither accepted, nor taken back, nor released because no data were formed. */
export const isOwed = (state: TaskState): boolean => state === 'open' || state === 'handed-in';

/**
 * How one deposit of a task stands in the archive. `stage`: accepted as a part handed in early (分阶段汇交, notice of 2025), with a certificate of its
 * own; everything must be complete by the day of the task all the same, so it settles nothing.
 */
export const standings = ['returned', 'stage', 'handed-in', 'accepted', 'certified'] as const;
export type Standing = (typeof standings)[number];

/**
 * The state of a task with these deposits (each by its id), and the deposit it comes from: the best decides, so that one being
 * returned takes nothing from another that was accepted. Of equals the newest counts (ids are in order of time). A task whose
 * deposits were all returned, or are stages, is open again.
 */
export const taskOutcome = (
  deposits: Readonly<Record<string, Standing>>,
): { state: TaskState; depositId?: string } => {
  const [best] = Object.entries(deposits).sort(
    ([idA, a], [idB, b]) => standings.indexOf(b) - standings.indexOf(a) || (idA < idB ? 1 : -1),
  );
  if (best === undefined) return { state: 'open' };
  const [depositId, standing] = best;
  return { state: standing === 'returned' || standing === 'stage' ? 'open' : standing, depositId };
};

type Deposits = Readonly<Record<string, Standing>>;

/** Whether a part of what a task asks for was accepted as a stage. */
export const hasStage = (deposits: Deposits): boolean => Object.values(deposits).includes('stage');

/** Whether a task is done only because nothing more than its accepted stages is owed any more (`settle`). */
export const isSettledByStage = ({ state, deposits }: { state: TaskState; deposits: Deposits }): boolean =>
  state === 'accepted' && hasStage(deposits) && isOwed(taskOutcome(deposits).state);

/** The state of a task after its deposits stand so. One that was settled by a stage stays so until a deposit settles it in full. */
export const stateAfter = (
  task: { state: TaskState; deposits: Deposits },
  outcome: ReturnType<typeof taskOutcome>,
): TaskState => (isSettledByStage(task) && isOwed(outcome.state) ? task.state : outcome.state);
