import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import {
  chaseLifecycle,
  chasePapers,
  chasers,
  chaseTasksMost,
  chaseTrackCodes,
  fineRange,
  nextSteps,
  serviceChannelCodes,
} from '@geoarchive/domain/supervision/chase.ts';
import * as z from 'zod';
import { documentNumber } from './documents.ts';
import { job } from './jobs.ts';
import { route } from './route.ts';
import { bilingual, day, gid, instant, page, pageQuery, task } from './shared.ts';

const readers = [
  ...chasers,
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'CERTIFICATE_OFFICER',
  'INSPECTOR',
] as const;
const read = { api: 'internal', module: 'supervision', allow: [...readers], scope: 'node' } as const;
const write = { ...read, allow: [...chasers] } as const;
const one = z.object({ id: gid });
const ofPaper = z.object({ id: gid, number: documentNumber });
const words = z.string().trim().max(2000);
const organisation = z.string().trim().min(1).max(60);
/** Another archive's, for the ministry. */
const node = z.string().max(20).optional();

/** How a paper reached the party. */
const serving = z.object({
  channel: z.enum(serviceChannelCodes),
  on: day,
  note: z.string().trim().max(500).default(''),
});
const reply = z.object({ on: day, text: words.min(1) });
const recorded = z.object({ by: z.string(), at: instant });

/** One step of a chase, with its paper. */
export const chaseStep = z.object({
  step: z.enum(['demand', ...nextSteps]),
  paper: z.string(),
  on: day,
  until: day.optional(),
  amount: z.number().int().optional(),
  text: z.string(),
  by: z.string(),
  at: instant,
  served: serving.extend(recorded.shape).optional(),
  reply: reply.extend(recorded.shape).optional(),
});

/** A chase as lists show it. */
export const chase = z.object({
  id: gid,
  track: z.enum(chaseTrackCodes).default('overdue'),
  state: z.enum(statesOf(chaseLifecycle)),
  version: z.number().int(),
  node: z.string(),
  organisation: z.string(),
  organisationName: z.string().optional(),
  openedAt: instant,
  taskIds: z.array(gid).max(chaseTasksMost),
  steps: z.array(chaseStep),
  ended: z.object({ at: instant, by: z.string().optional(), reason: z.string().optional() }).optional(),
});
export type Chase = z.infer<typeof chase>;

const shownStep = chaseStep.extend({
  kind: z.enum(Object.values(chasePapers)),
  void: z.boolean(),
  /** The last day of the term, counted from service where that was later than the paper. */
  ends: day.optional(),
});
/** A chase with its tasks as they stand, and what can be done next or why not. */
export const chaseDetail = chase.extend({
  steps: z.array(shownStep),
  tasks: z.array(task),
  next: z.enum(nextSteps).optional(),
  hindrance: bilingual.optional(),
  mayChase: z.boolean(),
});
export type ChaseDetail = z.infer<typeof chaseDetail>;

export const listChases = route({
  ...read,
  method: 'GET',
  path: '/supervision/chases',
  audit: 'chase.list',
  summary: { zh: '催交清单', en: 'Chases of an archive, newest first, or those of one organisation' },
  query: pageQuery.extend({
    state: z.enum(statesOf(chaseLifecycle)).optional(),
    organisation: organisation.optional(),
    node,
  }),
  reply: page(chase),
});
export const countChases = route({
  ...read,
  method: 'GET',
  path: '/supervision/chases/counts',
  audit: 'chase.count',
  summary: { zh: '各环节的催交数', en: 'How many chases stand in each state' },
  query: z.object({ node }),
  reply: z.object({ counts: z.record(z.enum(statesOf(chaseLifecycle)), z.number().int()) }),
});

