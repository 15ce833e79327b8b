import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deepest, type TileAddress, worldSize } from './mercator.ts';
import { cellsOf, type Points, pickPoints, sortPoints } from './points.ts';
import { sortedOrder } from './sort.ts';

/** Anywhere, and in heaps: on one spot, and a few steps apart. */
const step = fc.oneof(
  fc.integer({ min: 0, max: worldSize - 1 }),
  fc.integer({ min: 41_000_000, max: 41_000_040 }),
);
const somewhere = fc.array(fc.tuple(step, step), { maxLength: 60 });
const pointsOf = (places: readonly (readonly [number, number])[]): Points =>
  sortPoints({
    xs: Uint32Array.from(places, ([x]) => x),
    ys: Uint32Array.from(places, ([, y]) => y),
    numbers: Uint32Array.from(places, (_, at) => at),
  });
const total = (points: Points, tile: TileAddress): number =>
  cellsOf(points, tile).reduce((sum, { count }) => sum + count, 0);
const tileAround = (x: number, y: number, z: number): TileAddress => {
  const size = worldSize / 2 ** z;
  return { z, x: Math.floor(x / size), y: Math.floor(y / size) };
};

test('the order is that of the keys, equal ones as they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 52 - 1 })), (keys) => {
      const wanted = keys.map((_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
      expect([...sortedOrder(Float64Array.from(keys))]).toEqual(wanted);
    }),
  );
});

test('no point is lost or counted twice, whatever the zoom', () => {
  fc.assert(
    fc.property(somewhere, fc.integer({ min: 0, max: deepest - 1 }), (places, z) => {
      const points = pointsOf(places);
      expect(total(points, { z: 0, x: 0, y: 0 })).toBe(places.length);
      const [first] = places;
      if (first === undefined) return;
      const tile = tileAround(...first, z);
      const children = [0, 1].flatMap((down) =>
        [0, 1].map((right) => total(points, { z: z + 1, x: 2 * tile.x + right, y: 2 * tile.y + down })),
      );
      expect(children.reduce((a, b) => a + b)).toBe(total(points, tile));
    }),
  );
});

test('a cluster opens at the zoom it names and not before', () => {
  fc.assert(
    fc.property(somewhere, fc.integer({ min: 0, max: deepest }), (places, z) => {
      const points = pointsOf(places);
      const [first] = places;
      if (first === undefined) return;
      for (const cell of cellsOf(points, tileAround(...first, z))) {
        if (cell.count === 1) continue;
        const members = [...points.numbers.subarray(cell.at, cell.at + cell.count)];
        const inside = pickPoints(points, (no) => members.includes(no));
        const cellsAt = (zoom: number): number =>
          [...new Set(members.map((no) => tileAround(...(places[no] ?? [0, 0]), zoom)))]
            .filter((tile, at, all) => all.findIndex((t) => t.x === tile.x && t.y === tile.y) === at)
            .reduce((sum, tile) => sum + cellsOf(inside, tile).length, 0);
        if (cell.opensAt === undefined) expect(cellsAt(deepest)).toBe(1);
        else {
          expect(cell.opensAt).toBeGreaterThan(z);
          expect(cellsAt(cell.opensAt)).toBeGreaterThan(1);
          if (cell.opensAt > 0) expect(cellsAt(cell.opensAt - 1)).toBe(1);
        }
      }
    }),
  );
});

test('a single point stands where it is, a cluster among its points', () => {
  const [one, other] = [
    [1000, 2000],
    [3000, 2600],
  ] as const;
  expect(cellsOf(pointsOf([one]), { z: 0, x: 0, y: 0 })).toMatchObject([{ count: 1, x: 1000, y: 2000 }]);
  expect(cellsOf(pointsOf([one, other]), { z: 0, x: 0, y: 0 })).toMatchObject([
    {
      ...{ count: 2, x: 2000, y: 2300 },
      // Towards the middle of its cell, 4 194 304 steps from the corner.
      drawn: { x: expect.closeTo(1200 + 0.4 * 4_194_304, 0), y: expect.closeTo(1380 + 0.4 * 4_194_304, 0) },
    },
  ]);
});

test('a tile has 64 cells at the most, the deepest 4 096', () => {
  const grid = (from: number, by: number, n: number): [number, number][] =>
    Array.from({ length: n * n }, (_, at): [number, number] => [
      from + (at % n) * by,
      from + Math.floor(at / n) * by,
    ]);
  expect(cellsOf(pointsOf(grid(0, worldSize / 100, 100)), { z: 0, x: 0, y: 0 })).toHaveLength(64);
  const deep = cellsOf(pointsOf(grid(0, 8, 128)), { z: deepest, x: 0, y: 0 });
  expect(deep).toHaveLength(4096);
});

test('only wanted numbers are picked, in their order', () => {
  const points = pointsOf([
    [9, 9],
    [5, 5],
    [1, 1],
  ]);
  expect([...pickPoints(points, (no) => no !== 1).numbers]).toEqual([2, 0]);
});
