import { indicatorCodes, indicators, type Measure, type Weights, weightOf } from './evaluation.ts';
import type { FactKind } from './facts.ts';
import type { Sums } from './fold.ts';
import { monthsIn, type Period } from './period.ts';
import { type Values, valuesOf } from './values.ts';

/** What an indicator came to, 0 to 100; without a score it is not measured (未测), or there was nothing to measure. */
export type Measured = { score?: number | undefined; part?: number | undefined; whole?: number | undefined };

/** To a tenth, rounded down: what is not whole is never 100. */
export const scoreOf = (part: number, whole: number): number => Math.floor((part * 1000) / whole) / 10;

const measured = (measure: Measure, values: Values, period: Period): Measured => {
  if (measure.kind === 'nothing') return {};
  if (measure.kind === 'months') {
    const value = values[measure.figure];
    // Of a unit that keeps no dossiers, a custodian say, nothing can be fresh.
    if (value?.n === undefined || (values['T3.dossiers']?.n ?? 0) === 0) return {};
    const [part, whole] = [Object.keys(value.by?.month ?? {}).length, monthsIn(period)];
    return { part, whole, score: scoreOf(part, whole) };
  }
  const [part, whole] = [values[measure.part]?.n, values[measure.whole]?.n];
  if (part === undefined || whole === undefined) return {};
  return whole === 0 ? { part, whole } : { part, whole, score: scoreOf(part, whole) };
};

export type Result = {
  unit: string;
  indicators: Record<string, Measured>;
  /** The weighted mean of what was measured, and how much of the weight that is in percent. */
  total?: number | undefined;
  covered: number;
  rank?: number | undefined;
};

/** What indicators of a unit come to; what was not measured counts neither for nor against it. */
export const totalled = (
  unit: string,
  found: Readonly<Record<string, Measured>>,
  weights: Weights,
): Result => {
  let [sum, weight, all] = [0, 0, 0];
  for (const code of indicatorCodes) {
    const counts = weightOf(code, weights);
    const score = found[code]?.score;
    all += counts;
    if (score === undefined) continue;
    sum += score * counts;
    weight += counts;
  }
  const covered = all === 0 ? 0 : Math.floor((weight * 100) / all);
  return {
    ...{ unit, indicators: { ...found }, covered },
    ...(weight === 0 ? {} : { total: Math.floor((sum * 10) / weight) / 10 }),
  };
};

/** The best first; equal totals share a rank, who has nothing measured has none. */
export const ranked = (found: readonly Result[]): Result[] => {
  const results = found.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1) || (a.unit < b.unit ? -1 : 1));
  return results.map(({ rank: _, ...one }) =>
    one.total === undefined
      ? one
      : { ...one, rank: 1 + results.filter(({ total }) => (total ?? -1) > (one.total ?? 0)).length },
  );
};

/**
 * The units evaluated and ranked. Only what was counted from
 * operations counts; nothing that a unit entered itself.
 */
export const evaluate = (
  units: readonly {
    unit: string;
    sums: Sums;
    sourced?: readonly FactKind[] | undefined;
    figures?: readonly string[] | undefined;
  }[],
  period: Period,
  weights: Weights = {},
): Result[] =>
  ranked(
    units.map(({ unit, sums, ...counted }) => {
      const values = valuesOf(sums, {}, counted);
      const found = indicatorCodes.map((code) => [code, measured(indicators[code].measure, values, period)]);
      return totalled(unit, Object.fromEntries(found), weights);
    }),
  );
