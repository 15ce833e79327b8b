import { expect, test } from '@jest/globals';
import { editionsOf, wrongItems } from './correction.ts';
import { type Result, ranked, totalled } from './evaluate.ts';

const of = (unit: string, part: number): Result =>
  totalled(
    unit,
    {
      checking: { part, whole: 10, score: part * 10 },
      online: { part: 5, whole: 10, score: 50 },
    },
    {},
  );
const circulated = ranked([of('HB', 6), of('SC', 8), of('NGA', 9)]);
const full = { unit: 'HB', items: [{ indicator: 'checking', part: 10, whole: 10 }] } as const;

test('a correction changes the indicator, the total by the weights that were circulated, and the ranks', () => {
  const { results, changed } = editionsOf(circulated, [full], {});
  expect(results.map(({ unit, rank, total }) => [unit, rank, total])).toEqual([
    ['HB', 1, 75],
    ['NGA', 2, 70],
    ['SC', 3, 65],
  ]);
  expect(changed).toEqual([
    {
      items: [
        {
          indicator: 'checking',
          before: { part: 6, whole: 10, score: 60 },
          after: { part: 10, whole: 10, score: 100 },
        },
      ],
      total: { before: 55, after: 75 },
      rank: { before: 3, after: 1 },
    },
  ]);
  expect(circulated.find(({ unit }) => unit === 'HB')?.total).toBe(55);
});

test('a second correction starts from the first; weights that were circulated count', () => {
  const second = { unit: 'HB', items: [{ indicator: 'checking', part: 7, whole: 10 }] } as const;
  const { results, changed } = editionsOf(circulated, [full, second], { checking: 30, online: 10 });
  expect(changed[1]?.items[0]?.before.score).toBe(100);
  expect(results.find(({ unit }) => unit === 'HB')?.total).toBe(65);
});

test('what nothing measures, what is more than the whole, and what stands so already is no correction', () => {
  const wrong = (indicator: 'checking' | 'deployment', part: number, whole: number) =>
    wrongItems({ unit: 'HB', items: [{ indicator, part, whole }] }, circulated).map(({ why }) => why);
  expect(wrong('deployment', 1, 2)).toEqual(['not-measured']);
  expect(wrong('checking', 11, 10)).toEqual(['too-many']);
  expect(wrong('checking', 6, 10)).toEqual(['same']);
  expect(wrong('checking', 7, 10)).toEqual([]);
});
