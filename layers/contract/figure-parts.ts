import * as z from 'zod';
import { instant } from './shared.ts';

/** The open figures of a year: sums over the reports that were nationally accepted, and over how many of all units that is. */
export const yearFigures = z.object({
  year: z.number().int(),
  /** Counts up each time the figures of the year are opened anew. */
  version: z.number().int(),
  openedAt: instant,
  accepted: z.number().int(),
  units: z.number().int(),
  sums: z.record(z.string(), z.object({ n: z.number(), units: z.number().int() })),
});
export type YearFigures = z.infer<typeof yearFigures>;
