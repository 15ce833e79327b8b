import { type Fact, type FactKind, type FactOf, sourcedFacts } from './facts.ts';
import type { RuleOf } from './figure.ts';
import type { Period } from './period.ts';
import { figures } from './tables/tables.ts';
import { type Dimension, dimensionCodes } from './words.ts';

/** What a figure comes to, whole and by its parts. */
export type Sum = { n: number; by?: Partial<Record<Dimension, Record<string, number>>> | undefined };
/** Of one unit: code of the figure → what it comes to. Figures that nothing counted into are left out. */
export type Sums = Record<string, Sum>;
/** Told of each fact that counts in a figure. */
export type Evidence = (figure: string, fact: Pick<Fact, 'of' | 'id' | 'no' | 'unit'>) => void;

type Counted<K extends FactKind> = { code: string; rule: RuleOf<K> };
type Plan = { [K in FactKind]: Counted<K>[] };

/** The rules by the kind of fact that they read: each fact meets its own only. */
const plan: Plan = {
  ...{ task: [], review: [], dossier: [], hole: [], chase: [], case: [] },
  ...{
    transfer: [],
    holding: [],
    holdingChange: [],
    usage: [],
    copy: [],
    request: [],
    opening: [],
    backup: [],
    uptime: [],
  },
};
const note = <K extends FactKind>(code: string, rule: RuleOf<K>): void => {
  const of: K = rule.fact;
  plan[of].push({ code, rule });
};
for (const { code, source } of figures) if (source.kind === 'operations') note<FactKind>(code, source.rule);

/** Whole numbers as they are; what has decimals to a millionth, so that the order of adding does not show. */
const plus = (a: number, b: number): number =>
  Number.isInteger(a) && Number.isInteger(b) ? a + b : Math.round((a + b) * 1e6) / 1e6;

const addBy = <K extends FactKind>(sum: Sum, rule: RuleOf<K>, fact: FactOf<K>, amount: number): void => {
  if (rule.by === undefined) return;
  for (const name of dimensionCodes) {
    const part = rule.by[name]?.(fact);
    if (part === undefined) continue;
    sum.by ??= {};
    const parts = sum.by[name] ?? {};
    parts[part] = plus(parts[part] ?? 0, amount);
    sum.by[name] = parts;
  }
};

/**
 * Folds facts into the figures of a period, of all units at once, in one pass. It goes on from sums that an earlier part came to, so that a
 * long fold can be done in steps; the order of facts does not matter.
 */
export const folding = (
  period: Period,
  evidence?: Evidence,
  before: Iterable<readonly [string, Sums]> = [],
) => {
  const byUnit = new Map<string, Sums>(before);
  const sumsOf = (unit: string): Sums => {
    const known = byUnit.get(unit);
    if (known !== undefined) return known;
    const fresh: Sums = {};
    byUnit.set(unit, fresh);
    return fresh;
  };
  const add = <K extends FactKind>(fact: FactOf<K>): void => {
    const of: K = fact.of;
    for (const { code, rule } of plan[of]) {
      if (!rule.when(fact, period)) continue;
      const amount = rule.amount === undefined ? 1 : rule.amount(fact);
      const sums = sumsOf(fact.unit);
      const sum = sums[code] ?? { n: 0 };
      sums[code] = sum;
      sum.n = plus(sum.n, amount);
      addBy(sum, rule, fact, amount);
      evidence?.(code, fact);
    }
  };
  return { add: (fact: Fact) => add(fact), sums: (): ReadonlyMap<string, Sums> => byUnit };
};

/** Whether a figure of operations has a source; without one it is entered by hand or not measured. */
export const isSourced = (kind: FactKind, sourced: readonly FactKind[] = sourcedFacts): boolean =>
  sourced.includes(kind);
