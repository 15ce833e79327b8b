import {
  dutyRule,
  type ReleaseDraft,
  type RoutingDraft,
  type RuleDraft,
  releaseRule,
  routingRule,
} from '@geoarchive/contract/rules.ts';
import { shippedReleaseRules } from '@geoarchive/domain/release-rules.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import type * as z from 'zod';

/** What one family of rules differs in from the others: what comes with the system, and what of a rule a draft does not speak of. */
export type Family<R, D> = {
  shipped: readonly { id: string }[];
  schema: z.ZodType<R>;
  /** The version after the last one. Only what a draft does not speak of is taken over: a condition left out is one taken away. */
  next: (last: R, draft: D) => R;
};
type Numbered = { id: string; version: number };
const family = <R extends Numbered, D>(of: Family<R, D>): Family<R, D> => of;

export const families = {
  duty: family({
    shipped: shippedRules,
    schema: dutyRule,
    next: ({ id, version, name, sources, occasion, ground }, draft: RuleDraft) => ({
      ...{ id, version: version + 1, name, sources, occasion, ground },
      ...draft,
    }),
  }),
  routing: family({
    shipped: shippedRouting,
    schema: routingRule,
    next: ({ id, version, name, ground }, draft: RoutingDraft) => ({
      ...{ id, version: version + 1, name, ground },
      ...draft,
    }),
  }),
  release: family({
    shipped: shippedReleaseRules,
    schema: releaseRule,
    next: ({ id, version, name, sources, counted, ground }, draft: ReleaseDraft) => ({
      ...{ id, version: version + 1, name, sources, counted, ground },
      ...draft,
    }),
  }),
};
