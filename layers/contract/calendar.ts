import { dayKinds } from '@geoarchive/domain/calendar/table-edit.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { day, instant } from './shared.ts';

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'SECRECY_OFFICER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'CUSTODIAN_ADMIN',
  'INSPECTOR',
  'OPERATOR',
] as const;
const base = { api: 'internal', module: 'calendar', allow: [...readers], scope: 'node' } as const;
const editing = { ...base, allow: ['MINISTRY_ADMIN', 'OPERATOR'] } as const;

const year = z.coerce.number().int().min(1990).max(2100);
const one = z.object({ year });
const days = z.array(day).max(366);
const table = z.object({
  off: days,
  work: days,
  /** Where it is announced: the page of the State Council, or what else it follows. */
  source: z.string().trim().min(1).max(500),
});
const reason = z.string().trim().min(1).max(1000);
const edited = z.object({ by: z.string(), at: instant, reason: z.string() });

/** A year's days off and worked weekend days, as they count now. */
export const holidayYear = z.object({
  year: z.number().int(),
  /** Whether there is a table; without one only weekends are off. */
  known: z.boolean(),
  off: days,
  work: days,
  source: z.string().optional(),
  version: z.number().int(),
  /** By whom the shipped table was last changed; left out where that one counts. */
  edited: edited.optional(),
  /** The table that came with the system. */
  shipped: table.optional(),
  /** Where the two differ. */
  differences: z.array(z.object({ day, was: z.enum(dayKinds), is: z.enum(dayKinds) })),
});
export type HolidayYear = z.infer<typeof holidayYear>;

export const listHolidayYears = route({
  ...base,
  method: 'GET',
  path: '/calendar/years',
  audit: 'calendar.list',
  summary: { zh: '有节假日安排的年份', en: 'Years with a table of holidays' },
  reply: z.object({
    items: z.array(z.object({ year: z.number().int(), shipped: z.boolean(), edited: edited.optional() })),
  }),
});
export const getHolidayYear = route({
  ...base,
  method: 'GET',
  path: '/calendar/years/{year}',
  audit: 'calendar.read',
  summary: { zh: '一年的放假与调休', en: 'Days off and worked weekend days of a year' },
  params: one,
  reply: holidayYear,
});
export const listHolidayEdits = route({
  ...base,
  method: 'GET',
  path: '/calendar/years/{year}/edits',
  audit: 'calendar.list-edits',
  summary: { zh: '一年日历的修改记录', en: 'Changes of a year, newest first, with what it said then' },
  params: one,
  reply: z.object({
    items: z.array(edited.extend({ off: days, work: days, source: z.string().optional() })),
  }),
});
export const editHolidayYear = route({
  ...editing,
  method: 'PUT',
  path: '/calendar/years/{year}',
  audit: 'calendar.edit',
  summary: { zh: '修改一年的放假与调休（写明依据和原因）', en: 'Change a year, with source and reason' },
  params: one,
  body: table.extend({ reason }),
  reply: holidayYear,
});
export const resetHolidayYear = route({
  ...editing,
  method: 'POST',
  path: '/calendar/years/{year}/reset',
  audit: 'calendar.reset',
  summary: { zh: '恢复为系统自带的放假安排', en: 'Put a year back to the table that came with the system' },
  params: one,
  body: z.object({ reason }),
  reply: holidayYear,
});
export const reckonDays = route({
  ...base,
  method: 'GET',
  path: '/calendar/reckoning',
  audit: 'calendar.reckon',
  summary: { zh: '推算某日之前或之后若干天', en: 'The day so many days before or after another' },
  query: z.object({
    from: day,
    /** Negative: before. */
    days: z.coerce.number().int().min(-3660).max(3660),
    kind: z.enum(['calendar', 'working']).default('working'),
    rollsOver: z.stringbool().default(false),
  }),
  reply: z.object({
    day,
    isWorkingDay: z.boolean(),
    /** Whether every year it was counted through has a table. */
    known: z.boolean(),
    workingDays: z.number().int(),
    calendarDays: z.number().int(),
  }),
});

export const feedLanguages = ['zh', 'en', 'both'] as const;
const subscription = z.object({
  language: z.enum(feedLanguages),
  /** When its address was made. */
  since: instant,
});
const own = {
  api: 'public',
  module: 'calendar',
  allow: ['SUBMITTER', 'SUBMITTER_ADMIN'],
  scope: 'organisation',
} as const;

export const getSubscription = route({
  ...own,
  method: 'GET',
  path: '/calendar/subscription',
  audit: 'subscription.read',
  summary: { zh: '本人的日历订阅', en: 'The own subscription of due dates, if there is one' },
  reply: z.object({ subscription: subscription.optional() }),
});
export const makeSubscription = route({
  ...own,
  method: 'POST',
  path: '/calendar/subscription',
  audit: 'subscription.make',
  status: 201,
  summary: {
    zh: '生成日历订阅地址；原有地址随即失效',
    en: 'Make a secret address to subscribe to; an earlier one stops to work',
  },
  body: z.object({ language: z.enum(feedLanguages).default('zh') }),
  /** The key is told this once; only its SHA-256 is kept. */
  secret: true,
  reply: subscription.extend({ key: z.string() }),
});
export const revokeSubscription = route({
  ...own,
  method: 'DELETE',
  path: '/calendar/subscription',
  audit: 'subscription.revoke',
  summary: { zh: '停止日历订阅', en: 'Stop the subscription: its address stops to work' },
  reply: z.object({}),
});
