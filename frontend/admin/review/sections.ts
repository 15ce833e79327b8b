import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { archive } from '@geoarchive/contract/routes.ts';

export type ReviewDetail = ReplyOf<typeof archive.getReview>;
