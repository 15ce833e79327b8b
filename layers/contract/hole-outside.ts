import * as z from 'zod';
import { logFacts, partCounts, partKind } from './hole-parts.ts';
import { day, gid, instant, sha256 } from './shared.ts';

const text = z.string();

/** A hole as the public sees it: its place rounded, nothing of its children but what was released. */
export const publicHole = z.object({
  id: gid,
  version: z.number().int(),
  node: text,
  hole: text,
  unifiedNumber: text.optional(),
  project: text.optional(),
  mineArea: text.optional(),
  holeType: text,
  wellClass: text.optional(),
  wellShape: text.optional(),
  mineral: text.optional(),
  workDegree: text.optional(),
  industry: text.optional(),
  basin: text.optional(),
  region: text.optional(),
  mapSheet: text.optional(),
  /** Degrees in CGCS2000, rounded to `step`. */
  place: z.object({ longitude: z.number(), latitude: z.number(), step: z.number() }).optional(),
  startedOn: day.optional(),
  finishedOn: day.optional(),
  finalDepth: z.number().optional(),
  dip: z.number().optional(),
  azimuth: z.number().optional(),
  status: text.optional(),
  archiveNumber: text.optional(),
  custodian: text.optional(),
  coreKeeper: text.optional(),
  protectedUntil: day.optional(),
  publishedAt: instant,
  access: z.enum(['open', 'catalogue-only']),
  parts: z.array(partKind),
  counts: partCounts,
  logs: z.array(logFacts),
  strata: z.array(text),
});
export type PublicHole = z.infer<typeof publicHole>;

/** An object of a bundle, proven by the signed manifest. */
export const contentFile = z.object({ key: text, sha256 });
