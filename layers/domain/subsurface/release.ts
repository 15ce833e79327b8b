import type { Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import { type Axes, type Bar, barsToCatalogue, barsToPublication } from '../publication.ts';
import type { Secrecy } from '../secrecy.ts';

/** Release of a hole through door 2, as of a dossier: who proposes does not approve. What nobody opened is closed. */
export const holeLifecycle = lifecycle({
  name: 'hole',
  initial: 'closed',
  states: {
    closed: { zh: '未公开', en: 'Closed' },
    proposed: { zh: '待复核', en: 'Proposed' },
    releasing: { zh: '公开中', en: 'Being released' },
    released: { zh: '已公开', en: 'Released' },
    withdrawing: { zh: '撤回中', en: 'Being withdrawn' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    /** Taken back with the import that made it. */
    removed: { zh: '已撤销', en: 'Taken back' },
  },
  moves: {
    propose: {
      from: ['closed', 'released', 'withdrawn'],
      to: 'proposed',
      by: ['ARCHIVE_KEEPER', 'SECRECY_OFFICER'],
      event: 'HoleMoved',
      label: { zh: '提出公开', en: 'Propose release' },
    },
    refuse: {
      from: ['proposed'],
      to: 'closed',
      by: ['SECRECY_OFFICER'],
      event: 'HoleMoved',
      label: { zh: '不同意公开', en: 'Refuse' },
    },
    // What is public already stays public, and so can still be withdrawn.
    keep: {
      from: ['proposed'],
      to: 'released',
      by: ['SECRECY_OFFICER'],
      event: 'HoleMoved',
      label: { zh: '不同意变更，维持原公开', en: 'Refuse the change, keep what is public' },
    },
    approve: {
      from: ['proposed'],
      to: 'releasing',
      by: ['SECRECY_OFFICER'],
      event: 'HoleMoved',
      label: { zh: '同意公开', en: 'Approve' },
    },
    publish: {
      from: ['releasing'],
      to: 'released',
      by: ['SYSTEM'],
      event: 'HoleMoved',
      label: { zh: '公开', en: 'Release' },
    },
    withdraw: {
      from: ['released'],
      to: 'withdrawing',
      by: ['SECRECY_OFFICER'],
      event: 'HoleMoved',
      label: { zh: '撤回', en: 'Withdraw' },
    },
    remove: {
      from: ['withdrawing'],
      to: 'withdrawn',
      by: ['SYSTEM'],
      event: 'HoleMoved',
      label: { zh: '完成撤回', en: 'Finish the withdrawal' },
    },
    'take-back': {
      from: ['closed', 'withdrawn'],
      to: 'removed',
      by: ['SYSTEM'],
      event: 'HoleMoved',
      label: { zh: '撤销导入', en: 'Take back' },
    },
    restore: {
      from: ['removed'],
      to: 'closed',
      by: ['SYSTEM'],
      event: 'HoleMoved',
      label: { zh: '重新导入', en: 'Bring back' },
    },
  },
});
export type HoleState = keyof typeof holeLifecycle.states;
export type HoleMove = keyof typeof holeLifecycle.moves;

/** Secrecy and protection where a kind of child has its own, stricter than the hole's. */
export type PartLimits = { secrecy?: Secrecy | undefined; protectedUntil?: Day | undefined };
/** What a dossier says about its holes: its three axes hold for them, too. */
export type DossierAxes = Omit<Axes, 'fileSecrecy'>;

const later = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const levels: readonly Secrecy[] = ['public', 'internal', 'confidential', 'secret', 'top-secret'];
const stricter = (a: Secrecy, b: Secrecy): Secrecy => (levels.indexOf(a) > levels.indexOf(b) ? a : b);

/**
 * The axes of a hole, or one kind of its children, for the one predicate of `publication.ts`. A hole of a dossier is held by the
 * dossier's secrecy, protection, copyright and dates as well; one without is held by its own alone, and opened by people.
 */
const axesOf = (
  hole: { secrecy: Secrecy; protectedUntil?: Day | undefined },
  part: PartLimits,
  dossier: DossierAxes | undefined,
  today: Day,
): Axes => ({
  ...(dossier ?? {
    copyright: 'consented' as const,
    window: { earliest: today, latest: today },
    earlyConsent: false,
  }),
  secrecy: dossier === undefined ? hole.secrecy : stricter(hole.secrecy, dossier.secrecy),
  fileSecrecy: stricter(hole.secrecy, part.secrecy ?? 'public'),
  protectedUntil: later(later(hole.protectedUntil, part.protectedUntil), dossier?.protectedUntil),
});

/** Why one kind of children may not be public today; empty means it may. */
export const barsToPart = (...of: Parameters<typeof axesOf>): Bar[] =>
  barsToPublication(axesOf(...of), of[3]);

/** Why not even its header may be public: of a protected hole it may, of a secret one nothing. */
export const barsToHeader = (
  hole: Parameters<typeof axesOf>[0],
  dossier: DossierAxes | undefined,
  today: Day,
): Bar[] => barsToCatalogue(axesOf(hole, {}, dossier, today), today);

/** Degrees to which the place of a public hole is rounded where a deployment sets none: some 100 m. */
export const defaultPublicStep = 0.001;
/** Rounds a longitude or latitude to a step of degrees; never gives away more digits than the step has. */
export const roundedTo = (step: number, degrees: number): number => {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  return Number((Math.round(degrees / step) * step).toFixed(digits));
};
