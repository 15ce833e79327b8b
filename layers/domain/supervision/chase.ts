import { addDays, type Day, daysBetween } from '../dates.ts';
import type { DocumentKind } from '../documents.ts';
import { lifecycle, movesFrom, statesOf } from '../lifecycle.ts';
import type { RoleCode } from '../roles.ts';
import { isOwed, type TaskState } from '../task.ts';
import type { Bilingual } from '../text.ts';
import type { HandIn } from './timeliness.ts';

/** Who chases: the authority, each its own archive's tasks, the ministry everywhere. */
export const chasers = ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const satisfies readonly RoleCode[];
const by = { by: chasers, event: 'ChaseMoved' } as const;

/**
 * The tracks of a chase. Art. 20: from the demand to the circular. Art. 21, forged data or fraud in submitting: from the announcement of the
 * penalty, over the decision that orders to correct, to the two-year bar of who does not. What was found out, and how, stands in its papers:
 * the investigation itself is not kept here.
 */
export const chaseTracks = {
  overdue: { zh: '逾期未汇交（第二十条）', en: 'Overdue (art. 20)' },
  fraud: { zh: '弄虚作假（第二十一条）', en: 'Fraud (art. 21)' },
} as const satisfies Record<string, Bilingual>;
export type ChaseTrack = keyof typeof chaseTracks;
const isTrack = (name: string): name is ChaseTrack => Object.hasOwn(chaseTracks, name);
export const chaseTrackCodes: readonly ChaseTrack[] = Object.keys(chaseTracks).filter(isTrack);

/**
 * A chase (催交): what the authority does about tasks of one organisation at one archive. It holds the tasks that its first paper named;
 * what becomes overdue later is the next one's. The track of art. 21 begins with the penalty announced.
 */
export const chaseLifecycle = lifecycle({
  name: 'chase',
  initial: 'demanded',
  states: {
    demanded: { zh: '已催交', en: 'Demanded' },
    ordered: { zh: '已责令限期汇交', en: 'Ordered to submit' },
    'penalty-proposed': { zh: '已告知拟处罚', en: 'Penalty announced' },
    fined: { zh: '已处罚', en: 'Fined' },
    circulated: { zh: '已通报', en: 'Circulated' },
    closed: { zh: '已结案', en: 'Closed' },
    dropped: { zh: '已终止', en: 'Dropped' },
  },
  moves: {
    order: {
      ...by,
      from: ['demanded'],
      to: 'ordered',
      label: { zh: '责令限期汇交', en: 'Order to submit' },
    },
    propose: {
      ...by,
      from: ['ordered'],
      to: 'penalty-proposed',
      label: { zh: '告知拟处罚', en: 'Announce a penalty' },
    },
    fine: { ...by, from: ['penalty-proposed'], to: 'fined', label: { zh: '作出处罚决定', en: 'Fine' } },
    circulate: { ...by, from: ['fined'], to: 'circulated', label: { zh: '通报', en: 'Circulate' } },
    /** Everything it names was accepted, or is not owed any more. */
    close: {
      from: ['demanded', 'ordered', 'penalty-proposed', 'fined', 'circulated'],
      to: 'closed',
      by: ['SYSTEM'],
      event: 'ChaseMoved',
      label: { zh: '结案', en: 'Close' },
    },
    drop: {
      ...by,
      from: ['demanded', 'ordered', 'penalty-proposed', 'fined', 'circulated'],
      to: 'dropped',
      label: { zh: '终止', en: 'Drop' },
    },
  },
});
export type ChaseState = keyof typeof chaseLifecycle.states;

/** The steps that go out as a paper, in their order, with the paper of each. */
export const chasePapers = {
  demand: 'demand-notice',
  order: 'submission-order',
  propose: 'penalty-notice',
  fine: 'penalty-decision',
  circulate: 'circular',
} as const satisfies Record<string, DocumentKind>;
export type ChaseStep = keyof typeof chasePapers;
/** A step that follows the demand. */
export type NextStep = Exclude<ChaseStep, 'demand'>;
export const nextSteps = ['order', 'propose', 'fine', 'circulate'] as const satisfies readonly NextStep[];

const stepNames: Record<ChaseStep, Bilingual> = {
  demand: { zh: '催交', en: 'Demand' },
  order: chaseLifecycle.moves.order.label,
  propose: chaseLifecycle.moves.propose.label,
  fine: chaseLifecycle.moves.fine.label,
  circulate: chaseLifecycle.moves.circulate.label,
};
export const chaseStepName = (step: ChaseStep): Bilingual => stepNames[step];

/** What art. 20 allows, in CNY. */
export const fineRange = { least: 10_000, most: 50_000 } as const;

/** What art. 21 sets, in CNY. */
export const fraudFine = 100_000;
/** Days that the decision of art. 21 gives to correct when nobody names a day: ours, the law says "within a set time". */
const correctDays = 30;

/**
 * Whether data that were returned to be corrected were not corrected by their day: what the track of art. 21 may begin with. That they are
 * forged is for the authority to find.
 */
export const isCorrectionMissed = (
  { state, handIns = [] }: { state: TaskState; handIns?: readonly HandIn[] | undefined },
  today: Day,
): boolean => {
  const correctBy = handIns.at(-1)?.correctBy;
  return state === 'open' && correctBy !== undefined && correctBy < today;
};

