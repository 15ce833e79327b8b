import { isDay } from '@geoarchive/domain/dates.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { barEnds, barKinds, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
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
