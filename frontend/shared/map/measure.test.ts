import { expect, test } from '@jest/globals';
import { areaOf, lengthOf, measure } from './measure.ts';

test('a quarter of a meridian, by the ellipsoid’s own figure', () => {
  // Meridian quadrant of GRS 80, which CGCS2000 shares to less than a millimetre (Moritz, Geodetic Reference System 1980).
  expect(
    lengthOf([
      [116, 0],
      [116, 90],
    ]),
  ).toBeCloseTo(10_001_965.729, 2);
});

test('a degree of the equator', () => {
  expect(
    lengthOf([
      [100, 0],
      [101, 0],
    ]),
  ).toBeCloseTo((6_378_137 * Math.PI) / 180, 4);
});

test('an octant, by the surface of the ellipsoid', () => {
  // Surface of GRS 80 is 510 065 621.7 km²; an eighth of it.
  expect(
    areaOf([
      [0, 0],
      [90, 0],
      [0, 90],
    ]) / 1e6,
  ).toBeCloseTo(510_065_621.7 / 8, 0);
});

test('which way round a ring goes does not matter', () => {
  const ring: [number, number][] = [
    [116, 39],
    [117, 39],
    [117, 40],
    [116, 40],
  ];
  expect(areaOf(ring)).toBeCloseTo(areaOf(ring.toReversed()), 3);
});

test('each kind tells what it has', () => {
  expect(measure({ kind: 'point', corners: [[1, 1]] })).toEqual({});
  expect(
    Object.keys(
      measure({
        kind: 'line',
        corners: [
          [1, 1],
          [2, 2],
        ],
      }),
    ),
  ).toEqual(['metres']);
  const box = measure({
    kind: 'box',
    corners: [
      [116, 39],
      [117, 40],
    ],
  });
  expect((box.squareMetres ?? 0) / 1e6).toBeGreaterThan(9_400);
  expect(Object.keys(box)).toEqual(['metres', 'squareMetres']);
});
