import {
  agreementLifecycle,
  custodyReaders,
  entrustedKinds,
  entrusters,
} from '@geoarchive/domain/custody/agreement.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { authority, custodian, custodyFile, link, sentFile, text } from './custody-parts.ts';
import { route } from './route.ts';
import { day, gid, instant, page, pageQuery } from './shared.ts';

const base = { api: 'internal', module: 'custody', allow: [...custodyReaders], scope: 'node' } as const;
const entrusting = { ...base, allow: [...entrusters] } as const;
const one = z.object({ id: gid });

const contact = z.object({
  side: z.enum(['authority', 'custodian']),
  /** An office, or a person in that office. */
  name: text(100),
  phone: z.string().trim().max(60).optional(),
  email: z.string().trim().max(200).optional(),
});

/** What an agreement says. */
export const agreementInput = z.object({
  custodian,
  authority,
  title: text(200),
  /** Number of the signed paper, where that has one. */
  reference: z.string().trim().max(60).optional(),
  scope: z.object({
    kinds: z.array(z.enum(entrustedKinds)).min(1),
    /** Slugs of the code list of data classes. */
    classes: z.array(z.string().max(60)).max(50).default([]),
    /** Basins, blocks, mines, in words. */
    area: z.string().trim().max(2000).optional(),
  }),
  duties: text(10_000),
  start: day,
  end: day,
  contacts: z.array(contact).max(10).default([]),
  /** The agreement that this one renews once it is signed. */
  predecessor: gid.optional(),
});
export type AgreementInput = z.infer<typeof agreementInput>;

const handBack = z.object({ plan: text(10_000), by: day, to: text(200) });
const said = z.object({
  move: z.enum(movesOf(agreementLifecycle)),
  text: z.string(),
  by: z.string(),
  at: instant,
});

/** Papers of one agreement. */
export const mostDocuments = 50;
export const agreementBody = agreementInput.extend({
  /** The custodian: its people see it, and its trail is theirs. */
  node: custodian,
  number: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  documents: z.array(custodyFile).max(mostDocuments),
  successor: z.object({ id: gid, number: z.string() }).optional(),
  handBack: handBack.optional(),
  said: z.array(said).max(50),
  /** The reminder of its end that was last told, days before it; -1 when it had expired. */
  noticed: z.object({ days: z.number().int(), end: day }).optional(),
});
export type AgreementBody = z.infer<typeof agreementBody>;

export const agreement = agreementBody.omit({ noticed: true }).extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(agreementLifecycle)),
  standing: z.enum(['running', 'soon', 'expired']),
  moves: z.array(z.enum(movesOf(agreementLifecycle))),
  mayEdit: z.boolean(),
});
export type Agreement = z.infer<typeof agreement>;

export const listAgreements = route({
  ...base,
  method: 'GET',
  path: '/custody/agreements',
  audit: 'custody.list-agreements',
  summary: { zh: '委托协议清单，按到期日', en: 'Agreements of custody, by their end' },
  query: pageQuery.extend({
    custodian: custodian.optional(),
    state: z.enum(statesOf(agreementLifecycle)).optional(),
    standing: z.enum(['soon', 'expired']).optional(),
  }),
  reply: page(agreement),
});
export const getAgreement = route({
  ...base,
  method: 'GET',
  path: '/custody/agreements/{id}',
  audit: 'custody.read-agreement',
  summary: { zh: '委托协议详情', en: 'One agreement of custody' },
  params: one,
  reply: agreement,
});
export const draftAgreement = route({
  ...entrusting,
  method: 'POST',
  path: '/custody/agreements',
  audit: 'custody.draft-agreement',
  status: 201,
  summary: { zh: '起草委托协议', en: 'Draft an agreement; the ministry any, a province its own' },
  body: agreementInput,
  reply: agreement,
});
export const editAgreement = route({
  ...entrusting,
  method: 'PUT',
  path: '/custody/agreements/{id}',
  audit: 'custody.edit-agreement',
  summary: { zh: '修改委托协议草稿', en: 'Change the draft of an agreement' },
  params: one,
  body: agreementInput.omit({ custodian: true, authority: true, predecessor: true }),
  reply: agreement,
});
export const moveAgreement = route({
  ...entrusting,
  method: 'POST',
  path: '/custody/agreements/{id}/moves',
  audit: 'custody.move-agreement',
  summary: {
    zh: '签订、作废、终止或确认交还（签订续签协议时，原协议一并转为已续签）',
    en: 'Sign, drop, end or confirm the hand-back; signing a successor renews the agreement before it',
  },
  params: one,
  body: z.object({
    move: z.enum(['sign', 'drop', 'end', 'confirm-back']),
    text: text(2000),
    /** Where it ends: what goes back to whom by when. */
    handBack: handBack.optional(),
  }),
  reply: agreement,
});
export const attachToAgreement = route({
  ...entrusting,
  method: 'POST',
  path: '/custody/agreements/{id}/documents',
  audit: 'custody.attach-document',
  status: 201,
  summary: { zh: '上传协议文件（PDF、图片、文本）', en: 'Attach a paper to an agreement' },
  params: one,
  body: sentFile,
  reply: agreement,
});
export const openAgreementDocument = route({
  ...base,
  method: 'GET',
  path: '/custody/agreements/{id}/documents/{file}/content',
  audit: 'custody.open-document',
  summary: { zh: '打开协议文件（临时链接）', en: 'Link to a paper of an agreement, valid for minutes' },
  params: z.object({ id: gid, file: gid }),
  reply: link,
});
