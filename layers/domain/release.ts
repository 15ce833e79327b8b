import { lifecycle } from './lifecycle.ts';
import type { TaskSource } from './publication.ts';

/** Release (公开) of a dossier through door 2. Proposing and approving are two different persons (domain.md §9.3). */
export const releaseLifecycle = lifecycle({
  name: 'release',
  initial: 'closed',
  states: {
    closed: { zh: '未公开', en: 'Closed' },
    proposed: { zh: '待复核', en: 'Proposed' },
    releasing: { zh: '公开中', en: 'Being released' },
    released: { zh: '已公开', en: 'Released' },
    withdrawing: { zh: '撤回中', en: 'Being withdrawn' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  moves: {
    propose: {
      from: ['closed', 'released', 'withdrawn'],
      to: 'proposed',
      by: ['ARCHIVE_KEEPER', 'SECRECY_OFFICER'],
      event: 'ReleaseProposed',
      label: { zh: '提出公开', en: 'Propose release' },
    },
    refuse: {
      from: ['proposed'],
      to: 'closed',
      by: ['SECRECY_OFFICER'],
      event: 'ReleaseRefused',
      label: { zh: '不同意公开', en: 'Refuse' },
    },
    // What is public already stays public, and so can still be withdrawn.
    keep: {
      from: ['proposed'],
      to: 'released',
      by: ['SECRECY_OFFICER'],
      event: 'ReleaseRefused',
      label: { zh: '不同意变更，维持原公开', en: 'Refuse the change, keep what is public' },
    },
    approve: {
      from: ['proposed'],
      to: 'releasing',
      by: ['SECRECY_OFFICER'],
      event: 'ReleaseApproved',
      label: { zh: '同意公开', en: 'Approve' },
    },
    publish: {
      from: ['releasing'],
      to: 'released',
      by: ['SYSTEM'],
      event: 'DossierReleased',
      label: { zh: '公开', en: 'Release' },
    },
    withdraw: {
      from: ['released'],
      to: 'withdrawing',
      by: ['SECRECY_OFFICER'],
      event: 'WithdrawalOrdered',
      label: { zh: '撤回', en: 'Withdraw' },
    },
    remove: {
      from: ['withdrawing'],
      to: 'withdrawn',
      by: ['SYSTEM'],
      event: 'DossierWithdrawn',
      label: { zh: '完成撤回', en: 'Finish the withdrawal' },
    },
  },
});

export type ReleaseState = keyof typeof releaseLifecycle.states;
export type ReleaseMove = keyof typeof releaseLifecycle.moves;

/** Whether files of a dossier still await publication: nothing decided yet, or only the catalogue record is public (art. 15, 17). */
export const awaitsPublication = (
  state: ReleaseState,
  { releasedFiles, fileCount }: { releasedFiles: number; fileCount: number },
): boolean =>
  state === 'closed' ||
  state === 'proposed' ||
  (state === 'released' && releasedFiles === 0 && fileCount > 0);

/** How a dossier stands to its publication dates today: past the latest day, within the dates, before them, or settled. */
export const publicationStandings = ['late', 'open', 'early', 'none'] as const;
export type PublicationStanding = (typeof publicationStandings)[number];

/**
 * How a dossier stands to its publication dates on a day (art. 15). What a standing bar holds back is not late, as in the figure of the
 * start page that leads to it.
 */
export const publicationStanding = (
  state: ReleaseState,
  of: {
    window?: { earliest: string; latest: string } | undefined;
    isBarred: boolean;
    releasedFiles: number;
    fileCount: number;
  },
  today: string,
): PublicationStanding => {
  const { window, isBarred } = of;
  if (window === undefined || !awaitsPublication(state, of)) return 'none';
  if (isBarred) return today < window.earliest ? 'early' : 'none';
  return today > window.latest ? 'late' : 'open';
};

/** What a dossier says of the end of its licence. */
type LicenceFacts = {
  source: TaskSource;
  licenceEnd?: string | undefined;
  licenceEndRecorded?: unknown;
  releasedFiles: number;
  fileCount: number;
};

/**
 * Whether the end of its licence may be recorded: of data of a right that came in without one (what the submitter and the register said
 * stays), while nothing is proposed and no file is public.
 */
export const takesLicenceEnd = (state: ReleaseState, of: LicenceFacts): boolean =>
  of.source.endsWith('-right') &&
  (of.licenceEnd === undefined || of.licenceEndRecorded !== undefined) &&
  state !== 'proposed' &&
  (state === 'withdrawn' || awaitsPublication(state, of));
