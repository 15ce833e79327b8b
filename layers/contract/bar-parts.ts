import { isDay } from '@geoarchive/domain/dates.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { barChangeKinds } from '@geoarchive/domain/supervision/bar-changes.ts';
import { barEnds, barKinds, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { acts } from '@geoarchive/domain/supervision/eligibility.ts';
import * as z from 'zod';

const day = z.string().refine(isDay, 'YYYY-MM-DD');
const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'ULID');

/** A task that was owed and overdue when a bar began. */
const barredTask = z.object({ id, number: z.string(), due: day });

/** What a bar rests on: a case of chasing, and the number of the paper (circular, penalty) that has this effect. */
export const barCause = z.object({ kind: z.enum(['chase']), id, number: z.string() });

/** A bar (禁止准入) as everybody may know it who has to heed it; who of the staff decided is the archive's own. */
export const bar = z.object({
  id,
  state: z.enum(statesOf(barLifecycle)),
  kind: z.enum(barKinds),
  organisation: z.string(),
  organisationName: z.string().optional(),
  node: z.string(),
  cause: barCause,
  from: day,
  /** Its last day, where it has one. */
  until: day.optional(),
  tasks: z.array(barredTask),
  beganAt: z.iso.datetime(),
  /** `on` is the first day on which it bars nothing any more. */
  ended: z
    .object({ on: day, at: z.iso.datetime(), reason: z.union([z.enum(barEnds), z.literal('lifted')]) })
    .optional(),
});
export type Bar = z.infer<typeof bar>;

/** One entry of the feed of changes: numbered from 1 without gaps, never changed. */
export const barChange = z.object({
  sequence: z.number().int().min(1),
  at: z.iso.datetime(),
  change: z.enum(barChangeKinds),
  bar: id,
  organisation: z.string(),
  organisationName: z.string().optional(),
  /** The article that it rests on. */
  ground: z.enum(barKinds),
  /** The circular or decision. */
  paper: z.string(),
  node: z.string(),
  /** From which day: the first that is barred, or the first that is not any more. */
  on: day,
  /** The last barred day, where that is known when it begins. */
  until: day.optional(),
  /** What may not be granted, or may be granted again as far as this bar goes. */
  acts: z.array(z.enum(acts)),
});
export type BarChange = z.infer<typeof barChange>;

/** A registry or funder that is told of every bar, by the code of its organisation. */
export const barRecipient = z.object({
  organisation: z.string(),
  name: z.string(),
  told: z.boolean(),
  /** Since when it is told, or is not any more, by whom and why. */
  since: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
  version: z.number().int(),
});
export type BarRecipient = z.infer<typeof barRecipient>;
