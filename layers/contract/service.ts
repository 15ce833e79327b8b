import { caseWorkers } from '@geoarchive/domain/cases/kinds.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { archiveStaff } from '@geoarchive/domain/roles.ts';
import {
  askerKindCodes,
  consenters,
  purposeCodes,
  useAskers,
  useDeciders,
  useLimits,
  useModeCodes,
} from '@geoarchive/domain/service/codes.ts';
import { needCodes } from '@geoarchive/domain/service/eligibility.ts';
import { grantLifecycle, reviewOutcomeCodes } from '@geoarchive/domain/service/grant.ts';
import { useItemLifecycle } from '@geoarchive/domain/service/item.ts';
import { lenders } from '@geoarchive/domain/service/loan.ts';
import { chargeCodes, paymentCodes, priceLimits } from '@geoarchive/domain/service/prices.ts';
import * as z from 'zod';
import { caseText } from './case-parts.ts';
import { ownCase, ownCaseDetail, signEvidence, staffCase, staffCaseDetail } from './cases.ts';
import { route } from './route.ts';
import {
  consentAnswer,
  consentQuestion,
  grantFacts,
  priceList,
  quoteAnswer,
  useItem,
} from './service-parts.ts';
import { bilingual, day, gid, page, pageQuery } from './shared.ts';

const one = z.object({ id: gid });
const evidenceIds = z.array(gid).max(limits.evidencePerLetter).default([]);
/** Read so that a forged one is seen, refused and written down; nothing else is ever done with it. */
const forged = z.unknown().optional();

// --- Who asks: the public API, in the intake plane. Theirs alone, whatever organisation they belong to.

const own = { api: 'public', module: 'service', allow: [...useAskers], scope: 'organisation' } as const;

export const signUseEvidence = route({
  ...own,
  method: 'POST',
  path: '/service/evidence',
  audit: 'service.sign-evidence',
  summary: { zh: '签发证件、介绍信的上传地址', en: 'Sign uploads of identity papers and letters' },
  body: signEvidence.body,
  reply: signEvidence.reply,
});
export const fileUseRequest = route({
  ...own,
  method: 'POST',
  path: '/service/requests',
  audit: 'service.file',
  status: 201,
  summary: { zh: '提交利用申请', en: 'File a request for use' },
  body: z.object({
    node: z.string().max(20),
    purpose: z.enum(purposeCodes),
    askerKind: z.enum(askerKindCodes),
    unit: z.string().trim().max(200).optional(),
    text: caseText,
    records: z
      .array(
        z.object({
          id: gid,
          title: z.string().trim().min(1).max(300),
          note: z.string().trim().max(useLimits.noteLength).optional(),
          consent: forged,
        }),
      )
      .min(1)
      .max(useLimits.itemsPerRequest),
    evidence: evidenceIds,
    /** The version of the terms that were read and accepted. */
    accepted: z.string().max(20),
    consent: forged,
  }),
  reply: ownCaseDetail,
});
export const listOwnUseRequests = route({
  ...own,
  method: 'GET',
  path: '/service/requests',
  audit: 'service.list-own',
  summary: { zh: '我的利用申请', en: 'My requests for use' },
  query: pageQuery,
  reply: page(ownCase),
});
export const getOwnUseRequest = route({
  ...own,
  method: 'GET',
  path: '/service/requests/{id}',
  audit: 'service.read-own',
  summary: { zh: '利用申请的进展及往来', en: 'One request with its conversation' },
  params: one,
  reply: ownCaseDetail,
});
export const writeOwnUseRequest = route({
  ...own,
  method: 'POST',
  path: '/service/requests/{id}/messages',
  audit: 'service.write-own',
  status: 201,
  summary: { zh: '补充说明或材料', en: 'Write to the archive: the answer to what it asked' },
  params: one,
  body: z.object({ text: caseText, evidence: evidenceIds, consent: forged }),
  reply: ownCaseDetail,
});
export const withdrawOwnUseRequest = route({
  ...own,
  method: 'POST',
  path: '/service/requests/{id}/withdrawal',
  audit: 'service.withdraw-own',
  status: 202,
  summary: { zh: '撤回申请', en: 'Withdraw a request' },
  params: one,
  body: z.object({ reason: caseText }),
  reply: ownCaseDetail,
});
export const answerQuote = route({
  ...own,
  method: 'POST',
  path: '/service/requests/{id}/quote-answer',
  audit: 'service.answer-quote',
  status: 202,
  summary: { zh: '接受或不接受报价', en: 'Accept or decline what it costs' },
  params: one,
  body: z.object({ no: z.number().int().min(1), answer: quoteAnswer }),
  reply: ownCaseDetail,
});
export const openOwnUseEvidence = route({
  ...own,
  method: 'GET',
  path: '/service/requests/{id}/evidence/{evidence}/content',
  audit: 'service.open-own-evidence',
  summary: { zh: '打开馆藏机构发来的附件', en: 'Link to a file that the archive sent, valid for minutes' },
  params: z.object({ id: gid, evidence: gid }),
  reply: z.object({ url: z.string() }),
});