/** An organisation with overdue tasks, and the chase that is under way. */
export const chaseParty = z.object({
  organisation: z.string(),
  organisationName: z.string().optional(),
  tasks: z.number().int(),
  /** The earliest due day. */
  oldest: day,
  running: gid.optional(),
});
export type ChaseParty = z.infer<typeof chaseParty>;
const overdueBy = z.coerce.number().int().min(1).max(3650).default(1);
export const previewChases = route({
  ...write,
  method: 'GET',
  path: '/supervision/chases/preview',
  audit: 'chase.preview',
  summary: {
    zh: '可催交的单位：逾期任务与正在进行的催交',
    en: 'Who has open overdue tasks, and whether a chase is under way',
  },
  query: z.object({ overdueBy, organisation: organisation.optional(), node }),
  reply: z.object({
    items: z.array(chaseParty),
    /** There are more overdue tasks than one look takes in. */
    more: z.boolean(),
  }),
});

const demand = { overdueBy, until: day.optional(), text: words.default(''), node };
export const startChase = route({
  ...write,
  method: 'POST',
  path: '/supervision/chases',
  audit: 'chase.demand',
  status: 201,
  summary: { zh: '对一个单位催交（出具催交通知书）', en: 'Demand what an organisation owes, by a paper' },
  body: z.object({ ...demand, organisation }),
  reply: chaseDetail,
});
export const startFraudChase = route({
  ...write,
  method: 'POST',
  path: '/supervision/chases/fraud',
  audit: 'chase.accuse',
  status: 201,
  summary: {
    zh: '对弄虚作假且逾期未改正的告知拟处罚（第二十一条）',
    en: 'Announce the penalty of art. 21 for what was returned and not corrected by its day',
  },
  body: z.object({
    /** Of one organisation and archive, each with its day of correction missed. */
    tasks: z.array(gid).min(1).max(chaseTasksMost),
    until: day.optional(),
    /** What was forged, and how that was found. */
    text: words.min(1),
  }),
  reply: chaseDetail,
});
export const chaseBatch = z.object({ ...demand, organisations: z.array(organisation).min(1).max(500) });
export const startChases = route({
  ...write,
  method: 'POST',
  path: '/supervision/chases/batches/{id}',
  audit: 'chase.demand-many',
  status: 202,
  summary: { zh: '批量催交（后台作业）', en: 'Demand from many organisations, as a job; never twice' },
  params: one,
  body: chaseBatch,
  reply: job,
});
export const getChase = route({
  ...read,
  method: 'GET',
  path: '/supervision/chases/{id}',
  audit: 'chase.read',
  summary: { zh: '催交详情', en: 'One chase: steps, papers, tasks as they stand' },
  params: one,
  reply: chaseDetail,
});
export const stepChase = route({
  ...write,
  method: 'POST',
  path: '/supervision/chases/{id}/steps',
  audit: 'chase.step',
  status: 201,
  summary: {
    zh: '下一环节：责令、告知、处罚、通报（出具文书）',
    en: 'The next step, with its paper: order, announcement, fine, circular',
  },
  params: one,
  body: z.object({
    step: z.enum(nextSteps),
    until: day.optional(),
    text: words.default(''),
    /** Of `propose` and `fine`, in CNY, within art. 20; art. 21 sets its own. */
    amount: z.number().int().min(fineRange.least).max(fineRange.most).optional(),
    /** Of `fine`: what the party said and what came of it. */
    heard: words.optional(),
  }),
  reply: chaseDetail,
});
export const recordService = route({
  ...write,
  method: 'PUT',
  path: '/supervision/chases/{id}/papers/{number}/service',
  audit: 'chase.serve',
  summary: { zh: '登记送达', en: 'Record how and when a paper was served' },
  params: ofPaper,
  body: serving,
  reply: chaseDetail,
});
export const recordReply = route({
  ...write,
  method: 'PUT',
  path: '/supervision/chases/{id}/papers/{number}/reply',
  audit: 'chase.reply',
  summary: { zh: '登记当事人的答复、陈述或申辩', en: 'Record what the party answered' },
  params: ofPaper,
  body: reply,
  reply: chaseDetail,
});
export const dropChase = route({
  ...write,
  method: 'POST',
  path: '/supervision/chases/{id}/drop',
  audit: 'chase.drop',
  summary: { zh: '终止催交（写明理由）', en: 'Drop a chase, with the reason' },
  params: one,
  body: z.object({ reason: words.min(1) }),
  reply: chaseDetail,
});
