/** Where in the archive's bucket lies what was sent to be imported, curves too, and what exports brought: neither is kept for good. */
export const importPrefix = 'hole-imports/';
export const exportPrefix = 'holes/exports/';

/**
 * Days for which both are kept, as a rule of the bucket. An import may be begun within the 30 days for which its batches stand in the
 * table; what it names lies there some days longer, since a rule of a bucket counts whole days from midnight.
 */
export const keptDays = { imports: 40, exports: 30 } as const;
/** What was sent before so many days outlives no import that is begun now. */
export const youngDays = keptDays.imports - 30 - 1;
