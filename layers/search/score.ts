import { type TextField, WEIGHTS } from './fields.ts';
import type { Clause } from './parse.ts';

/** A way to meet a clause, and what it counts; `field` undefined: anywhere. */
export type Tier = { weight: number; field: TextField | undefined };

/**
 * The ways to meet a clause, the one that decides whether it is met at all first. A record's score is the sum, over the
 * clauses, of the best way each is met.
 */
export const tiersOf = ({ field }: Clause): readonly [Tier, ...Tier[]] => {
  const weightOf = (wanted: TextField | undefined) => WEIGHTS.find((w) => w.field === wanted)?.weight ?? 1;
  if (field !== undefined) return [{ weight: weightOf(field), field }];
  return [{ weight: weightOf(undefined), field: undefined }, ...WEIGHTS.filter((w) => w.field !== undefined)];
};
