import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boxOf, isInside, meetsBox } from './inside.ts';
import type { Position, Ring } from './polygon.ts';

/** An L: the square of two degrees at 110, 30 without its north-eastern quarter. */
const corner: Ring = [
  [110, 30],
  [112, 30],
  [112, 31],
  [111, 31],
  [111, 32],
  [110, 32],
  [110, 30],
];

describe('a point and an area', () => {
  test.each<[Position, boolean]>([
    [[110.5, 31.5], true],
    [[111.5, 30.5], true],
    [[111.5, 31.5], false],
    [[109.9, 31], false],
    [[110, 31], true],
    [[111, 31], true],
    [[112, 31], true],
    [[111.5, 31], true],
    [[113, 31], false],
    [[110.5, 32.1], false],
  ])('%j: %s', (point, inside) => {
    expect(isInside(point, corner)).toBe(inside);
  });
  test('of a convex area: what lies left of every edge, and nothing else', () => {
    const angle = fc.integer({ min: 0, max: 359 }).map((degree) => (degree * Math.PI) / 180);
    const coordinate = fc.integer({ min: -1500, max: 1500 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(
        fc.uniqueArray(angle, { minLength: 3, maxLength: 12 }),
        coordinate,
        coordinate,
        (angles, x, y) => {
          const points = angles.sort((a, b) => a - b).map((a): Position => [Math.cos(a), Math.sin(a)]);
          const ring = [...points, points[0] ?? [0, 0]];
          const turns = ring.slice(1).map(([x1, y1], at) => {
            const [x0, y0] = ring[at] ?? [0, 0];
            return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
          });
          // So near an edge rounding decides.
          fc.pre(turns.every((turn) => Math.abs(turn) > 1e-9));
          expect(isInside([x, y], ring)).toBe(turns.every((turn) => turn > 0));
        },
      ),
    );
  });
});

describe('a box and an area', () => {
  test.each<[string, [number, number, number, number], boolean]>([
    ['inside it', [110.2, 30.2, 110.4, 30.4], true],
    ['around it', [100, 20, 120, 40], true],
    ['across an edge', [111.5, 30.5, 113, 30.8], true],
    ['in the missing quarter', [111.2, 31.2, 111.9, 31.9], false],
    ['touching a corner', [112, 31, 113, 32], true],
    ['beside it', [113, 30, 114, 31], false],
    ['a point in it', [110.5, 30.5, 110.5, 30.5], true],
  ])('%s', (_, box, meets) => {
    expect(meetsBox(corner, box)).toBe(meets);
  });
  test('its own box is around it', () => {
    expect(boxOf(corner)).toEqual([110, 30, 112, 32]);
  });
});
