import { taskSources } from '@geoarchive/domain/publication.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { bilingual, day, instant } from './shared.ts';

const base = {
  api: 'internal',
  module: 'supervision',
  allow: [
    'ARCHIVE_CLERK',
    'ARCHIVE_CHECKER',
    'ARCHIVE_KEEPER',
    'CERTIFICATE_OFFICER',
    'PROVINCE_ADMIN',
    'MINISTRY_ADMIN',
    'INSPECTOR',
  ],
  scope: 'node',
} as const;
const count = z.number().int();

/** Of the tasks whose day has passed: how many there are (应汇交), and how many of them were submitted. */
const rate = z.object({ should: count, submitted: count });
const line = rate.extend({
  /** The same part of the year before. */
  lastYear: rate,
  /** Open and past their day, of all years. */
  overdue: count,
  /** Open and due within 90 days, today included. */
  soon: count,
});
/** What has passed of a month or year, and what is still open of the rest. */
const period = rate.extend({ period: z.string(), ahead: count });
const covered = z.object({
  node: z.string(),
  name: bilingual,
  entries: count,
  without: count,
  changedOn: day,
});

export const cockpit = route({
  ...base,
  method: 'GET',
  path: '/supervision/cockpit',
  audit: 'cockpit.read',
  summary: {
    zh: '监管总览：到期、逾期、汇交率及其与上年的比较',
    en: 'Cockpit: due, overdue and submitted tasks, beside the year before',
  },
  query: z.object({
    /** The year of the rates; this one when left out. */
    year: z.coerce.number().int().min(1000).max(9998).optional(),
    /** One archive; else all, for the ministry, and else the caller's. */
    node: z.string().max(20).optional(),
  }),
  reply: z.object({
    /** When the figures were read; they hold what was changed up to some seconds before. */
    asOf: instant,
    today: day,
    year: count,
    due: z.array(z.object({ days: count, count })),
    /** By age in days; the class without a limit is the rest. */
    overdue: z.array(z.object({ upTo: count.optional(), count })),
    ahead: count,
    total: line,
    byNode: z.array(line.extend({ node: z.string(), name: bilingual })),
    bySource: z.array(line.extend({ source: z.enum(taskSources) })),
    byMonth: z.array(period.extend({ lastYear: rate })),
    byYear: z.array(period),
    /** What the last recount found; left out before the first. */
    recount: z
      .object({ asOf: instant, repaired: count, late: count, unsettled: count, coverage: z.array(covered) })
      .optional(),
  }),
});