/**
 * Days that the papers give when nobody names a day. The law says "within a set time" only: 30, 60 and 7 are ours (60 after the
 * practice noted in domain.md, corrections, item 7). 15 days to pay a fine: Administrative Penalty Law (2021) art. 67.
 */
const chaseDays: Record<ChaseStep, number> = {
  demand: 30,
  order: 60,
  propose: 7,
  fine: 15,
  circulate: 0,
};

/** Days that a deployment sets in place of those. `correct` is the term that the decision of art. 21 gives. */
export type ChaseTerms = { [step in ChaseStep | 'correct']?: number | undefined };
/** Days that the paper of a step gives when nobody names a day. */
export const chaseDaysOf = (step: ChaseStep, track: ChaseTrack, terms: ChaseTerms = {}): number =>
  track === 'fraud' && step === 'fine' ? (terms.correct ?? correctDays) : (terms[step] ?? chaseDays[step]);

/** Tasks that one chase names at most: what a paper and a transaction bear. Those left over are the next one's. */
export const chaseTasksMost = 100;

/** How a paper reached the party (Civil Procedure Law, service; "inbox" is the system's own and is no service by itself). */
export const serviceChannels = {
  person: { zh: '直接送达', en: 'In person' },
  left: { zh: '留置送达', en: 'Left at the place' },
  post: { zh: '邮寄送达', en: 'By post' },
  electronic: { zh: '电子送达（经同意）', en: 'Electronically, by consent' },
  announced: { zh: '公告送达', en: 'By public announcement' },
} as const satisfies Record<string, Bilingual>;
export type ServiceChannel = keyof typeof serviceChannels;
const isChannel = (name: string): name is ServiceChannel => Object.hasOwn(serviceChannels, name);
export const serviceChannelCodes: readonly ServiceChannel[] = Object.keys(serviceChannels).filter(isChannel);

/** What counts of a step for those after it. */
export type StepFacts = {
  step: ChaseStep;
  /** The day of its paper. */
  on: Day;
  /** The last day of the term that the paper gave. */
  until?: Day | undefined;
  /** The day it was served. */
  served?: Day | undefined;
  /** Its paper was declared void. */
  void?: boolean | undefined;
};

/** The last day of a step's term: a party that was served later has as many days from then. None where the paper gives no term. */
export const termEnd = ({ on, until, served }: StepFacts): Day | undefined => {
  if (until === undefined || served === undefined || served <= on) return until;
  return addDays(served, daysBetween(on, until));
};

/** Steps that nothing may be built on before they were served: what the party did not learn binds it to nothing. */
const toServe: readonly ChaseStep[] = ['order', 'propose', 'fine'];
/**
 * Steps whose term must have passed: to submit, to be heard, to correct. The day by which a fine of art. 20 is paid holds up no circular; the
 * decision of art. 21 gives the day to correct by.
 */
const toWait: Record<ChaseTrack, readonly ChaseStep[]> = {
  overdue: ['demand', 'order', 'propose'],
  fraud: ['propose', 'fine'],
};
/** Steps after which nothing follows unless something is still open. Forged data are fined also when they were corrected since. */
const needOpen: Record<ChaseTrack, readonly ChaseStep[]> = {
  overdue: ['demand', 'order', 'propose', 'fine'],
  fraud: ['fine'],
};

/** Whether everything that a chase names was accepted or is not owed any more. */
export const isSettled = (tasks: readonly TaskState[]): boolean => !tasks.some(isOwed);

/** Why the next step cannot be made today; nothing when it can. What was handed in is checked first, so only an open task holds. */
export const stepHindrance = (
  last: StepFacts,
  tasks: readonly TaskState[],
  today: Day,
  track: ChaseTrack = 'overdue',
): Bilingual | undefined => {
  const name = chaseStepName(last.step);
  if (last.void === true)
    return {
      zh: `“${name.zh}”的文书已作废，不能据此继续；请终止后重新催交。`,
      en: `The paper of "${name.en}" is void: nothing can rest on it. Drop this and begin anew.`,
    };
  if (needOpen[track].includes(last.step) && !tasks.includes('open'))
    return {
      zh: '所涉任务均已提交或办结，等待验收结果。',
      en: 'Nothing of it is open: wait for what was handed in to be checked.',
    };
  if (toServe.includes(last.step) && last.served === undefined)
    return {
      zh: `请先登记“${name.zh}”文书的送达。`,
      en: `Record first how the paper of "${name.en}" was served.`,
    };
  const end = toWait[track].includes(last.step) ? termEnd(last) : undefined;
  if (end !== undefined && today <= end)
    return {
      zh: `“${name.zh}”的期限到 ${end} 为止，期满后才能进行下一步。`,
      en: `The term of "${name.en}" runs until ${end}: the next step comes after it.`,
    };
  return undefined;
};

const isStep = (name: string): name is NextStep => nextSteps.some((one) => one === name);
/** The step that may follow in a state, for these roles. */
export const nextStepOf = (state: ChaseState, roles: readonly RoleCode[]): NextStep | undefined =>
  movesFrom(chaseLifecycle, state, roles).find(isStep);

const ended: readonly ChaseState[] = ['closed', 'dropped'];
export const isRunning = (state: ChaseState): boolean => !ended.includes(state);
export const runningStates: readonly ChaseState[] = statesOf(chaseLifecycle).filter(isRunning);
