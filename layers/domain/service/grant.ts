import { addDays, type Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { Bilingual } from '../text.ts';
import { type UseMode, useDeciders } from './codes.ts';

/** A grant of use (利用许可): for one person, one record, a term and a count. Its files are delivered through door 3. */
export const grantLifecycle = lifecycle({
  name: 'grant',
  initial: 'preparing',
  states: {
    preparing: { zh: '交付准备中', en: 'Being prepared' },
    active: { zh: '有效', en: 'Active' },
    expired: { zh: '已到期', en: 'Expired' },
    withdrawn: { zh: '已收回', en: 'Withdrawn' },
  },
  moves: {
    deliver: {
      from: ['preparing'],
      to: 'active',
      by: ['SYSTEM'],
      event: 'GrantDelivered',
      label: { zh: '交付', en: 'Deliver' },
    },
    expire: {
      from: ['preparing', 'active'],
      to: 'expired',
      by: ['SYSTEM'],
      event: 'GrantMoved',
      label: { zh: '到期', en: 'Expire' },
    },
    withdraw: {
      from: ['preparing', 'active'],
      to: 'withdrawn',
      by: useDeciders,
      event: 'GrantMoved',
      label: { zh: '收回', en: 'Withdraw' },
    },
  },
});
export type GrantState = keyof typeof grantLifecycle.states;

/** What the person of a grant is told of. */
export const grantNews = ['delivered', 'extended', 'expiring', 'expired', 'withdrawn'] as const;
export type GrantNews = (typeof grantNews)[number];

/** Whether the person is told today that the last day is near: once for each last day, and not where the whole term is that short. */
export const isExpiring = (
  of: { state: GrantState; from: Day; until: Day; remindedOf?: Day | undefined },
  today: Day,
  remindDays: number,
): boolean =>
  of.state === 'active' &&
  of.from < today &&
  today <= of.until &&
  of.until <= addDays(today, remindDays) &&
  of.remindedOf !== of.until;

/** What decides whether a grant may be used now. */
export type GrantFacts = {
  person: string;
  state: GrantState;
  /** The last day it counts on. */
  until: Day;
  used: number;
  allowed: number;
  mode: UseMode;
};

export const grantRefusals = {
  'grant-of-another': {
    zh: '这项许可属于另一人，不能由您使用；此次尝试已记入审计。',
    en: "This grant is another person's and cannot be used by you; the attempt is on the audit trail.",
  },
  'grant-not-ready': {
    zh: '资料正在准备，请稍候再试。',
    en: 'The data are being prepared: try again later.',
  },
  'grant-withdrawn': {
    zh: '许可已被馆藏机构收回，资料已删除。',
    en: 'The archive withdrew this grant; its files were deleted.',
  },
  'grant-expired': {
    zh: '许可已到期，不能再利用；如仍需要，请向馆藏机构申请延期或重新申请。',
    en: 'The term of this grant is over: ask the archive for more time, or file a new request.',
  },
  'grant-used-up': {
    zh: '许可次数已用完；如仍需要，请向馆藏机构申请。',
    en: 'This grant was used as often as it allows: ask the archive for more.',
  },
  'grant-on-site': {
    zh: '这项许可只能到馆使用。',
    en: 'This grant is used at the archive only.',
  },
} as const satisfies Record<string, Bilingual>;
export type GrantRefusal = keyof typeof grantRefusals;

/**
 * Why somebody may not use a grant on a day; undefined when they may. The very conditions that the write which counts a use is made
 * under (`functions/delivery`), so a twin cannot slip through between.
 */
export const refusalOf = (of: GrantFacts, by: string, today: Day): GrantRefusal | undefined => {
  if (of.person !== by) return 'grant-of-another';
  if (of.state === 'withdrawn') return 'grant-withdrawn';
  if (of.state === 'expired' || today > of.until) return 'grant-expired';
  if (of.state === 'preparing') return 'grant-not-ready';
  if (of.mode === 'on-site') return 'grant-on-site';
  return of.used >= of.allowed ? 'grant-used-up' : undefined;
};

/** How the review after the fact (事后复核) of a grant that was given at once can end. Objected, the grant is withdrawn. */
export const reviewOutcomes = {
  confirmed: { zh: '复核同意', en: 'Confirmed' },
  objected: { zh: '复核不同意，收回许可', en: 'Objected: the grant is withdrawn' },
} as const satisfies Record<string, Bilingual>;
export type ReviewOutcome = keyof typeof reviewOutcomes;
export const reviewOutcomeCodes = ['confirmed', 'objected'] as const satisfies readonly ReviewOutcome[];

/** Bytes of a file that is stamped at most: it is read whole for that. */
export const stampedBytes = 64 * 1024 ** 2;

/** Formats that can carry a watermark: others are delivered as they are, and only to be downloaded. */
export const stampable: ReadonlySet<string> = new Set(['pdf', 'jpeg', 'png']);

/** Characters of a unit that a watermark shows: with more its letters would be too small to read. */
const mostOfUnit = 24;
const shortened = (unit: string | undefined): string | undefined =>
  unit !== undefined && [...unit].length > mostOfUnit ? `${[...unit].slice(0, mostOfUnit).join('')}…` : unit;

/** What stands on every page of what is delivered with a watermark. */
export const watermarkOf = (of: {
  name: string;
  unit?: string | undefined;
  number: string;
  day: Day;
}): string =>
  [of.name, shortened(of.unit), of.number, of.day]
    .filter((part) => part !== undefined && part !== '')
    .join('  ');
