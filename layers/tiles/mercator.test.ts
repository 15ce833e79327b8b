import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTile, latitudeOf, longitudeOf, toX, toY, worldSize } from './mercator.ts';
import { keyOf, keysPerCell, sharedLevels, xOf, yOf } from './morton.ts';

const step = fc.integer({ min: 0, max: worldSize - 1 });

test('known places', () => {
  expect([toX(-180), toX(0), toX(180)]).toEqual([0, worldSize / 2, worldSize - 1]);
  expect([toY(90), toY(85.051_128_779), toY(0), toY(-90)]).toEqual([0, 0, worldSize / 2, worldSize - 1]);
  // Zoom 12 over Beijing, as every map of the web has it.
  expect([toX(116.39) >> 14, toY(39.9) >> 14]).toEqual([3372, 1552]);
});

test('degrees come back to within a step', () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (longitude) => {
      expect(Math.abs(longitudeOf(toX(longitude)) - longitude)).toBeLessThan(6e-6);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: -85, max: 85, noNaN: true }), (latitude) => {
      expect(Math.abs(latitudeOf(toY(latitude)) - latitude)).toBeLessThan(6e-6);
    }),
  );
});

test('a key holds both steps', () => {
  fc.assert(
    fc.property(step, step, (x, y) => {
      const key = keyOf(x, y);
      expect([xOf(key), yOf(key)]).toEqual([x, y]);
    }),
  );
});

test('a tile is one run of keys', () => {
  fc.assert(
    fc.property(step, step, fc.integer({ min: 0, max: 22 }), (x, y, level) => {
      const size = 2 ** (26 - level);
      const [tileX, tileY] = [Math.floor(x / size), Math.floor(y / size)];
      const start = keyOf(tileX * size, tileY * size);
      const key = keyOf(x, y);
      expect(key >= start && key < start + keysPerCell(level)).toBe(true);
    }),
  );
});

test('shared levels are those on which both lie in one cell', () => {
  expect(sharedLevels(keyOf(5, 5), keyOf(5, 5))).toBe(26);
  expect(sharedLevels(keyOf(0, 0), keyOf(1, 0))).toBe(25);
  expect(sharedLevels(keyOf(0, 0), keyOf(worldSize - 1, 0))).toBe(0);
});

test('addresses beyond the pyramid are none', () => {
  expect(isTile({ z: 0, x: 0, y: 0 })).toBe(true);
  expect(isTile({ z: 2, x: 3, y: 3 })).toBe(true);
  for (const [z, x, y] of [
    [2, 4, 0],
    [2, 0, -1],
    [17, 0, 0],
    [1.5, 0, 0],
    [-1, 0, 0],
  ] as const)
    expect(isTile({ z, x, y })).toBe(false);
});
