import type { CaseKind } from '../cases/kinds.ts';
import type { MineralClass } from '../codes/mineral-classes.ts';
import type { EntrustedKind } from '../custody/agreement.ts';
import type { Condition } from '../custody/holding.ts';
import type { Day } from '../dates.ts';
import type { TaskSource } from '../publication.ts';
import type { Secrecy } from '../secrecy.ts';
import type { AskerKind, Purpose } from '../service/codes.ts';
import type { ChaseStep } from '../supervision/chase.ts';
import type { HandIn } from '../supervision/timeliness.ts';
import type { HoldingChange, HoldingForm, UseWay } from './words.ts';

export type DataKind = 'result' | 'original' | 'physical';

/**
 * What figures are made of: each object of the archive reduced to the few things that count, with the days on which they happened, so that
 * figures of a period can be made at any later time.
 */
export type Facts = {
  /**
   * A task: the day it was due on, every hand-in with the day until which it was to be corrected, and since when nobody owes it: because no data were
   * formed (`released`), or nothing more than its accepted stages (`settled`).
   */
  task: {
    source: TaskSource;
    mineral?: MineralClass | undefined;
    due: Day;
    handIns: readonly HandIn[];
    released?: Day | undefined;
    settled?: Day | undefined;
  };
  /** One round of a deposit, as the archive checked it. */
  review: {
    kind: DataKind;
    dataClass: string;
    round: number;
    received: Day;
    checkBy: Day;
    returned?: Day | undefined;
    accepted?: Day | undefined;
    certified?: Day | undefined;
  };
  dossier: {
    kind: DataKind;
    dataClass: string;
    secrecy: Secrecy;
    accepted: Day;
    files: number;
    bytes: number;
    /** Whether what the catalogue asks for was filled in (`isComplete`). */
    complete: boolean;
    protectedUntil?: Day | undefined;
    /** The latest day of publication (art. 15) of what nothing bars from it. */
    openBy?: Day | undefined;
    /** Since when its record is public, and since when some of its files are. */
    recordOpen?: Day | undefined;
    filesOpen?: Day | undefined;
  };
  hole: { entered: Day; metres: number };
  /** One step of a chase. */
  chase: { step: ChaseStep; on: Day };
  case: { kind: CaseKind; opened: Day; ended?: Day | undefined };
  /** Onward transfer (转送) of a dossier to the national archive, or its exemption; what was refused was not sent. */
  transfer: { accepted: Day; due: Day; sent?: Day | undefined; exempt: boolean };
  /**
   * A set of original or physical data that a custodian's list of holdings names, on the last day of the list's year. Without a form it is in
   * none that figures are kept of, or counted in another unit (`holding-forms.ts`).
   */
  holding: {
    on: Day;
    kind: EntrustedKind;
    condition: Condition;
    form?: HoldingForm | undefined;
    amount: number;
    services: number;
  };
  /** What differs between a custodian's list and the one before it. */
  holdingChange: { on: Day; kind: EntrustedKind; change: HoldingChange };
  /** A use of data in the reading room: a visit with what it came to. Told by nothing yet. */
  usage: {
    on: Day;
    userClass: AskerKind;
    purpose: Purpose;
    paid: boolean;
    people: number;
    items: number;
  };
  /** Pages of a dossier that were copied for a reader and handed over (复制申请): how many copies, and sheets in all. */
  copy: { on: Day; userClass: AskerKind; purpose: Purpose; copies: number; pages: number };
  /** A request for use (利用申请). */
  request: { on: Day; userClass: string; purpose: string };
  /** Uses of a record on one day, in one way, by one class of users: as the statistics of use keep them (docs/developers/service.md). */
  opening: { on: Day; way: UseWay; purpose: string; userClass: string; times: number };
  /** A backup that was made, and whether it was proved by reading it back. Told by nothing yet. */
  backup: { on: Day; proved: boolean };
  /** A day on which the unit's services were asked for, and how many of the minutes they answered. Told by nothing yet. */
  uptime: { on: Day; minutes: number; up: number };
};
export type FactKind = keyof Facts;
export const factKinds = [
  ...(['task', 'review', 'dossier', 'hole', 'chase', 'case'] as const),
  ...(['transfer', 'holding', 'holdingChange', 'usage', 'copy', 'request', 'opening'] as const),
  ...(['backup', 'uptime'] as const),
] as const satisfies readonly FactKind[];

/**
 * A fact of a kind with the object that it comes from (its id, and the number that people call it by) and the unit, archive or custodian,
 * whose it is.
 */
export type FactOf<K extends FactKind> = {
  [P in K]: { of: P; id: string; no: string; unit: string } & Facts[P];
}[K];
export type Fact = FactOf<FactKind>;

/** Facts that the system has a source for, of an archive. Figures of the others are entered by hand or are not measured; they are never nought. */
export const sourcedFacts = [
  'task',
  'review',
  'dossier',
  'hole',
  'chase',
  'case',
  'request',
  'opening',
  'copy',
  'transfer',
] as const satisfies readonly FactKind[];

/**
 * What tells of a custodian: nothing is submitted to it here, and it lends nothing out; what it knows itself it enters. Its lists of holdings
 * tell of a year only when that of the year was handed in, and of changes only when there is one before it.
 */
export const custodianFacts = ['hole', 'holding', 'holdingChange'] as const satisfies readonly FactKind[];
