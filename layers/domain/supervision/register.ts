import type { Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { TaskSource } from '../publication.ts';
import type { Bilingual } from '../text.ts';
import type { RegisterArea } from './register-area.ts';

/**
 * A term (期限) of a right or of a project: from its first to its last day. Each term of a right ends with a duty of its own
 * (domain.md §1.4, RENEWAL). `id` is given once and stays when the days are corrected, so that the task of a term stays the same.
 */
export type Term = {
  id: string;
  from: Day;
  /** Last day of the licence's term, or of the project; unknown when left out. */
  to?: Day | undefined;
  /** Last day of the right where it differs from the licence's (Mineral Resources Law in force from 2025-07-01). */
  rightTo?: Day | undefined;
  /** An exploration right in retention (保留). */
  retention?: boolean | undefined;
  /** Data that were made in a retention all the same. */
  newData?: boolean | undefined;
};

/** What happens to a right or project beside the end of its term, and raises or moves a duty. */
export const happeningNames = {
  revoked: { zh: '吊销', en: 'Revoked as a penalty' },
  cancelled: { zh: '注销', en: 'Cancelled' },
  'to-mining': { zh: '探转采', en: 'Turned into a mining right' },
  merged: { zh: '合并', en: 'Merged into another licence' },
  shrunk: { zh: '缩减面积', en: 'Area reduced' },
  'stage-closed': { zh: '阶段性闭坑', en: 'Staged closure' },
  'new-find': { zh: '开发勘探结束', en: 'Development exploration ended' },
  completed: { zh: '竣工验收', en: 'Completion accepted' },
} as const satisfies Record<string, Bilingual>;
export type HappeningKind = keyof typeof happeningNames;
const isHappeningKind = (name: string): name is HappeningKind => Object.hasOwn(happeningNames, name);
export const happeningKinds: readonly HappeningKind[] = Object.keys(happeningNames).filter(isHappeningKind);
/** The right is gone after one of these; terms that would begin later are none. */
const endings: ReadonlySet<HappeningKind> = new Set(['revoked', 'cancelled', 'to-mining', 'merged']);
export const endsRight = (kind: HappeningKind): boolean => endings.has(kind);

export type Happening = {
  id: string;
  kind: HappeningKind;
  /** The day that counts: of effect, of registration, of the closure's or exploration's end, of acceptance. */
  on: Day;
  /** The other licence of a conversion or merger, the part of a closure. */
  note?: string | undefined;
};

/** Who holds the right or carries out the project from a day on; the last one that has begun owes what is due. */
export type Holding = { from: Day; organisation: string; name?: string | undefined };

export const fundingLevels = ['central', 'local', 'social'] as const;
export type Funding = (typeof fundingLevels)[number];
export const fundingNames: Readonly<Record<Funding, Bilingual>> = {
  central: { zh: '中央财政', en: 'Central budget' },
  local: { zh: '地方财政', en: 'Local budget' },
  social: { zh: '社会资金', en: 'Private funds' },
};

/**
 * One row of the registers: a licence of exploration or mining, a State-funded project, a construction project, other work
 * (domain.md §4.1). It is a history: terms, holders and happenings are added and corrected, never lost.
 */
export type RegisterEntry = {
  kind: TaskSource;
  /** Number of the licence or project: one number is one entry of its kind. */
  number: string;
  name: string;
  holders: readonly Holding[];
  terms: readonly Term[];
  happenings: readonly Happening[];
  funding?: Funding | undefined;
  /** Province of the funder (six digits), for work without an area. */
  funderRegion?: string | undefined;
  /** Slugs of the minerals list. */
  minerals: readonly string[];
  /** In the sea under jurisdiction. */
  marine?: boolean | undefined;
  /** Six-digit regions; the one with the larger work area stands first. */
  regions: readonly string[];
  area?: RegisterArea | undefined;
};

/** What an entry says beside its kind and number: the fields that differences are told by. */
export const registerFields = [
  'name',
  'holders',
  'terms',
  'happenings',
  'funding',
  'funderRegion',
  'minerals',
  'marine',
  'regions',
  'area',
] as const;

/** Who owes what falls due, on a day: the last holder that has begun; before all the first one. */
export const holdingOn = (entry: Pick<RegisterEntry, 'holders'>, day: Day): Holding | undefined => {
  const sorted = entry.holders.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return sorted.findLast(({ from }) => from <= day) ?? sorted[0];
};

/** The happening that ended the right, the earliest where there are several. */
export const endingOf = (entry: Pick<RegisterEntry, 'happenings'>): Happening | undefined =>
  entry.happenings
    .filter(({ kind }) => endsRight(kind))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];

/** An entry of the registers is recorded and stays: what happens to it stands in its history. */
export const registerLifecycle = lifecycle({
  name: 'register',
  initial: 'recorded',
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  moves: {},
});
