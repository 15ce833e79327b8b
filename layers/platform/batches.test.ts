import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inBatches } from './batches.ts';

const sizes = (...given: number[]) => inBatches(given, (size) => size).map((batch) => batch.length);

describe('batches for a topic', () => {
  test.each([
    ['nothing', [], []],
    ['ten go together', Array.from({ length: 10 }, () => 1), [10]],
    ['the eleventh does not', Array.from({ length: 11 }, () => 1), [10, 1]],
    ['up to the limit of bytes', [120_000, 120_000], [2]],
    ['a byte more goes alone', [120_000, 120_001], [1, 1]],
    ['one too large goes alone', [1, 300_000, 1], [1, 1, 1]],
  ])('%s', (_, given, expected) => {
    expect(sizes(...given)).toEqual(expected);
  });

  test('lose and reorder nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300_000)), (given) => {
        expect(inBatches(given, (size) => size).flat()).toEqual(given);
      }),
    );
  });
});
