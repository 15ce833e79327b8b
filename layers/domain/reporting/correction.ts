import { type Measured, type Result, ranked, scoreOf, totalled } from './evaluate.ts';
import { type IndicatorCode, indicators, type Weights } from './evaluation.ts';

/** An indicator of a unit as it should have been: what was counted, of how many. */
export type CorrectedItem = { indicator: IndicatorCode; part: number; whole: number };
/** What a granted appeal changes of a circulated evaluation: indicators of the unit that appealed. */
export type Correction = { unit: string; items: readonly CorrectedItem[] };

const measuredOf = ({ part, whole }: CorrectedItem): Measured =>
  whole === 0 ? { part, whole } : { part, whole, score: scoreOf(part, whole) };

/** Results with a correction made: the total of its unit follows by the weights that were circulated, and everybody's rank. */
export const corrected = (
  results: readonly Result[],
  { unit, items }: Correction,
  weights: Weights,
): Result[] =>
  ranked(
    results.map((one) =>
      one.unit === unit
        ? totalled(
            unit,
            {
              ...one.indicators,
              ...Object.fromEntries(items.map((item) => [item.indicator, measuredOf(item)])),
            },
            weights,
          )
        : one,
    ),
  );

/** What a correction changed, old beside new. */
export type Changed = {
  items: { indicator: IndicatorCode; before: Measured; after: Measured }[];
  total: { before?: number | undefined; after?: number | undefined };
  rank: { before?: number | undefined; after?: number | undefined };
};

/** The editions of an evaluation: the results as they are after all corrections, and what each of them changed. */
export const editionsOf = (
  circulated: readonly Result[],
  corrections: readonly Correction[],
  weights: Weights,
): { results: Result[]; changed: Changed[] } => {
  let results = [...circulated];
  const changed = corrections.map((one): Changed => {
    const of = (all: readonly Result[]) => all.find(({ unit }) => unit === one.unit);
    const before = of(results);
    results = corrected(results, one, weights);
    const after = of(results);
    return {
      items: one.items.map(({ indicator }) => ({
        indicator,
        before: before?.indicators[indicator] ?? {},
        after: after?.indicators[indicator] ?? {},
      })),
      total: { before: before?.total, after: after?.total },
      rank: { before: before?.rank, after: after?.rank },
    };
  });
  return { results, changed };
};

type Why = 'not-measured' | 'too-many' | 'twice' | 'same';

/** Why items cannot be corrected so, each by its indicator: what nothing measures, more than there is, what stands so already. */
export const wrongItems = (
  { unit, items }: Correction,
  results: readonly Result[],
): { indicator: IndicatorCode; why: Why }[] => {
  const known = results.find((one) => one.unit === unit);
  const whyNot = ({ indicator, part, whole }: CorrectedItem, at: number): Why | undefined => {
    const was = known?.indicators[indicator];
    if (indicators[indicator].measure.kind === 'nothing') return 'not-measured';
    if (part > whole) return 'too-many';
    if (items.findIndex((one) => one.indicator === indicator) < at) return 'twice';
    return was?.part === part && was.whole === whole ? 'same' : undefined;
  };
  return items.flatMap((item, at) => {
    const why = whyNot(item, at);
    return why === undefined ? [] : [{ indicator: item.indicator, why }];
  });
};
