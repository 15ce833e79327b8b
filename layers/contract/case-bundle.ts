import { letterKinds } from '@geoarchive/domain/cases/lifecycle.ts';
import * as z from 'zod';
import { caseEvidence, caseFacts, caseText } from './case-parts.ts';
import { consentAnswer, quoteAnswer } from './service-parts.ts';
import { gid, instant } from './shared.ts';

/** Evidence on its way: where it lies in the intake bucket, for the archive to fetch and to prove. */
export const sentEvidence = caseEvidence.extend({ key: z.string(), versionId: z.string().optional() });

/** A letter as it was written: one act of the asker. */
export const caseLetter = z.object({
  letterId: gid,
  caseId: gid,
  /** Running number of the letters of this case: the archive takes them in their order. */
  no: z.number().int().min(1),
  node: z.string(),
  organisation: z.string(),
  kind: z.enum(letterKinds),
  at: instant,
  by: z.string(),
  text: caseText,
  /** Of the first letter: what the case is. */
  opens: caseFacts.optional(),
  /** Of a submitter's answer about a record of a request for use; its thread is the item. */
  consent: z.object({ requestId: gid, itemId: gid, answer: consentAnswer }).optional(),
  /** Of the asker's answer to a quote: which one was read. */
  quote: z.object({ no: z.number().int(), answer: quoteAnswer }).optional(),
  evidence: z.array(sentEvidence),
});

/** A bundle of door 1 that carries one letter: signed, numbered, complete in itself with the evidence it names. */
export const caseLetterBundle = caseLetter.extend({
  format: z.literal('geoarchive-case-letter/1'),
  /** Running number of the letters to this node: what is missing shows. */
  sequence: z.number().int(),
});
export type CaseLetterBundle = z.infer<typeof caseLetterBundle>;
