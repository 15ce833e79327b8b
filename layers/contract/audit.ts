import { addDays } from '@geoarchive/domain/dates.ts';
import { planes } from '@geoarchive/domain/planes.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { day, instant, page, pageQuery } from './shared.ts';

/** The trail of a plane, for auditors only: of their own archive, and of what belongs to no archive. */
const base = { api: 'internal', module: 'audit', allow: ['AUDITOR'], scope: 'node' } as const;
const plane = z.enum(planes);
/** The longest time to look through at once. */
const mostDays = 92;
const limit = z.coerce.number().int().min(1).max(200).default(100);

export const auditEntry = z.object({
  at: instant,
  /** Id of the thing; `dead-letters/<queue>` and `audit` are things of the system. */
  about: z.string(),
  action: z.string(),
  by: z.string(),
  byName: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const listAudit = route({
  ...base,
  method: 'GET',
  path: '/audit/{plane}/entries',
  audit: 'audit.read',
  summary: { zh: '审计记录，按日期', en: 'Audit entries of days, newest first' },
  params: z.object({ plane }),
  query: pageQuery
    .extend({
      limit,
      from: day,
      to: day,
      /** `node`: of the caller's archive. `system`: of no archive, such as organisations and dead letters. */
      of: z.enum(['node', 'system']).default('node'),
      /** Name or id of who did it, or a part of the name. */
      person: z.string().trim().max(100).optional(),
      /** The action, or how it begins: `release.` finds all about releases. */
      action: z.string().trim().max(60).optional(),
    })
    .refine(({ from, to }) => from <= to && to < addDays(from, mostDays), {
      path: ['from'],
      message: `起止日期须先后有序，最多 ${mostDays} 天 / in order, ${mostDays} days at most`,
    }),
  reply: page(auditEntry),
});
export const auditOfThing = route({
  ...base,
  method: 'GET',
  path: '/audit/{plane}/thing',
  audit: 'audit.read-thing',
  summary: { zh: '一项事物的审计记录', en: 'Audit trail of one thing, oldest first' },
  params: z.object({ plane }),
  query: pageQuery.extend({ limit, about: z.string().min(1).max(200) }),
  reply: page(auditEntry),
});
