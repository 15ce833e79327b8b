import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from './evaluate.ts';
import { evaluationTitle, indicatorCodes, indicators } from './evaluation.ts';
import { folding, type Sums } from './fold.ts';
import { yearPeriod } from './period.ts';
import { figureOf } from './tables/tables.ts';
import { anyFact } from './testing/arbitraries.ts';

const period = yearPeriod(2025);
const of = (sums: Record<string, number>): Sums =>
  Object.fromEntries(Object.entries(sums).map(([code, n]) => [code, { n }]));

test('indicators name figures that there are', () => {
  const named = indicatorCodes.flatMap((code) => {
    const { measure } = indicators[code];
    if (measure.kind === 'share') return [measure.part, measure.whole];
    return measure.kind === 'months' ? [measure.figure] : [];
  });
  expect(named.filter((code) => figureOf(code) === undefined)).toEqual([]);
});

test('what nothing measures is not measured and never nought, and counts neither for nor against', () => {
  const [one] = evaluate(
    [{ unit: 'HB', sums: of({ 'E.checked': 4, 'E.checked-in-time': 3, 'T3.dossiers': 1 }) }],
    period,
  );
  expect(one?.indicators['checking']).toEqual({ part: 3, whole: 4, score: 75 });
  for (const code of ['deployment', 'service', 'uptime', 'backups'])
    expect([code, one?.indicators[code]]).toEqual([code, {}]);
  // Nothing to certify is no failure to certify, nothing to transfer none to transfer.
  for (const code of ['certificates', 'transfer'])
    expect([code, one?.indicators[code]]).toEqual([code, { part: 0, whole: 0 }]);
  // Freshness is measured: nothing was taken in.
  expect(one?.indicators['freshness']).toEqual({ part: 0, whole: 12, score: 0 });
  expect(one?.indicators['completeness']).toEqual({ part: 0, whole: 1, score: 0 });
  expect(one).toMatchObject({ total: 25, covered: 25, rank: 1 });
  // Who keeps no dossiers has nothing that could be fresh.
  const [custodian] = evaluate([{ unit: 'CNPC', sums: {} }], period);
  expect(custodian?.indicators['freshness']).toEqual({});
  expect(custodian).toMatchObject({ covered: 0 });
  expect(custodian?.rank).toBeUndefined();
});

test('months with data of a period', () => {
  const sums: Sums = {
    'T3.dossiers': { n: 9 },
    'E.taken-in': { n: 9, by: { month: { '2025-01': 5, '2025-03': 4 } } },
  };
  expect(evaluate([{ unit: 'HB', sums }], period)[0]?.indicators['freshness']).toEqual({
    ...{ part: 2, whole: 12, score: 16.6 },
  });
});

test('weights count, equal totals share a rank, and the next stands after them', () => {
  const good = of({ 'E.checked': 1, 'E.checked-in-time': 1, 'T3.dossiers': 1 });
  const bad = of({ 'E.checked': 1, 'T3.dossiers': 1 });
  const units = [
    { unit: 'C', sums: bad },
    { unit: 'B', sums: good },
    { unit: 'A', sums: good },
  ];
  const found = evaluate(units, period, { checking: 30, freshness: 10, completeness: 0 });
  expect(found.map(({ unit, rank, total }) => [unit, rank, total])).toEqual([
    ['A', 1, 75],
    ['B', 1, 75],
    ['C', 3, 0],
  ]);
});

test('scores lie between 0 and 100, and ranks follow the totals', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 100 }), (facts) => {
      const fold = folding(period);
      for (const fact of facts) fold.add(fact);
      const found = evaluate(
        [...fold.sums()].map(([unit, sums]) => ({ unit, sums })),
        period,
      );
      for (const { total, indicators: all } of found) {
        expect(total === undefined || (total >= 0 && total <= 100)).toBe(true);
        for (const { score = 0 } of Object.values(all)) expect(score >= 0 && score <= 100).toBe(true);
      }
      const ranks = found.flatMap(({ rank }) => rank ?? []);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
  );
});

test('titles', () => {
  expect(evaluationTitle('2025-H1').zh).toBe('2025 年上半年地质资料管理与服务评估通报');
  expect(evaluationTitle('2025').zh).toBe('2025 年度地质资料管理与服务评估通报');
});
