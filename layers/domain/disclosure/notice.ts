import { addDays, type Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { RoleCode } from '../roles.ts';
import { isOwed, type TaskState } from '../task.ts';
import type { Bilingual } from '../text.ts';

/**
 * What a public notice (公示) says of a party. Grounds: Regulation arts. 20 and 21, and the yearly disclosure of right holders with its
 * abnormal list (MNR Decree 13).
 */
export const noticeKinds = {
  overdue: {
    name: { zh: '逾期未汇交', en: 'Overdue' },
    basis: {
      zh: '《地质资料管理条例》第十条：汇交人应在规定期限内汇交地质资料。',
      en: 'Regulation on geological data, art. 10: data are submitted within the set term.',
    },
    /** Ends as soon as everything it names is accepted or not owed any more. */
    endsWithTasks: true,
  },
  circular: {
    name: { zh: '通报', en: 'Circular' },
    basis: {
      zh: '《地质资料管理条例》第二十条：逾期不汇交的，予以通报。',
      en: 'Regulation on geological data, art. 20: who does not submit in time is circulated.',
    },
    endsWithTasks: true,
  },
  penalty: {
    name: { zh: '行政处罚', en: 'Penalty' },
    basis: {
      zh: '《地质资料管理条例》第二十条、第二十一条。',
      en: 'Regulation on geological data, arts. 20 and 21.',
    },
    /** A penalty was imposed whatever was submitted later: it stays for its term. */
    endsWithTasks: false,
  },
  abnormal: {
    name: { zh: '异常名录', en: 'Abnormal list' },
    basis: {
      zh: '《矿业权人勘查开采信息管理办法》（自然资源部令第13号）：未履行地质资料汇交义务的，列入异常名录。',
      en: 'MNR Decree 13: who does not fulfil the duty to submit geological data is put on the abnormal list.',
    },
    endsWithTasks: true,
  },
} as const satisfies Record<string, { name: Bilingual; basis: Bilingual; endsWithTasks: boolean }>;
export type NoticeKind = keyof typeof noticeKinds;
const isKind = (name: string): name is NoticeKind => Object.hasOwn(noticeKinds, name);
export const noticeKindCodes: readonly NoticeKind[] = Object.keys(noticeKinds).filter(isKind);

/** Who proposes, decides and takes back: the authority, each for its own archive, the ministry everywhere. */
export const disclosers = ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const satisfies readonly RoleCode[];
const system = ['SYSTEM'] as const;
const event = 'PublicNoticeMoved';

/**
 * A public notice: proposed by one person and published by another (`maySecond`). An objection suspends it while it is examined. A
 * correction is another notice that replaces it, so what was published leaves a trace.
 */
export const publicNoticeLifecycle = lifecycle({
  name: 'public-notice',
  initial: 'proposed',
  states: {
    proposed: { zh: '待复核', en: 'To be seconded' },
    refused: { zh: '未通过', en: 'Not published' },
    published: { zh: '公示中', en: 'Published' },
    suspended: { zh: '暂停公示', en: 'Suspended' },
    lifted: { zh: '已解除', en: 'Lifted' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    replaced: { zh: '已更正', en: 'Corrected' },
    expired: { zh: '已到期撤下', en: 'Taken down' },
  },
  moves: {
    publish: {
      from: ['proposed'],
      to: 'published',
      by: disclosers,
      event,
      label: { zh: '同意公示', en: 'Publish' },
    },
    refuse: {
      from: ['proposed'],
      to: 'refused',
      by: disclosers,
      event: 'PublicNoticeRefused',
      label: { zh: '不同意', en: 'Refuse' },
    },
    suspend: {
      from: ['published'],
      to: 'suspended',
      by: [...disclosers, ...system],
      event,
      label: { zh: '暂停公示', en: 'Suspend' },
    },
    resume: {
      from: ['suspended'],
      to: 'published',
      by: [...disclosers, ...system],
      event,
      label: { zh: '恢复公示', en: 'Resume' },
    },
    lift: {
      from: ['published', 'suspended'],
      to: 'lifted',
      by: [...disclosers, ...system],
      event,
      label: { zh: '解除', en: 'Lift' },
    },
    withdraw: {
      from: ['published', 'suspended', 'lifted'],
      to: 'withdrawn',
      by: [...disclosers, ...system],
      event,
      label: { zh: '撤回', en: 'Withdraw' },
    },
    /** Its correction was published in its place. */
    replace: {
      from: ['published', 'suspended'],
      to: 'replaced',
      by: system,
      event,
      label: { zh: '更正', en: 'Correct' },
    },
    /** Its last day has passed: nothing of it stays but that it was there. */
    expire: {
      from: ['published', 'suspended', 'lifted', 'withdrawn', 'replaced'],
      to: 'expired',
      by: system,
      event,
      label: { zh: '到期撤下', en: 'Take down' },
    },
  },
});
export type PublicNoticeState = keyof typeof publicNoticeLifecycle.states;
export type PublicNoticeMove = keyof typeof publicNoticeLifecycle.moves;

/** Four eyes: whoever proposed a notice does not decide on it. */
export const maySecond = (of: { proposedBy: string; by: string }): boolean => of.proposedBy !== of.by;

/** States in which the public may read what a notice says; in the others only that it exists, and how it ended. */
const readable: readonly PublicNoticeState[] = ['published', 'lifted'];
export const isReadable = (state: PublicNoticeState): boolean => readable.includes(state);

/** States in which it has not ended: another about the same cause is not begun. */
const standing: readonly PublicNoticeState[] = ['proposed', 'published', 'suspended'];
export const isStanding = (state: PublicNoticeState): boolean => standing.includes(state);

/** Days that no text of the field gives: settings (`terms.disclosure`), these where a deployment sets none. */
export type DisclosureDays = {
  /** From publication: an objection in this time suspends the notice. */
  objection: number;
  /** A penalty is shown so long. */
  penalty: number;
  /** What was lifted is still shown as such. */
  afterLift: number;
  /** That a notice was withdrawn or corrected is still said. */
  trace: number;
};
export const defaultDisclosureDays: DisclosureDays = {
  objection: 15,
  penalty: 365,
  afterLift: 90,
  trace: 365,
};

/** The last day on which the portal shows a notice in the state that it comes into today; none while its tasks keep it. */
export const lastDayOf = (
  kind: NoticeKind,
  state: PublicNoticeState,
  of: { today: Day; until?: Day | undefined },
  days: DisclosureDays,
): Day | undefined => {
  if (state === 'lifted') return addDays(of.today, days.afterLift);
  if (state === 'withdrawn' || state === 'replaced') return addDays(of.today, days.trace);
  if (of.until !== undefined) return of.until;
  return kind === 'penalty' && state === 'published' ? addDays(of.today, days.penalty) : undefined;
};

/** Whether everything that a notice names is settled, so that it is to be lifted. A task that is not found counts as owed. */
export const isSettledNotice = (kind: NoticeKind, tasks: readonly (TaskState | undefined)[]): boolean =>
  noticeKinds[kind].endsWithTasks &&
  tasks.length > 0 &&
  !tasks.some((state) => state === undefined || isOwed(state));

/** An objection suspends by itself once, while its term runs; a later one is examined while the notice stays. */
export const objectionSuspends = (of: {
  openedOn: Day;
  objectUntil: Day;
  suspendedBefore: boolean;
}): boolean => of.openedOn <= of.objectUntil && !of.suspendedBefore;

/** What the decision on an objection means for the notice it suspended. What is granted in part waits for a correction by people. */
export const afterObjection = (outcome: string): 'withdraw' | 'resume' | undefined => {
  if (outcome === 'granted') return 'withdraw';
  return outcome === 'refused' ? 'resume' : undefined;
};
