import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatAtLeast, formatBytes, formatCount, percent } from './numbers.ts';

describe('formatBytes', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [1023 * 1024, '1023 KB'],
    [5 * 1024 ** 4, '5 TB'],
    [2 ** 62, '4096 PB'],
  ])('%d', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('percent', () => {
  test('100 means everything', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1 }), (part, whole) => {
        const share = percent(part, whole);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share === 100).toBe(part >= whole);
      }),
    );
  });
  test('of nothing is 0', () => expect(percent(3, 0)).toBe(0));
});

test('formatAtLeast', () => {
  expect(formatAtLeast(1500, true)).toBe('≥ 1,500');
  expect(formatAtLeast(3, false)).toBe('3');
});
test('formatCount', () => expect(formatCount(1234567)).toBe('1,234,567'));
