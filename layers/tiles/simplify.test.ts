import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simplify, type XY } from './simplify.ts';

const place = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));

test('corners close to the line go, others stay', () => {
  const line: XY[] = [
    [0, 0],
    [5, 1],
    [10, 0],
    [10, 10],
  ];
  expect(simplify(line, 2)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
  ]);
  expect(simplify(line, 0)).toEqual(line);
});

test('both ends stay, and nothing is added', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 50 }), (line) => {
      const simple = simplify(line, 20);
      expect(simple[0]).toBe(line[0]);
      expect(simple.at(-1)).toBe(line.at(-1));
      expect(simple.every((corner) => line.includes(corner))).toBe(true);
    }),
  );
});

test('a line of very many corners does not run out of stack', () => {
  const line = Array.from({ length: 5_000 }, (_, n): XY => [n, (n % 2) * 100]);
  expect(simplify(line, 1)).toHaveLength(5_000);
});
