import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checklists } from './checklists.ts';
import { type Result, results, scoreOf, unanswered } from './inspection.ts';
import { defaultCustody, inspectionGroups } from './settings.ts';

const { weights } = defaultCustody;
const items = [
  { code: 'A', group: 'storage' },
  { code: 'B', group: 'storage' },
  { code: 'C', group: 'safety' },
] as const;
const answers = (given: Record<string, Result>) =>
  Object.fromEntries(Object.entries(given).map(([code, result]) => [code, { result }]));

describe('the score', () => {
  test.each([
    [{ A: 'pass', B: 'pass', C: 'pass' }, 100],
    [{ A: 'pass', B: 'fail', C: 'pass' }, 75],
    [{ A: 'partly', B: 'not-applicable', C: 'fail' }, 25],
    [{ A: 'pass' }, 100],
    [{ A: 'not-applicable' }, undefined],
    [{}, undefined],
  ] as const)('of %j is %s', (given, total) => {
    expect(scoreOf(items, answers(given as Record<string, Result>), weights).total).toBe(total);
  });
  test('lies between 0 and 100, and a better answer never lowers it', () => {
    const list = checklists[0]?.items ?? [];
    const given = fc.array(fc.constantFrom(...results), { minLength: list.length, maxLength: list.length });
    fc.assert(
      fc.property(given, fc.nat(list.length - 1), (all, at) => {
        const of = (some: Result[]) =>
          scoreOf(
            list,
            answers(Object.fromEntries(list.map(({ code }, n) => [code, some[n] ?? 'fail']))),
            weights,
          ).total ?? 0;
        const before = of(all);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
        if (all[at] === 'fail' || all[at] === 'partly')
          expect(of(all.with(at, 'pass'))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

test('what is not answered yet is named', () => {
  expect(unanswered(items, answers({ B: 'pass' }))).toEqual(['A', 'C']);
});

test.each(checklists.map((one) => [one.id, one] as const))(
  'the checklist %s has every part and each code once',
  (_, { items: all }) => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const group of inspectionGroups) expect(all.some((one) => one.group === group)).toBe(true);
  },
);
