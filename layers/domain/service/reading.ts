import type { Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { RoleCode } from '../roles.ts';
import type { Bilingual } from '../text.ts';
import type { UseMode } from './codes.ts';
import { type GrantState, grantRefusals } from './grant.ts';
import { lenders } from './loan.ts';

/** Who looks after the reading room: opens a reading at a terminal, and ends it. */
export const readingRoom = [
  ...lenders,
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
] as const satisfies readonly RoleCode[];

/** Who reads: the person of the grant, which is counted; or staff for their own work, which is not. */
export const readers = {
  person: { zh: '利用人到馆阅览', en: 'The person of the grant' },
  staff: { zh: '工作人员内部阅览', en: 'Staff, internally' },
} as const satisfies Record<string, Bilingual>;
export type Reader = keyof typeof readers;
export const readerCodes = ['person', 'staff'] as const satisfies readonly Reader[];

/** A reading (阅览) of what a grant names, at a terminal of the reading room; over with its day at the latest. */
export const readingLifecycle = lifecycle({
  name: 'reading',
  initial: 'open',
  states: {
    open: { zh: '阅览中', en: 'Reading' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  moves: {
    end: {
      from: ['open'],
      to: 'ended',
      by: readingRoom,
      event: 'ReadingMoved',
      label: { zh: '结束阅览', en: 'End the reading' },
    },
  },
});
export type ReadingState = keyof typeof readingLifecycle.states;

export const readingRefusals = {
  'reading-of-another': {
    zh: '证件上的姓名与许可的利用人不符，不能阅览；此次尝试已记入审计。',
    en: 'The name on the paper is not that of the person of the grant; the attempt is on the audit trail.',
  },
  'reading-not-on-site': {
    zh: '这项许可不是到馆阅览，请利用人在网上使用。',
    en: 'This grant is not for reading on site: its person uses it online.',
  },
  'reading-over': {
    zh: '这次阅览已结束；如要继续，请工作人员重新开始阅览。',
    en: 'This reading is over: staff begin another one to go on.',
  },
  'grant-not-ready': grantRefusals['grant-not-ready'],
  'grant-withdrawn': grantRefusals['grant-withdrawn'],
  'grant-expired': grantRefusals['grant-expired'],
  'grant-used-up': grantRefusals['grant-used-up'],
} as const satisfies Record<string, Bilingual>;
export type ReadingRefusal = keyof typeof readingRefusals;

type OfGrant = { state: GrantState; until: Day; mode: UseMode };

const grantRefusal = ({ state, until, mode }: OfGrant, today: Day): ReadingRefusal | undefined => {
  if (state === 'withdrawn') return 'grant-withdrawn';
  if (state === 'expired' || today > until) return 'grant-expired';
  if (state === 'preparing') return 'grant-not-ready';
  return mode === 'on-site' ? undefined : 'reading-not-on-site';
};

const plain = (name: string): string => name.replaceAll(/\s/g, '').toLowerCase();

/** Why a reading cannot be opened on a day; undefined when it can. `name` is the one on the paper that was shown; staff show none. */
export const openingRefusal = (
  grant: OfGrant & { personName: string },
  reader: { kind: 'person'; name: string } | { kind: 'staff' },
  today: Day,
): ReadingRefusal | undefined => {
  if (reader.kind === 'person' && plain(reader.name) !== plain(grant.personName)) return 'reading-of-another';
  return grantRefusal(grant, today);
};

/** Why no page of a reading is shown any more: it ended, its day is over, or its grant has ended meanwhile. */
export const readingRefusal = (
  of: { state: ReadingState; on: Day },
  grant: OfGrant,
  today: Day,
): ReadingRefusal | undefined =>
  of.state === 'ended' || of.on !== today ? 'reading-over' : grantRefusal(grant, today);

/** Formats that are read page by page at a terminal. */
export const readByPage: ReadonlySet<string> = new Set(['pdf']);
