import type { Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { RoleCode } from '../roles.ts';
import type { Bilingual } from '../text.ts';
import { dueStage, overdue } from './due.ts';

/** Who entrusts: the ministry, or the authority of a province (a set of class II core may be left with a mine, domain.md §2.3). */
export const entrusters = ['MINISTRY_ADMIN', 'PROVINCE_ADMIN'] as const satisfies readonly RoleCode[];
/** Who sees what custodians keep; a custodian its own only. */
export const custodyReaders = [
  'CUSTODIAN_ADMIN',
  'INSPECTOR',
  ...entrusters,
] as const satisfies readonly RoleCode[];

/** What can be entrusted: original and physical data stay with the custodian, results go to the National archive (domain.md §4.4). */
export const entrustedKinds = ['original', 'physical'] as const;
export type EntrustedKind = (typeof entrustedKinds)[number];
export const entrustedKindNames: Readonly<Record<EntrustedKind, Bilingual>> = {
  original: { zh: '原始地质资料', en: 'Original data' },
  physical: { zh: '实物地质资料', en: 'Physical data' },
};

const event = 'AgreementMoved';

/** An agreement of custody (委托协议). A successor that is signed renews it; else it ends by handing back. */
export const agreementLifecycle = lifecycle({
  name: 'custody-agreement',
  initial: 'draft',
  states: {
    draft: { zh: '起草', en: 'Draft' },
    'in-force': { zh: '生效', en: 'In force' },
    renewed: { zh: '已续签', en: 'Renewed' },
    ending: { zh: '终止交还中', en: 'Being handed back' },
    'handed-back': { zh: '已交还', en: 'Handed back' },
    dropped: { zh: '已作废', en: 'Dropped' },
  },
  moves: {
    sign: {
      from: ['draft'],
      to: 'in-force',
      by: entrusters,
      event: 'AgreementSigned',
      label: { zh: '签订', en: 'Sign' },
    },
    drop: { from: ['draft'], to: 'dropped', by: entrusters, event, label: { zh: '作废', en: 'Drop' } },
    /** Made by the signing of its successor. */
    renew: {
      from: ['in-force'],
      to: 'renewed',
      by: ['SYSTEM'],
      event,
      label: { zh: '续签', en: 'Renew' },
    },
    end: {
      from: ['in-force'],
      to: 'ending',
      by: entrusters,
      event,
      label: { zh: '终止并交还', en: 'End and hand back' },
    },
    'confirm-back': {
      from: ['ending'],
      to: 'handed-back',
      by: entrusters,
      event,
      label: { zh: '确认交还', en: 'Confirm the hand-back' },
    },
  },
});
export type AgreementState = keyof typeof agreementLifecycle.states;
/** States in which an agreement binds or once bound: a draft, dropped or not, binds nobody. */
export const agreed: readonly AgreementState[] = ['in-force', 'renewed', 'ending', 'handed-back'];
export type AgreementMove = keyof typeof agreementLifecycle.moves;

/** How the term of an agreement stands: what is past its end and neither renewed nor ended is expired. */
export type TermStanding = 'running' | 'soon' | 'expired';

/** @param noticeDays days before the end from which on it is soon */
export const termStanding = (
  { state, end }: { state: AgreementState; end: Day },
  today: Day,
  noticeDays: readonly number[],
): TermStanding => {
  if (state !== 'in-force') return 'running';
  const stage = dueStage(end, today, noticeDays);
  if (stage === overdue) return 'expired';
  return stage === undefined ? 'running' : 'soon';
};

/**
 * The reminder that is due today and was not told yet: the least of the days that have been reached. Those that were jumped over while
 * no clock ran are not told any more. Another end begins anew.
 */
export const agreementNotice = (
  of: { state: AgreementState; end: Day; noticed?: { days: number; end: Day } | undefined },
  today: Day,
  noticeDays: readonly number[],
): number | undefined => {
  if (of.state !== 'in-force') return undefined;
  const told = of.noticed?.end === of.end ? of.noticed.days : Number.POSITIVE_INFINITY;
  // Past the end it is told once more, as expired.
  const now = dueStage(of.end, today, noticeDays);
  return now === undefined || now >= told ? undefined : now;
};
