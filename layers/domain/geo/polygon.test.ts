import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closeRing, type Position, ringFault, tidyRing } from './polygon.ts';

const square: Position[] = [
  [114, 39],
  [115, 39],
  [115, 40],
  [114, 40],
  [114, 39],
];

describe('rings', () => {
  test.each<[string, Position[], string | undefined]>([
    ['a square', square, undefined],
    ['the other way round', square.toReversed(), undefined],
    ['with a corner twice', [[114, 39], ...square], undefined],
    ['open', square.slice(0, 4), 'ring-not-closed'],
    ['nothing', [], 'ring-not-closed'],
    [
      'a line',
      [
        [1, 1],
        [2, 2],
        [1, 1],
      ],
      'too-few-corners',
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      'crosses-itself',
    ],
    [
      'touching itself in a corner',
      [
        [0, 0],
        [2, 0],
        [1, 1],
        [2, 2],
        [0, 2],
        [1, 1],
        [0, 0],
      ],
      'crosses-itself',
    ],
    [
      'with a spike',
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [2, 3],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
      'crosses-itself',
    ],
    [
      'all on one line',
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [0, 0],
      ],
      'crosses-itself',
    ],
    [
      'over the 180th meridian',
      [
        [179, 0],
        [-179, 0],
        [-179, 1],
        [179, 1],
        [179, 0],
      ],
      'crosses-antimeridian',
    ],
    [
      'longitude and latitude exchanged',
      [
        [39, 114],
        [40, 114],
        [40, 115],
        [39, 114],
      ],
      'corner-out-of-range',
    ],
    [
      'no number',
      [
        [Number.NaN, 1],
        [2, 2],
        [3, 1],
        [Number.NaN, 1],
      ],
      'corner-out-of-range',
    ],
  ])('%s', (_, ring, code) => {
    expect(ringFault(ring)?.code).toBe(code);
  });

  test('too many corners are refused before they are compared', () => {
    const many = Array.from({ length: 5_001 }, (_, at): Position => {
      const angle = (at / 5_001) * 2 * Math.PI;
      return [Math.cos(angle), Math.sin(angle)];
    });
    expect(ringFault(closeRing(many))?.code).toBe('too-many-corners');
  });

  // Corners sorted by their angle around a point inside make a star: it never crosses itself, whatever the distances.
  const star = fc
    .uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 5, maxLength: 40 })
    .filter((angles) => {
      const sorted = angles.toSorted((a, b) => a - b);
      return sorted.every((a, at) => ((sorted[(at + 1) % sorted.length] ?? 0) - a + 360) % 360 < 180);
    })
    .chain((angles) =>
      fc
        .array(fc.double({ min: 0.5, max: 2, noNaN: true }), {
          minLength: angles.length,
          maxLength: angles.length,
        })
        .map((distances) =>
          closeRing(
            angles
              .toSorted((a, b) => a - b)
              .map((angle, at): Position => {
                const [r, rad] = [distances[at] ?? 1, (angle * Math.PI) / 180];
                return [100 + r * Math.cos(rad), 30 + r * Math.sin(rad)];
              }),
          ),
        ),
    );

  test('a star has no fault; two of its corners exchanged usually cross, and are never taken for a fault of another kind', () => {
    fc.assert(
      fc.property(star, fc.nat(), (ring, seed) => {
        expect(ringFault(ring)).toBeUndefined();
        const corners = ring.slice(0, -1);
        const at = seed % corners.length;
        const [a, b] = [corners[at], corners[(at + 2) % corners.length]];
        const mixed = corners.with(at, b ?? [0, 0]).with((at + 2) % corners.length, a ?? [0, 0]);
        expect(['crosses-itself', undefined]).toContain(ringFault(closeRing(mixed))?.code);
      }),
    );
  });

  test('tidied rings run counter-clockwise and keep their corners', () => {
    expect(tidyRing(square.toReversed())).toEqual(square);
    expect(tidyRing([[114, 39], ...square])).toEqual(square);
  });
});
