import { recordFieldCodes, visitorKindCodes, visitorKinds } from '@geoarchive/domain/cases/visitors.ts';
import * as z from 'zod';
import { caseFacts, caseMessage, caseStanding, caseState, caseText, caseTitle } from './case-parts.ts';
import { type ReplyOf, route } from './route.ts';
import { gid, instant } from './shared.ts';

const open = { api: 'public', module: 'reports', allow: 'everyone', scope: 'all' } as const;

/** The secret code of a case as its visitor types it: 120 bits, 24 characters in groups of four. */
const code = z.string().trim().min(24).max(60);

/** What visitors of the portal write about a published record. Nobody signs in; the code in the reply is all they get. */
export const sendReport = route({
  ...open,
  method: 'POST',
  path: '/reports/items',
  audit: 'report.send',
  status: 201,
  summary: { zh: '公众纠错或咨询', en: 'Report an error in a published record, or ask about it' },
  body: z
    .object({
      kind: z.enum(visitorKindCodes),
      record: z.object({
        id: gid,
        node: z.string().min(1).max(20),
        archiveNumber: z.string().regex(/^[A-Za-z0-9-]{1,30}$/),
      }),
      /** What is wrong in it; an error report says so. */
      field: z.enum(recordFieldCodes).optional(),
      title: caseTitle,
      text: caseText,
      name: z.string().trim().max(60).default(''),
      /** E-mail address or telephone number, as the visitor wishes. */
      contact: z.string().trim().max(120).default(''),
      /** Left empty by people, who do not see it. */
      website: z.string().max(300).default(''),
    })
    .refine(({ kind, field }) => kind !== 'error-report' || field !== undefined, { path: ['field'] })
    .refine(({ kind, contact }) => visitorKinds[kind].contact === 'optional' || contact !== '', {
      path: ['contact'],
    }),
  reply: z.object({ code: z.string() }),
});

export const readReport = route({
  ...open,
  method: 'GET',
  path: '/reports/answer',
  audit: 'report.read',
  summary: {
    zh: '凭查询码查看办理情况',
    en: 'How a report stands and what the archive answered, by its code',
  },
  /** In the query because paths are logged and queries are not. */
  query: z.object({ code }),
  reply: z.object({
    ...caseFacts.pick({ kind: true, node: true, title: true, openedAt: true }).shape,
    ...caseStanding.pick({ number: true, due: true, ended: true }).partial({ number: true }).shape,
    subject: caseFacts.shape.subject.pick({ kind: true, id: true, label: true, field: true }),
    state: caseState,
    /** Neither the names of staff nor those that the visitor gave: whoever has the code may not be the visitor. */
    decision: caseStanding.shape.decision.unwrap().omit({ by: true }).optional(),
    messages: z.array(caseMessage.omit({ by: true })),
    can: z.array(z.enum(['answer'])),
  }),
});
export type ReportAnswer = ReplyOf<typeof readReport>;

export const answerReport = route({
  ...open,
  method: 'POST',
  path: '/reports/messages',
  audit: 'report.answer',
  status: 201,
  summary: { zh: '补充说明', en: 'Answer what the archive asked back' },
  body: z.object({ code, text: caseText }),
  reply: z.object({ at: instant }),
});

export const openReportEvidence = route({
  ...open,
  method: 'GET',
  path: '/reports/evidence/{evidence}',
  audit: 'report.open-evidence',
  summary: {
    zh: '凭查询码打开答复的附件（临时链接）',
    en: 'Link to a file that the archive sent with its answer, by the code; valid for minutes',
  },
  params: z.object({ evidence: gid }),
  query: z.object({ code }),
  reply: z.object({ url: z.string() }),
});
