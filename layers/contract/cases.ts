import { caseKindCodes, caseWorkers, ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import { caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { movesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { archiveStaff } from '@geoarchive/domain/roles.ts';
import * as z from 'zod';
import {
  caseEvidence,
  caseFacts,
  caseKind,
  caseMessage,
  caseOutcome,
  caseStanding,
  caseState,
  caseText,
  caseTitle,
} from './case-parts.ts';
import { route } from './route.ts';
import { day, gid, page, pageQuery, sha256 } from './shared.ts';

const one = z.object({ id: gid });
const worker = z.object({ sub: z.string(), name: z.string() });

/** A case as staff see it in a list. */
export const staffCase = z.object({
  ...caseFacts.shape,
  ...caseStanding.shape,
  version: z.number().int(),
  /** Who has it in hand, or the role that it waits with. */
  assignee: worker.optional(),
  role: z.enum(archiveStaff).optional(),
  /** Days left of its term; negative when overdue; none when it has ended. */
  daysLeft: z.number().int().optional(),
});
export type StaffCase = z.infer<typeof staffCase>;

/** A message as staff see it: an internal note never leaves the archive. */
export const staffMessage = caseMessage.extend({ internal: z.boolean() });
export type StaffMessage = z.infer<typeof staffMessage>;

export const staffCaseDetail = staffCase.extend({
  messages: z.array(staffMessage),
  /** Moves this caller may make now; `decide` only where they may decide this very case. */
  moves: z.array(z.enum(movesOf(caseLifecycle))),
});
export type StaffCaseDetail = z.infer<typeof staffCaseDetail>;

const internal = { api: 'internal', module: 'cases', allow: [...caseWorkers], scope: 'node' } as const;

export const listCases = route({
  ...internal,
  method: 'GET',
  path: '/cases/items',
  audit: 'case.list',
  summary: { zh: '案件清单', en: 'Cases of the node; those of one deposit or thing with `of`' },
  query: pageQuery.extend({
    show: z.enum(['all', 'open', 'mine', 'unassigned', 'overdue']).default('all'),
    /** Id of a deposit, or of a thing that belongs to none. */
    of: z.string().max(60).optional(),
  }),
  reply: page(staffCase),
});
export const caseFigures = route({
  ...internal,
  method: 'GET',
  path: '/cases/figures',
  audit: 'case.figures',
  summary: { zh: '案件数字', en: 'How many cases of the node go on, are overdue, are in the own hands' },
  reply: z.object({ open: z.number().int(), overdue: z.number().int(), mine: z.number().int() }),
});
export const getCase = route({
  ...internal,
  method: 'GET',
  path: '/cases/items/{id}',
  audit: 'case.read',
  summary: { zh: '案件详情及往来', en: 'One case with its conversation' },
  params: one,
  reply: staffCaseDetail,
});
export const openCase = route({
  ...internal,
  method: 'POST',
  path: '/cases/items',
  audit: 'case.open',
  status: 201,
  summary: { zh: '登记案件', en: 'Open a case, also for somebody who wrote or called' },
  body: z.object({
    kind: caseKind,
    title: caseTitle,
    text: caseText,
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('review'), id: gid }),
      z.object({ kind: z.literal('dossier'), id: gid }),
      z.object({ kind: z.literal('document'), id: z.string().max(60) }),
      z.object({ kind: z.literal('task'), id: gid }),
      z.object({ kind: z.literal('public-notice'), id: gid }),
      /** One that was circulated, by a unit that it evaluates. */
      z.object({ kind: z.literal('evaluation'), id: gid }),
      /** The decided case that an appeal is against. */
      z.object({ kind: z.literal('case'), id: gid }),
      z.object({ kind: z.literal('general') }),
    ]),
    /** Recorded for the submitter, who wrote or called and then sees the case; else it is a matter of the archive's own. */
    fromSubmitter: z.boolean().default(false),
  }),
  reply: staffCaseDetail,
});
export const assignCase = route({
  ...internal,
  method: 'POST',
  path: '/cases/items/{id}/assignment',
  audit: 'case.assign',
  summary: { zh: '受理或转交', en: 'Take it, hand it to a colleague, or give it to a role' },
  params: one,
  body: z.discriminatedUnion('to', [
    z.object({ to: z.literal('me') }),
    z.object({ to: z.literal('colleague'), sub: z.string().max(100) }),
    z.object({ to: z.literal('role'), role: z.enum(caseWorkers) }),
  ]),
  reply: staffCaseDetail,
});
export const listCaseWorkers = route({
  ...internal,
  method: 'GET',
  path: '/cases/workers',
  audit: 'case.list-workers',
  summary: { zh: '办理过案件的同事', en: 'Colleagues of the node who had a case in hand' },
  reply: z.object({ items: z.array(worker) }),
});
const attachmentIds = z.array(gid).max(limits.attachmentsPerMessage).default([]);
export const attachToCase = route({
  ...internal,
  method: 'POST',
  path: '/cases/items/{id}/attachments',
  audit: 'case.attach',
  status: 201,
  summary: {
    zh: '上传附件，供致函或决定引用',
    en: 'Give a file for a message or decision; it is sent only with one',
  },
  params: one,
  body: z.object({
    name: z.string().trim().min(1).max(limits.nameLength),
    content: z.base64().max(Math.ceil(limits.attachmentBytes / 3) * 4),
  }),
  reply: caseEvidence,
});
export const writeCaseMessage = route({
  ...internal,
  method: 'POST',
  path: '/cases/items/{id}/messages',
  audit: 'case.write',
  status: 201,
  summary: { zh: '致函提出人、要求补充说明，或内部备注', en: 'Write to the asker, ask back, or keep a note' },
  params: one,
  body: z.object({
    text: caseText,
    as: z.enum(['message', 'ask', 'note']),
    evidence: attachmentIds,
  }),
  reply: staffCaseDetail,
});
export const resumeCase = route({
  ...internal,
  method: 'POST',
  path: '/cases/items/{id}/resumption',
  audit: 'case.resume',
  summary: { zh: '未获补充，恢复办理', en: 'Go on without an answer' },
  params: one,
  reply: staffCaseDetail,
});
export const decideCase = route({
  ...internal,
  allow: archiveStaff.filter((role) => caseKindCodes.some((kind) => ruleOf(kind).decideBy.includes(role))),
  method: 'POST',
  path: '/cases/items/{id}/decision',
  audit: 'case.decide',
  summary: { zh: '作出决定（写明理由）', en: 'Decide, with reasons' },
  params: one,
  body: z.object({
    outcome: caseOutcome,
    reasons: caseText,
    evidence: attachmentIds,
    /** Where the outcome is another due date. */ due: day.optional(),
  }),
  reply: staffCaseDetail,
});
export const rejectCase = route({
  ...internal,
  method: 'POST',
  path: '/cases/items/{id}/rejection',
  audit: 'case.reject',
  summary: { zh: '不予受理（写明理由）', en: 'Refuse to admit, with the reason' },
  params: one,
  body: z.object({ reason: caseText }),
  reply: staffCaseDetail,
});
export const openCaseEvidence = route({
  ...internal,
  method: 'GET',
  path: '/cases/items/{id}/evidence/{evidence}/content',
  audit: 'case.open-evidence',
  summary: { zh: '打开证据材料（临时链接）', en: 'Link to a piece of evidence, valid for minutes' },
  params: z.object({ id: gid, evidence: gid }),
  reply: z.object({ url: z.string() }),
});