// --- Who submitted the data is asked for its consent.

const consenting = { ...own, allow: [...consenters] };
export const ownConsent = consentQuestion.extend({
  state: z.enum(['asked', 'given', 'refused', 'closed']),
  answeredAt: z.string().optional(),
  answeredBy: z.string().optional(),
});
export type OwnConsent = z.infer<typeof ownConsent>;
export const listConsents = route({
  ...consenting,
  method: 'GET',
  path: '/service/consents',
  audit: 'service.list-consents',
  summary: { zh: '征求本单位同意的利用申请', en: 'What the own organisation is asked to consent to' },
  query: pageQuery,
  reply: page(ownConsent),
});
export const answerConsent = route({
  ...consenting,
  method: 'POST',
  path: '/service/consents/{id}/answer',
  audit: 'service.answer-consent',
  status: 202,
  summary: {
    zh: '同意或不同意利用（本单位的书面意见）',
    en: 'Consent or refuse, as an act of the organisation',
  },
  params: one,
  body: z.object({ answer: consentAnswer, text: caseText }),
  reply: ownConsent,
});

// --- Staff: the internal API, in the archive plane. Conversation, assignment and evidence are routes of cases.

const internal = { api: 'internal', module: 'service', scope: 'node' } as const;
/** Requests and grants name people: who works on cases sees them. */
const reading = { ...internal, allow: [...caseWorkers] };
const deciding = { ...internal, allow: [...useDeciders] };

const need = z.enum(needCodes);
export const staffUseItem = useItem.extend({
  /** What the record is now; none where the archive has no such record that may be asked for. */
  archiveNumber: z.string().optional(),
  submitter: z.string().optional(),
  protectedUntil: day.optional(),
  fileCount: z.number().int().optional(),
  needs: z.array(need),
  findings: z.array(z.object({ code: z.string(), need, why: bilingual, source: z.string() })),
  /** Needs that are not met by what is known, before staff say what they looked at. */
  moves: z.array(z.enum(movesOf(useItemLifecycle))),
});
export type StaffUseItem = z.infer<typeof staffUseItem>;
export const useRequestDetail = staffCaseDetail.extend({
  items: z.array(staffUseItem),
  /** The days and reads that the form of a grant begins with. */
  defaults: z.object({ days: z.number().int(), reads: z.number().int() }),
  /** The price list that counts today; none where use is free. */
  prices: priceList.optional(),
});
export type UseRequestDetail = z.infer<typeof useRequestDetail>;

export const listUseRequests = route({
  ...reading,
  method: 'GET',
  path: '/service/requests',
  audit: 'service.list',
  summary: { zh: '利用申请', en: 'Requests for use of the node' },
  query: pageQuery.extend({
    show: z.enum(['all', 'open', 'mine', 'unassigned', 'overdue']).default('open'),
  }),
  reply: page(staffCase),
});
export const getUseRequest = route({
  ...reading,
  method: 'GET',
  path: '/service/requests/{id}',
  audit: 'service.read',
  summary: { zh: '利用申请：逐件核对利用条件', en: 'One request, with what each record takes' },
  params: one,
  reply: useRequestDetail,
});
const ofItem = z.object({ id: gid, item: gid });
export const askConsent = route({
  ...deciding,
  method: 'POST',
  path: '/service/requests/{id}/items/{item}/consent-question',
  audit: 'service.ask-consent',
  summary: { zh: '征求汇交人书面同意', en: 'Ask the submitter for its consent' },
  params: ofItem,
  body: z.object({ text: caseText }),
  reply: useRequestDetail,
});
export const attachConsent = route({
  ...deciding,
  method: 'POST',
  path: '/service/requests/{id}/items/{item}/consent-paper',
  audit: 'service.attach-consent',
  summary: { zh: '核验并登记书面同意材料', en: 'Take a consent paper after looking at it' },
  params: ofItem,
  body: z.object({ evidence: gid, text: caseText }),
  reply: useRequestDetail,
});
export const decideUseItem = route({
  ...deciding,
  method: 'POST',
  path: '/service/requests/{id}/items/{item}/decision',
  audit: 'service.decide',
  summary: { zh: '逐件决定：许可或不予许可', en: 'Grant or refuse one record, with reasons' },
  params: ofItem,
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('refuse'), reasons: caseText }),
    z.object({
      outcome: z.literal('grant'),
      reasons: caseText,
      mode: z.enum(useModeCodes),
      days: z.number().int().min(1).max(useLimits.longestDays),
      allowed: z.number().int().min(1).max(useLimits.mostReads),
      watermark: z.boolean().default(true),
      conditions: z.string().trim().max(1000).optional(),
      /** Number of the approval, where the route for foreign users asks for one. */
      approval: z.string().trim().max(100).optional(),
      /** Numbers of files; all that may be given where it is empty. */
      files: z.array(z.number().int().min(1)).max(useLimits.filesPerGrant).default([]),
      /** What staff looked at and found good. */
      checked: z.array(need).default([]),
    }),
  ]),
  reply: useRequestDetail,
});

