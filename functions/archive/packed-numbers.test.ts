import { limits } from '@geoarchive/domain/limits.ts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

test('what is packed comes out in order, each once', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: limits.filesPerDeposit }), { maxLength: 300 });
  fc.assert(
    fc.property(numbers, (some) => {
      expect(unpackNumbers(packNumbers(some))).toEqual([...new Set(some)].sort((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

test('any set of a deposit’s files takes 17 KB at most', () => {
  const every = Array.from({ length: limits.filesPerDeposit }, (_, at) => at + 1);
  for (const some of [every, every.filter((no) => no % 2 === 0), [limits.filesPerDeposit]])
    expect(packNumbers(some).length).toBeLessThan(17_000);
  expect(unpackNumbers(packNumbers([]))).toEqual([]);
  expect(unpackNumbers('')).toEqual([]);
});
