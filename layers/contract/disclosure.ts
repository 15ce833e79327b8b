import { disclosers, noticeKindCodes, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { liftReasons, noticeItem, noticeText } from './disclosure-parts.ts';
import { route } from './route.ts';
import { day, gid, instant, page, pageQuery } from './shared.ts';

const readers = [...disclosers, 'ARCHIVE_CHECKER', 'ARCHIVE_KEEPER', 'SECRECY_OFFICER', 'INSPECTOR'] as const;
const read = { api: 'internal', module: 'supervision', allow: [...readers], scope: 'node' } as const;
const write = { ...read, allow: [...disclosers] } as const;
const one = z.object({ id: gid });
const organisation = z.string().trim().min(1).max(60);
const name = z.string().trim().max(200);
/** Another archive's, for the ministry. */
const node = z.string().max(20).optional();
const person = z.object({ sub: z.string(), name: z.string() });
const reason = z.string().trim().min(1).max(1000);
const state = z.enum(statesOf(publicNoticeLifecycle));

/** A notice as the authority keeps it. */
export const noticeBody = z.object({
  node: z.string(),
  kind: z.enum(noticeKindCodes),
  organisation,
  organisationName: name.optional(),
  /** The chase that it rests on, where it rests on one. */
  chase: gid.optional(),
  paper: z.string().optional(),
  amount: z.number().int().optional(),
  text: noticeText,
  items: z.array(noticeItem.extend({ taskId: gid })).max(100),
  /** The last day that was asked for. */
  until: day.optional(),
  proposedBy: person,
  proposedAt: instant,
  decided: z.object({ by: person, at: instant, reason: reason.optional() }).optional(),
  number: z.string().optional(),
  publishedOn: day.optional(),
  objectUntil: day.optional(),
  /** The last day on which the portal shows it in its present state. */
  shownUntil: day.optional(),
  suspended: z.object({ on: day, reason, by: z.string().optional(), caseId: gid.optional() }).optional(),
  suspendedBefore: z.boolean(),
  /** Objections of the party, also those that suspended nothing or were decided; the oldest first. */
  objections: z.array(z.object({ caseId: gid, number: z.string(), on: day })).optional(),
  lifted: z
    .object({ on: day, reason: z.enum(liftReasons), text: noticeText.optional(), by: z.string().optional() })
    .optional(),
  withdrawn: z.object({ on: day, reason, by: z.string().optional() }).optional(),
  endedOn: day.optional(),
  corrects: z.object({ id: gid, number: z.string(), what: noticeText }).optional(),
  correctedBy: z.object({ id: gid, number: z.string() }).optional(),
});
export type NoticeBody = z.infer<typeof noticeBody>;

export const staffNotice = noticeBody.extend({
  id: gid,
  state,
  version: z.number().int(),
  /** What this caller may do with it now. */
  moves: z.array(z.enum(movesOf(publicNoticeLifecycle))),
  mayCorrect: z.boolean(),
});
export type StaffNotice = z.infer<typeof staffNotice>;

export const listStaffNotices = route({
  ...read,
  method: 'GET',
  path: '/supervision/public-notices',
  audit: 'disclosure.list',
  summary: { zh: '公示清单', en: 'Public notices of an archive, newest first, or those of one organisation' },
  query: pageQuery.extend({ state: state.optional(), organisation: organisation.optional(), node }),
  reply: page(staffNotice),
});
export const countStaffNotices = route({
  ...read,
  method: 'GET',
  path: '/supervision/public-notices/counts',
  audit: 'disclosure.count',
  summary: { zh: '各状态的公示数', en: 'How many public notices stand in each state' },
  query: z.object({ node }),
  reply: z.object({ counts: z.record(state, z.number().int()) }),
});

/** An organisation with overdue tasks, and the notice about it that stands. */
export const noticeCandidate = z.object({
  organisation: z.string(),
  organisationName: z.string().optional(),
  tasks: z.number().int(),
  oldest: day,
  standing: gid.optional(),
});
export type NoticeCandidate = z.infer<typeof noticeCandidate>;
const ofTasks = z.enum(['overdue', 'abnormal']);
const overdueBy = z.coerce.number().int().min(1).max(3650).default(1);
export const listCandidates = route({
  ...write,
  method: 'GET',
  path: '/supervision/public-notices/candidates',
  audit: 'disclosure.candidates',
  summary: {
    zh: '可公示的单位：逾期任务与已有公示',
    en: 'Who has overdue tasks, and whether a notice about them stands',
  },
  query: z.object({ kind: ofTasks, overdueBy, node }),
  reply: z.object({ items: z.array(noticeCandidate), more: z.boolean() }),
});

const written = { text: noticeText.default(''), until: day.optional() };
export const proposeNotice = route({
  ...write,
  method: 'POST',
  path: '/supervision/public-notices',
  audit: 'disclosure.propose',
  status: 201,
  summary: {
    zh: '提出公示（由另一人复核后发布）',
    en: 'Propose a public notice; somebody else publishes it',
  },
  body: z.discriminatedUnion('kind', [
    z.object({ ...written, kind: ofTasks, organisation, overdueBy, node }),
    z.object({ ...written, kind: z.enum(['circular', 'penalty']), chase: gid }),
  ]),
  reply: staffNotice,
});
export const getStaffNotice = route({
  ...read,
  method: 'GET',
  path: '/supervision/public-notices/{id}',
  audit: 'disclosure.read',
  summary: { zh: '公示详情', en: 'One public notice' },
  params: one,
  reply: staffNotice,
});
/** What people may do with a notice; the others follow by rule. */
export const noticeActs = ['publish', 'refuse', 'suspend', 'resume', 'lift', 'withdraw'] as const;
export type NoticeAct = (typeof noticeActs)[number];
export const moveNotice = route({
  ...write,
  method: 'POST',
  path: '/supervision/public-notices/{id}/moves',
  audit: 'disclosure.move',
  summary: {
    zh: '复核发布、不同意、暂停、恢复、解除、撤回',
    en: 'Publish, refuse, suspend, resume, lift, withdraw',
  },
  params: one,
  body: z.object({
    move: z.enum(noticeActs),
    /** Of everything but publishing and resuming. */
    reason: reason.optional(),
    /** Of publishing: that nothing in it is secret, protected or private. */
    declared: z.boolean().default(false),
  }),
  reply: staffNotice,
});
export const correctNotice = route({
  ...write,
  method: 'POST',
  path: '/supervision/public-notices/{id}/corrections',
  audit: 'disclosure.correct',
  status: 201,
  summary: {
    zh: '提出更正：另一人复核后以更正公示代替原公示',
    en: 'Propose a correction: once published it replaces the notice, and the trace stays',
  },
  params: one,
  body: z.object({
    /** What was wrong, for everybody to read. */
    what: noticeText.min(1),
    text: noticeText,
    organisationName: name.optional(),
    amount: z.number().int().min(0).optional(),
    /** Numbers of tasks to leave out. */
    without: z.array(z.string().max(100)).max(100).default([]),
  }),
  reply: staffNotice,
});
