import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { chaseLifecycle } from '@geoarchive/domain/supervision/chase.ts';
import * as z from 'zod';
import { bytes, route } from './route.ts';
import { bilingual, day, gid, instant } from './shared.ts';

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
    /** With the province (GB/T 2260) of a provincial archive. */
    byNode: z.array(line.extend({ node: z.string(), name: bilingual, province: z.string().optional() })),
    bySource: z.array(line.extend({ source: z.enum(taskSources) })),
    /** By class of the main mineral; `none` are the tasks that name none. */
    byMineral: z.array(line.extend({ mineral: z.enum([...mineralClasses, 'none']) })),
    byMonth: z.array(period.extend({ lastYear: rate })),
    byYear: z.array(period),
    /** Tasks that the night's reckoning could not bring in line, in all archives, for those who may read the job that names them; left out where there are none. */
    hindered: z.object({ asOf: instant, count, job: gid }).optional(),
    /** What the last recount found; left out before the first. */
    recount: z
      .object({ asOf: instant, repaired: count, late: count, unsettled: count, coverage: z.array(covered) })
      .optional(),
  }),
});

const papers = z.object({ demand: count, order: count, propose: count, fine: count, circulate: count });
/** What is taken stock of once a night, archive by archive: it cannot be told from the prepared counts. */
export const archiveStock = z.object({
  asOf: instant,
  /** The organisations with most overdue tasks of all years; `should` and `submitted` are of tasks due within the last 365 days. */
  holders: z.array(rate.extend({ organisation: z.string(), name: z.string().optional(), overdue: count })),
  /** How many organisations have overdue tasks. */
  parties: count,
  /** Whether all overdue tasks were looked through. */
  complete: z.boolean(),
  /** The chasing work (催交): chases by state, papers of the last days, days from the oldest due day to the demand. */
  chasing: z.object({
    states: z.partialRecord(z.enum(statesOf(chaseLifecycle)), count),
    papers: z.array(z.object({ days: count, counts: papers })),
    medianDays: z.number().optional(),
  }),
});
export type ArchiveStock = z.infer<typeof archiveStock>;

export const cockpitStock = route({
  ...base,
  method: 'GET',
  path: '/supervision/cockpit/stock',
  audit: 'cockpit.stock',
  summary: {
    zh: '夜间清点：逾期最多的汇交人、催交工作',
    en: 'Taken stock of at night: holders with most overdue tasks, chasing work',
  },
  query: z.object({ node: z.string().max(20).optional() }),
  reply: z.object({ items: z.array(archiveStock.extend({ node: z.string(), name: bilingual })) }),
});

export const printCockpit = route({
  ...base,
  module: 'documents',
  method: 'GET',
  path: '/documents/cockpit',
  audit: 'cockpit.print',
  summary: { zh: '监管总览（PDF）', en: 'The cockpit as PDF, each figure with its as-of' },
  query: cockpit.query.extend({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: bytes,
  media: 'application/pdf',
});
