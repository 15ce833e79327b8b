import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { folding, type Sums } from './fold.ts';
import { periodOf, yearPeriod } from './period.ts';
import { figures } from './tables/tables.ts';
import { anyFact } from './testing/arbitraries.ts';
import { recounts } from './testing/recount.ts';

const counted = figures.filter(({ source }) => source.kind === 'operations');
const periods = ['2025', '2025-H1', '2025-H2', '2025-Q1', '2025-Q4', '2024'].flatMap(
  (code) => periodOf(code) ?? [],
);

test('every figure of operations has a slow recount, and none more', () => {
  expect(Object.keys(recounts).toSorted()).toEqual(counted.map(({ code }) => code).toSorted());
});

test('every figure of every unit equals the slow recount, with the very objects behind it', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 120 }), fc.constantFrom(...periods), (facts, period) => {
      const found = new Map<string, string[]>();
      const fold = folding(period, (figure, { unit, id }) => {
        const key = `${unit} ${figure}`;
        found.set(key, [...(found.get(key) ?? []), id]);
      });
      for (const fact of facts) fold.add(fact);
      for (const unit of new Set(facts.map((fact) => fact.unit)))
        for (const [code, recount] of Object.entries(recounts)) {
          const slow = recount(
            facts.filter((fact) => fact.unit === unit),
            period,
          );
          expect([code, fold.sums().get(unit)?.[code]?.n ?? 0]).toEqual([code, slow.n]);
          expect([code, found.get(`${unit} ${code}`)?.toSorted() ?? []]).toEqual([code, slow.ids.toSorted()]);
        }
    }),
    { numRuns: 200 },
  );
});

test('parts of a breakdown come to the figure, where each thing that counts has a part', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 80 }), (facts) => {
      const fold = folding(yearPeriod(2025));
      for (const fact of facts) fold.add(fact);
      // A task may name no mineral.
      for (const sums of fold.sums().values())
        for (const [code, { n, by }] of Object.entries(sums))
          for (const [name, parts] of Object.entries(by ?? {}))
            if (name !== 'mineral')
              expect([code, Object.values(parts).reduce((all, one) => all + one, 0)]).toEqual([code, n]);
    }),
  );
});

test('a fold in steps, and in any order, comes to the same', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 60 }), fc.nat(), (facts, cut) => {
      const whole = folding(yearPeriod(2025));
      for (const fact of facts) whole.add(fact);
      const at = cut % (facts.length + 1);
      const first = folding(yearPeriod(2025));
      for (const fact of facts.slice(at)) first.add(fact);
      // As a step of a job keeps it: through JSON.
      const kept: [string, Sums][] = JSON.parse(JSON.stringify([...first.sums()]));
      const second = folding(yearPeriod(2025), undefined, kept);
      for (const fact of facts.slice(0, at)) second.add(fact);
      expect(Object.fromEntries(second.sums())).toEqual(Object.fromEntries(whole.sums()));
    }),
  );
});

test('periods', () => {
  expect(periodOf('2024-Q1')).toEqual({ code: '2024-Q1', from: '2024-01-01', to: '2024-03-31' });
  expect(periodOf('2024-H2')).toEqual({ code: '2024-H2', from: '2024-07-01', to: '2024-12-31' });
  expect(periodOf('2025')).toEqual(yearPeriod(2025));
  expect(periodOf('2025-Q5')).toBeUndefined();
});
