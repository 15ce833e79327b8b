import { limits } from '../limits.ts';

/** Where in the archive's bucket lies what was sent to be imported, curves too, and what exports brought: neither is kept for good. */
export const importPrefix = 'hole-imports/';
export const exportPrefix = 'holes/exports/';

/**
 * Days for which both are kept, as a rule of the bucket. An import may be begun as long as its batches stand in the
 * table (`limits.importWaitsDays`); what it names lies there some days longer, since a rule of a bucket counts whole days from midnight.
 */
export const keptDays = { imports: 40, exports: 30 } as const;
/** What was sent before so many days outlives no import that is begun now. */
export const youngDays = keptDays.imports - limits.importWaitsDays - 1;
