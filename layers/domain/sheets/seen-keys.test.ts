import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seenKeys } from './seen-keys.ts';

test('says of any sequence of keys where each came first, as a map would', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.nat(50).map(String)), { maxLength: 400 }), (keys) => {
      const seen = seenKeys();
      const first = new Map<string, number>();
      keys.forEach((key, at) => {
        const row = at + 1;
        if (!first.has(key)) first.set(key, row);
        expect(seen.firstOf(key, row)).toBe(first.get(key));
      });
    }),
  );
});

test('keys that differ little are told apart, over several growths', () => {
  const seen = seenKeys();
  const keys = Array.from({ length: 60_000 }, (_, at) => `["C42000020101232101${at}",${at % 7}]`);
  const wrong = (from: number) => keys.filter((key, at) => seen.firstOf(key, at + from) !== at + 1);
  expect(wrong(1)).toEqual([]);
  expect(wrong(100_001)).toEqual([]);
});
