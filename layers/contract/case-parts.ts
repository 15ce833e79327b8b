import { caseKindCodes, outcomes, subjectKinds } from '@geoarchive/domain/cases/kinds.ts';
import { caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { recordFieldCodes } from '@geoarchive/domain/cases/visitors.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import * as z from 'zod';
import { ownUseItem, quote, useAsked } from './service-parts.ts';
import { day, gid, instant, sha256 } from './shared.ts';

const namesOf = <K extends string>(table: Record<K, unknown>): K[] => {
  const names: K[] = [];
  for (const name in table) names.push(name);
  return names;
};

export const caseKind = z.enum(caseKindCodes);
export const caseState = z.enum(statesOf(caseLifecycle));
export const caseOutcome = z.enum(namesOf(outcomes));
/** What people write in a case: no more than one event to intake can carry. */
export const caseText = z.string().trim().min(1).max(limits.messageLength);
export const caseTitle = z.string().trim().min(1).max(120);

/** What a case is about. Cases about a deposit, its papers and its dossier are found by `depositId`. */
export const caseSubject = z.object({
  kind: z.enum(namesOf(subjectKinds)),
  /** Id of the thing, number of a paper; none of a general matter. */
  id: z.string().max(60).optional(),
  /** As people know it; never the title of a state secret. */
  label: z.string().max(300),
  depositId: gid.optional(),
  round: z.number().int().optional(),
  taskId: gid.optional(),
  /** Which part of a published record is said to be wrong. */
  field: z.enum(recordFieldCodes).optional(),
});
export type CaseSubject = z.infer<typeof caseSubject>;

/** A piece of evidence (证据材料) as people see it. */
export const caseEvidence = z.object({
  id: gid,
  name: z.string(),
  size: z.number().int(),
  sha256,
  format: z.string(),
});
export type CaseEvidence = z.infer<typeof caseEvidence>;

/** A message that both sides see. */
export const caseMessage = z.object({
  id: gid,
  at: instant,
  from: z.enum(['asker', 'archive']),
  by: z.string(),
  text: z.string(),
  evidence: z.array(caseEvidence).default([]),
});
export type CaseMessage = z.infer<typeof caseMessage>;

/** What a statement about a task (承诺、说明) says beside its text: the pledge as it was read, the day that is asked for. */
const caseStatement = z.object({ pledge: z.string().optional(), expected: day.optional() });

/** What a case was opened with; it never changes. */
export const caseFacts = z.object({
  id: gid,
  kind: caseKind,
  node: z.string(),
  title: z.string(),
  subject: caseSubject,
  /** Who asks: an organisation outside, which then sees the case; a visitor of the portal; or somebody of the archive itself. */
  asker: z.object({
    organisation: z.string().optional(),
    visitor: z.literal(true).optional(),
    /** `sub` of a person who asks for data to use: theirs alone, whatever organisation they belong to. */
    person: z.string().optional(),
    name: z.string(),
    /** Where a visitor can be reached, as they wrote it. */
    contact: z.string().optional(),
  }),
  openedAt: instant,
  openedBy: z.string(),
  against: z.object({ id: gid, number: z.string() }).optional(),
  statement: caseStatement.optional(),
  /** Of a request for use: what is asked for. */
  use: useAsked.optional(),
});
export type CaseFacts = z.infer<typeof caseFacts>;

/** How a case stands, as both sides see it. */
export const caseStanding = z.object({
  number: z.string(),
  state: caseState,
  due: day.optional(),
  decision: z
    .object({
      outcome: caseOutcome,
      reasons: z.string(),
      by: z.string(),
      at: instant,
      /** Of a statement: the day that was decided, the receipt that was issued. */
      due: day.optional(),
      paper: z.string().optional(),
      /** The decision letter, say. */
      evidence: z.array(caseEvidence).default([]),
    })
    .optional(),
  /** Why it ended without a decision. */
  ended: z.object({ reason: z.string(), at: instant }).optional(),
  appealUntil: day.optional(),
  /** Of a request for use: how each record stands. */
  uses: z.array(ownUseItem).optional(),
  /** Where a price list is set: what it costs, the newest quote. */
  quote: quote.optional(),
});
export type CaseStanding = z.infer<typeof caseStanding>;
