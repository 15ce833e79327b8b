import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { archive } from '@geoarchive/contract/routes.ts';

/** What a checker looks through, part by part. */
export const sections = ['description', 'duty', 'report', 'files'] as const;
export type Section = (typeof sections)[number];
export type ReviewDetail = ReplyOf<typeof archive.getReview>;
