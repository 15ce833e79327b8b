import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { askerKindCodes, purposeCodes, useLimits, useModeCodes } from '@geoarchive/domain/service/codes.ts';
import { grantLifecycle, reviewOutcomeCodes } from '@geoarchive/domain/service/grant.ts';
import { useItemLifecycle } from '@geoarchive/domain/service/item.ts';
import {
  chargeCodes,
  chargeUnitCodes,
  paymentCodes,
  quoteLifecycle,
} from '@geoarchive/domain/service/prices.ts';
import * as z from 'zod';
import { day, gid, instant } from './shared.ts';

const note = z.string().trim().max(useLimits.noteLength);

/** A record that is asked for, as the person named it; the archive looks it up and takes the title from its own. */
const askedRecord = z.object({
  itemId: gid,
  recordId: gid,
  title: z.string().max(300),
  note: note.optional(),
});

/** What a request for use (利用申请) says beside its text; it never changes. There is no place in it for a consent. */
export const useAsked = z.object({
  purpose: z.enum(purposeCodes),
  askerKind: z.enum(askerKindCodes),
  unit: z.string().trim().max(200).optional(),
  records: z.array(askedRecord).min(1).max(useLimits.itemsPerRequest),
  /** The version of the terms that were accepted. */
  terms: z.string(),
});

export const consentAnswer = z.enum(['given', 'refused']);
const useConsent = z.object({
  answer: consentAnswer,
  at: instant,
  by: z.string(),
  /** Answered inside the system by this organisation; or a paper that staff looked at. */
  organisation: z.string().optional(),
  paper: gid.optional(),
  text: z.string().optional(),
});
/** How a submitter was asked: who, in which words, and when. */
const consentAsked = z.object({
  organisation: z.string(),
  text: z.string().max(limits.messageLength),
  at: instant,
});

/** A record of a request as it stands. */
export const useItem = z.object({
  itemId: gid,
  recordId: gid,
  title: z.string(),
  note: z.string().optional(),
  state: z.enum(statesOf(useItemLifecycle)),
  asked: consentAsked.optional(),
  consent: useConsent.optional(),
  reasons: z.string().optional(),
  grant: z.object({ id: gid, number: z.string() }).optional(),
});
export type UseItem = z.infer<typeof useItem>;

/** What the asker may know of it: not what the submitter was asked, nor who answered for it. */
export const ownUseItem = useItem
  .omit({ asked: true, consent: true })
  .extend({ consent: consentAnswer.optional() });
export type OwnUseItem = z.infer<typeof ownUseItem>;

const fen = z.number().int().min(0);
/** A price list (收费标准) as a deployment sets it. */
export const priceList = z.object({
  version: z.string(),
  from: day,
  until: day.optional(),
  items: z.array(z.object({ charge: z.enum(chargeCodes), unit: z.enum(chargeUnitCodes), fen })),
});
export const quoteLine = z.object({
  charge: z.enum(chargeCodes),
  unit: z.enum(chargeUnitCodes),
  fen,
  quantity: z.number().int(),
  sum: fen,
});
/** What a request for use costs (报价), as both sides see it. */
export const quote = z.object({
  /** Running number among the quotes of the request: an answer names the one that was read. */
  no: z.number().int(),
  state: z.enum(statesOf(quoteLifecycle)),
  /** The version of the price list. */
  prices: z.string(),
  lines: z.array(quoteLine),
  total: fen,
  at: instant,
  by: z.string(),
  answeredAt: instant.optional(),
  paid: z
    .object({
      on: day,
      how: z.enum(paymentCodes),
      reference: z.string().optional(),
      /** Number of the receipt. */
      receipt: z.string(),
    })
    .optional(),
});
export type Quote = z.infer<typeof quote>;
export const quoteAnswer = z.enum(['accepted', 'declined']);

/** A file of a grant as its user sees it; `no` is its number in the dossier. */
const grantFile = z.object({
  no: z.number().int(),
  path: z.string(),
  size: z.number().int(),
  format: z.string(),
  mime: z.string(),
});
export type GrantFile = z.infer<typeof grantFile>;

/** A grant (利用许可) as everybody concerned may know it; `version` orders what is told of it. */
export const grantFacts = z.object({
  id: gid,
  number: z.string(),
  version: z.number().int(),
  state: z.enum(statesOf(grantLifecycle)),
  requestId: gid,
  /** `sub` of the one person who may use it. */
  person: z.string(),
  personName: z.string(),
  unit: z.string().optional(),
  recordId: gid,
  title: z.string(),
  node: z.string(),
  purpose: z.enum(purposeCodes),
  askerKind: z.enum(askerKindCodes),
  mode: z.enum(useModeCodes),
  from: day,
  until: day,
  allowed: z.number().int(),
  watermark: z.boolean(),
  conditions: z.string().optional(),
  files: z.array(grantFile).max(useLimits.filesPerGrant),
  /** Files that could not be given as the grant wants them, and why: `not-stampable`, `too-large`. */
  left: z.array(z.object({ no: z.number().int(), path: z.string(), why: z.string() })),
  ended: z.string().optional(),
  /** Number of the approval by which data go to a foreign user (涉外提供审批文号). */
  approval: z.string().optional(),
  /** Of one that was given at once (救灾等公共利益): reviewed after the fact, by another person, until a day. */
  review: z
    .object({
      due: day,
      done: z
        .object({ outcome: z.enum(reviewOutcomeCodes), by: z.string(), at: instant, text: z.string() })
        .optional(),
    })
    .optional(),
});
export type GrantFacts = z.infer<typeof grantFacts>;

/** What the submitter is asked: enough to decide, and nothing of the identity papers. */
export const consentQuestion = z.object({
  requestId: gid,
  itemId: gid,
  node: z.string(),
  organisation: z.string(),
  number: z.string(),
  title: z.string(),
  purpose: z.enum(purposeCodes),
  askerKind: z.enum(askerKindCodes),
  asker: z.string(),
  unit: z.string().optional(),
  text: z.string().max(limits.messageLength),
  askedAt: instant,
});
export type ConsentQuestion = z.infer<typeof consentQuestion>;
/** How a question ended: by the submitter's answer, or because none is needed any more. */
export const consentEnded = z.object({
  state: z.enum([...consentAnswer.options, 'closed']),
  answeredAt: instant.optional(),
  answeredBy: z.string().optional(),
});
export type ConsentEnded = z.infer<typeof consentEnded>;