export const quoteUseRequest = route({
  ...deciding,
  method: 'POST',
  path: '/service/requests/{id}/quotes',
  audit: 'service.quote',
  summary: {
    zh: '报价（不列项目即为免费提供）',
    en: 'Say what it costs by the price list; without lines it is free of charge',
  },
  params: one,
  body: z.object({
    lines: z
      .array(
        z.object({
          charge: z.enum(chargeCodes),
          quantity: z.number().int().min(1).max(priceLimits.quantity),
        }),
      )
      .max(priceLimits.lines),
    text: caseText,
  }),
  reply: useRequestDetail,
});
export const notePayment = route({
  ...deciding,
  method: 'POST',
  path: '/service/requests/{id}/payment',
  audit: 'service.pay',
  summary: { zh: '登记缴费并出具收据', en: 'Note the payment; its receipt is issued' },
  params: one,
  body: z.object({
    on: day,
    how: z.enum(paymentCodes),
    reference: z.string().trim().max(100).optional(),
  }),
  reply: useRequestDetail,
});

export const grantDetail = grantFacts.extend({
  used: z.number().int(),
  moves: z.array(z.enum(movesOf(grantLifecycle))),
  /** Whether this caller is to review it after the fact: open, and not granted by them. */
  reviews: z.boolean(),
});
export type GrantDetail = z.infer<typeof grantDetail>;
export const listGrants = route({
  ...reading,
  method: 'GET',
  path: '/service/grants',
  audit: 'service.list-grants',
  summary: { zh: '利用许可', en: 'Grants of the node' },
  query: pageQuery.extend({
    request: gid.optional(),
    state: z.enum(statesOf(grantLifecycle)).optional(),
    /** Only those whose review after the fact is still to be made. */
    review: z.literal('open').optional(),
  }),
  reply: page(grantDetail),
});
export const getGrant = route({
  ...reading,
  method: 'GET',
  path: '/service/grants/{id}',
  audit: 'service.read-grant',
  summary: { zh: '利用许可详情', en: 'One grant' },
  params: one,
  reply: grantDetail,
});
export const extendGrant = route({
  ...deciding,
  method: 'POST',
  path: '/service/grants/{id}/extension',
  audit: 'service.extend-grant',
  summary: { zh: '延期或增加次数', en: 'Give more time or more reads' },
  params: one,
  body: z.object({
    days: z.number().int().min(0).max(useLimits.longestDays),
    reads: z.number().int().min(0).max(useLimits.mostReads),
    reason: caseText,
  }),
  reply: grantDetail,
});
export const visitGrant = route({
  ...internal,
  allow: [...lenders, 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  method: 'POST',
  path: '/service/grants/{id}/visits',
  audit: 'service.visit-grant',
  summary: { zh: '登记到馆利用一次', en: 'Record that it was used on site, once' },
  params: one,
  reply: grantDetail,
});
export const reviewGrant = route({
  ...deciding,
  method: 'POST',
  path: '/service/grants/{id}/review',
  audit: 'service.review-grant',
  summary: { zh: '事后复核（须由另一人）', en: 'Review after the fact, by another person than who granted' },
  params: one,
  body: z.object({ outcome: z.enum(reviewOutcomeCodes), text: caseText }),
  reply: grantDetail,
});
export const withdrawGrant = route({
  ...deciding,
  method: 'POST',
  path: '/service/grants/{id}/withdrawal',
  audit: 'service.withdraw-grant',
  summary: { zh: '收回许可', en: 'Withdraw a grant' },
  params: one,
  body: z.object({ reason: caseText }),
  reply: grantDetail,
});

export const usageFact = z.object({
  node: z.string(),
  day,
  recordId: gid,
  way: z.enum(['read-online', 'download', 'on-site', 'open-download', 'open-robot']),
  purpose: z.string(),
  askerKind: z.string(),
  count: z.number().int(),
  bytes: z.number(),
});
export type UsageFact = z.infer<typeof usageFact>;
const sum = z.object({ key: z.string(), count: z.number().int(), bytes: z.number() });
export const useFigures = route({
  ...internal,
  allow: [...archiveStaff],
  method: 'GET',
  path: '/service/figures',
  audit: 'service.figures',
  summary: { zh: '利用统计', en: 'What was used in a year, summed up' },
  query: z.object({ year: z.string().regex(/^\d{4}$/) }),
  reply: z.object({
    year: z.string(),
    node: z.string(),
    total: sum.omit({ key: true }),
    byWay: z.array(sum),
    byPurpose: z.array(sum),
    byAskerKind: z.array(sum),
    byMonth: z.array(sum),
    /** How many records were used, also those that are not listed. */
    records: z.number().int(),
    byRecord: z.array(sum.extend({ title: z.string().optional() })),
  }),
});
