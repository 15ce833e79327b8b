import { isDay } from '@geoarchive/domain/dates.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { dueGrounds } from '@geoarchive/domain/supervision/due-grounds.ts';
import { occasionKinds } from '@geoarchive/domain/supervision/occasions.ts';
import { fundingLevels, happeningKinds } from '@geoarchive/domain/supervision/register.ts';
import { dataKinds } from '@geoarchive/domain/supervision/rules.ts';
import * as z from 'zod';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const day = z.string().refine(isDay, 'YYYY-MM-DD');
const organisation = z.string().trim().min(1).max(60);
const regionCode = z.string().trim().max(12);
/** Corners as they were given, block by block. */
const area = z.array(z.array(z.string().max(100)).max(5_000)).max(100);
const number = z.string().trim().min(1).max(50);

export const offset = z.object({
  days: z.number().int().min(-3650).max(3650),
  kind: z.enum(['calendar', 'working']),
  rollsOver: z.boolean().optional(),
});
export const dataKind = z.enum(dataKinds);

/** How a due date was reckoned: enough to do it again years later. */
export const reckoning = z.object({
  rule: z.string(),
  version: z.number().int(),
  name: bilingual,
  reference: bilingual,
  occasion: z.enum(occasionKinds),
  on: day,
  days: z.number().int(),
  kind: z.enum(['calendar', 'working']),
  rollsOver: z.boolean(),
  /** Where days off count: days off in the week and weekends worked, as the holiday tables had them then. */
  calendar: z.object({ off: z.array(day), work: z.array(day) }).optional(),
  due: day,
});
export type Reckoning = z.infer<typeof reckoning>;
export const receiver = z.object({
  node: z.string(),
  rule: z.string(),
  /** Left out by proofs from before rules of routing had versions, and where no rule holds. */
  version: z.number().int().optional(),
  name: bilingual.optional(),
  reference: bilingual,
  forwardsTo: z.array(z.string()),
  instead: z.string().optional(),
});
/**
 * A due date that the authority decided in place of the reckoned one. Force majeure (Regulation art. 11) asks for a written notice and
 * gives no extension by itself: the new date is the authority's own decision, recorded as such.
 */
export const decidedDue = z.object({
  due: day,
  /** The day that counted before, and counts again when the decision is taken back. */
  reckoned: day,
  ground: z.enum(dueGrounds),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** The notice of force majeure that it answers: a case. */
  statement: z.object({ id: z.string(), number: z.string() }).optional(),
});

/** What a task rests on that was made from the registers: which entry, what for, and the proof of its due date. */
export const taskBasis = z.object({
  registerId: z.string(),
  registerNumber: z.string(),
  subject: z.string(),
  needs: z.array(dataKind),
  proof: z.object({ decides: reckoning, beside: z.array(reckoning), receiver }),
});
export type TaskBasis = z.infer<typeof taskBasis>;

export const term = z.object({
  id: z.string(),
  from: day,
  to: day.optional(),
  rightTo: day.optional(),
  retention: z.boolean().optional(),
  newData: z.boolean().optional(),
});
export const happening = z.object({
  id: z.string(),
  kind: z.enum(happeningKinds),
  on: day,
  note: z.string().max(200).optional(),
});
export const holding = z.object({ from: day, organisation, name: z.string().max(200).optional() });

/** A licence, project or other work that raises duties to submit, with its history. */
export const registerEntry = z.object({
  kind: z.enum(taskSources),
  number,
  name: z.string().trim().min(1).max(255),
  holders: z.array(holding).max(100),
  terms: z.array(term).max(100),
  happenings: z.array(happening).max(100),
  funding: z.enum(fundingLevels).optional(),
  funderRegion: regionCode.optional(),
  minerals: z.array(z.string().max(60)).max(50),
  marine: z.boolean().optional(),
  regions: z.array(regionCode).max(50),
  area: area.optional(),
});

/** A row of an import: how the licence or project stands now. What is left out stays as it is. */
export const registerRow = z.object({
  kind: z.enum(taskSources),
  number,
  name: z.string().trim().min(1).max(255),
  holder: organisation,
  holderName: z.string().trim().max(200).optional(),
  transferredOn: day.optional(),
  from: day,
  to: day.optional(),
  rightTo: day.optional(),
  retention: z.boolean().optional(),
  newData: z.boolean().optional(),
  happening: z.enum(happeningKinds).optional(),
  happenedOn: day.optional(),
  happeningNote: z.string().max(200).optional(),
  funding: z.enum(fundingLevels).optional(),
  funderRegion: regionCode.optional(),
  minerals: z.array(z.string().trim().max(60)).max(50).optional(),
  marine: z.boolean().optional(),
  regions: z.array(regionCode).max(50).optional(),
  area: area.optional(),
});
export type RegisterRowInput = z.infer<typeof registerRow>;