/** A case as its asker sees it. Until the archive has taken it in it has no number. */
export const ownCase = z.object({
  ...caseFacts.shape,
  ...caseStanding.partial({ number: true }).shape,
  state: caseState,
});
export type OwnCase = z.infer<typeof ownCase>;
export const ownCaseDetail = ownCase.extend({
  messages: z.array(caseMessage),
  /** What the asker can do now. */
  can: z.array(z.enum(['write', 'answer', 'withdraw', 'appeal', 'quote'])),
});
export type OwnCaseDetail = z.infer<typeof ownCaseDetail>;

const own = {
  api: 'public',
  module: 'cases',
  allow: ['SUBMITTER', 'SUBMITTER_ADMIN'],
  scope: 'organisation',
} as const;
const evidenceIds = z.array(gid).max(limits.evidencePerLetter).default([]);

export const signEvidence = route({
  ...own,
  method: 'POST',
  path: '/cases/evidence',
  audit: 'case.sign-evidence',
  summary: { zh: '签发证据材料的上传地址', en: 'Sign uploads of evidence, each a PUT with its SHA-256' },
  body: z.object({
    files: z
      .array(
        z.object({
          name: z.string().trim().min(1).max(limits.nameLength),
          size: z.number().int().min(1).max(limits.evidenceBytes),
          sha256,
        }),
      )
      .min(1)
      .max(limits.evidencePerLetter),
  }),
  reply: z.object({
    files: z.array(z.object({ id: gid, url: z.string(), headers: z.record(z.string(), z.string()) })),
  }),
});
export const listOwnCases = route({
  ...own,
  method: 'GET',
  path: '/cases/own',
  audit: 'case.list-own',
  summary: {
    zh: '本单位的案件',
    en: 'Cases of the own organisation; of one deposit with `deposit`, about one task with `task`',
  },
  query: pageQuery.extend({ deposit: gid.optional(), task: gid.optional() }),
  reply: page(ownCase),
});
export const openOwnCase = route({
  ...own,
  method: 'POST',
  path: '/cases/own',
  audit: 'case.open-own',
  status: 201,
  summary: { zh: '提出异议、纠错或咨询', en: 'Open a case: about a deposit, a paper, a task, or in general' },
  body: z.object({
    kind: caseKind.exclude(['appeal']),
    title: caseTitle,
    text: caseText,
    evidence: evidenceIds,
    /** Of a statement: that the pledge is made; the day that is asked for. */
    pledged: z.literal(true).optional(),
    expected: day.optional(),
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('deposit'), id: gid }),
      z.object({ kind: z.literal('document'), id: z.string().max(60) }),
      z.object({ kind: z.literal('task'), id: gid }),
      z.object({ kind: z.literal('public-notice'), id: gid }),
      /** To this archive; a general matter belongs to none by itself. */
      z.object({ kind: z.literal('general'), node: z.string().max(20) }),
    ]),
  }),
  reply: ownCaseDetail,
});
export const getOwnCase = route({
  ...own,
  method: 'GET',
  path: '/cases/own/{id}',
  audit: 'case.read-own',
  summary: { zh: '本单位案件的详情及往来', en: 'One case with its conversation' },
  params: one,
  reply: ownCaseDetail,
});
export const writeOwnCase = route({
  ...own,
  method: 'POST',
  path: '/cases/own/{id}/messages',
  audit: 'case.write-own',
  status: 201,
  summary: { zh: '补充说明', en: 'Write to the archive: the answer to what it asked' },
  params: one,
  body: z.object({ text: caseText, evidence: evidenceIds }),
  reply: ownCaseDetail,
});
export const withdrawOwnCase = route({
  ...own,
  method: 'POST',
  path: '/cases/own/{id}/withdrawal',
  audit: 'case.withdraw-own',
  status: 202,
  summary: { zh: '撤回案件', en: 'Withdraw a case' },
  params: one,
  body: z.object({ reason: caseText }),
  reply: ownCaseDetail,
});
export const appealOwnCase = route({
  ...own,
  method: 'POST',
  path: '/cases/own/{id}/appeal',
  audit: 'case.appeal-own',
  status: 201,
  summary: { zh: '对决定提出申诉', en: 'Appeal against a decision: a case of its own' },
  params: one,
  body: z.object({ text: caseText, evidence: evidenceIds }),
  reply: ownCaseDetail,
});
export const openOwnEvidence = route({
  ...own,
  method: 'GET',
  path: '/cases/own/{id}/evidence/{evidence}/content',
  audit: 'case.open-own-evidence',
  summary: {
    zh: '打开馆藏机构发来的附件（临时链接）',
    en: 'Link to a file that the archive sent, valid for minutes',
  },
  params: z.object({ id: gid, evidence: gid }),
  reply: z.object({ url: z.string() }),
});
