import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { acts } from '@geoarchive/domain/supervision/eligibility.ts';
import * as z from 'zod';
import { bar, barChange, barRecipient } from './bar-parts.ts';
import { route } from './route.ts';
import { bilingual, day, gid, instant, page, pageQuery, task } from './shared.ts';

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
  'INSPECTOR',
] as const;
const base = { api: 'internal', module: 'supervision', allow: [...readers], scope: 'node' } as const;
const one = z.object({ id: gid });
/** What a bar is for: the registries and funders that must heed it ask, about every party in the country. */
const asking = { ...base, allow: [...readers, 'REGISTRY'], scope: 'all' } as const;

/** A bar with what only the archives know: its version, and who lifted it why. */
const storedBar = bar.extend({
  version: z.number().int(),
  lifted: z.object({ by: z.string(), reason: z.string() }).optional(),
});
export type StoredBar = z.infer<typeof storedBar>;

export const listBars = route({
  ...base,
  method: 'GET',
  path: '/supervision/bars',
  audit: 'bar.list',
  summary: {
    zh: '准入限制清单',
    en: 'Bars of a state, or of an organisation; they hold in the whole country',
  },
  query: pageQuery.extend({
    state: z.enum(statesOf(barLifecycle)).default('in-force'),
    organisation: z.string().trim().max(60).optional(),
  }),
  reply: page(storedBar),
});
export const getBar = route({
  ...base,
  method: 'GET',
  path: '/supervision/bars/{id}',
  audit: 'bar.read',
  summary: { zh: '准入限制详情', en: 'One bar, with its tasks as they stand' },
  params: one,
  reply: storedBar.extend({
    standing: z.array(task.pick({ id: true, number: true, name: true, due: true, state: true, node: true })),
  }),
});
export const liftBar = route({
  ...base,
  allow: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  method: 'POST',
  path: '/supervision/bars/{id}/lift',
  audit: 'bar.lift',
  summary: { zh: '决定解除限制（写明理由）', en: 'Lift a bar by decision, with the reasons' },
  params: one,
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  reply: storedBar,
});
export const eligibility = route({
  ...asking,
  method: 'GET',
  path: '/supervision/eligibility',
  audit: 'bar.eligibility',
  summary: {
    zh: '准入查询：能否向该单位新立矿业权、安排国家出资项目等',
    en: 'May this party be granted a new right, a renewal, a transfer, a State-funded project?',
  },
  query: z.object({ organisation: z.string().trim().min(1).max(60), act: z.enum(acts) }),
  reply: z.object({
    organisation: z.string(),
    act: z.enum(acts),
    may: z.boolean(),
    reasons: z.array(bilingual),
    bars: z.array(bar),
    overdue: z.array(task.pick({ id: true, number: true, name: true, due: true, node: true })),
    /** More tasks are overdue than are named. */
    more: z.boolean(),
    today: day,
    asOf: instant,
  }),
});
export const barChanges = route({
  ...asking,
  method: 'GET',
  path: '/supervision/eligibility/changes',
  audit: 'bar.changes',
  summary: {
    zh: '准入限制变更流水：序号之后的变更，按序号排列，只增不改',
    en: 'Changes of bars after a number, in their order: appended only, without gaps',
  },
  query: z.object({
    /** The number of the last change that the caller has; 0 has none. */
    after: z.coerce.number().int().min(0).max(999_999_999_999_999).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({
    items: z.array(barChange),
    /** What to ask after next time. */
    last: z.number().int(),
    more: z.boolean(),
    asOf: instant,
  }),
});
export const listBarRecipients = route({
  ...base,
  allow: ['MINISTRY_ADMIN'],
  method: 'GET',
  path: '/supervision/bar-recipients',
  audit: 'bar.recipients',
  summary: {
    zh: '准入限制通知对象（登记机关、出资人）',
    en: 'Registries and funders that are told of every bar, by webhook where they set one',
  },
  query: pageQuery,
  reply: page(barRecipient),
});
export const setBarRecipient = route({
  ...base,
  allow: ['MINISTRY_ADMIN'],
  method: 'PUT',
  path: '/supervision/bar-recipients/{organisation}',
  audit: 'bar.set-recipient',
  summary: {
    zh: '登记或停止一个通知对象（写明理由）',
    en: 'Tell an organisation of every bar from now on, or no more, with the reason',
  },
  params: z.object({ organisation: z.string().trim().min(1).max(60) }),
  body: z.object({ told: z.boolean(), reason: z.string().trim().min(1).max(1000) }),
  reply: barRecipient,
});
