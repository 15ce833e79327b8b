import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildIndex, type MapFeature } from './features.ts';
import { deepest, type TileAddress, toX, toY } from './mercator.ts';
import { most } from './outlines.ts';
import { syntheticPlaces } from './testing/places.ts';
import { readTile } from './testing/read-tile.ts';
import { vectorTile } from './tile.ts';

const world = { z: 0, x: 0, y: 0 };
const tileAt = (z: number, longitude: number, latitude: number): TileAddress => ({
  z,
  x: toX(longitude) >>> (26 - z),
  y: toY(latitude) >>> (26 - z),
});
const tileOf = (features: Iterable<MapFeature>, tile: TileAddress, wanted?: (no: number) => boolean) =>
  readTile(vectorTile(buildIndex(features).index, tile, wanted));
const point = (id: string, longitude: number, latitude: number): MapFeature => ({
  id,
  place: { kind: 'point', at: [longitude, latitude] },
});

describe('points', () => {
  test('one alone brings its properties and stands where it is', () => {
    const feature = { ...point('ZK1', 0, 0), properties: { title: '钻孔一', depth: 352.1, open: true } };
    expect(tileOf([feature], world)).toEqual({
      points: [
        { properties: { title: '钻孔一', depth: 352.1, open: true, id: 'ZK1' }, lines: [[[2048, 2048]]] },
      ],
    });
  });

  test('close ones are a cluster that says how many, where, and when it opens', () => {
    const { clusters, points } = tileOf([point('a', 116, 40), point('b', 116.01, 40)], world);
    expect(points).toBeUndefined();
    expect(clusters?.map(({ properties }) => properties)).toEqual([
      { count: 2, longitude: expect.closeTo(116.005, 4), latitude: expect.closeTo(40, 4), opensAt: 12 },
    ]);
    expect(tileOf([point('a', 116, 40), point('b', 116, 40)], world)['clusters']?.[0]?.properties).toEqual(
      expect.not.objectContaining({ opensAt: expect.anything() }),
    );
  });

  test('an empty tile is empty', () => {
    expect(vectorTile(buildIndex([]).index, world)).toHaveLength(0);
  });
});

describe('footprints', () => {
  const box = (id: string, ...of: [number, number, number, number]): MapFeature => ({
    id,
    place: { kind: 'box', box: of },
  });

  test('a box is drawn where it is large enough, with a point in its middle', () => {
    const sheet = box('J50', 114, 36, 120, 40);
    expect(Object.keys(tileOf([sheet], world))).toEqual(['points']);
    const { shapes, points } = tileOf([sheet], tileAt(4, 117, 38));
    expect(shapes?.[0]?.properties).toEqual({ id: 'J50' });
    expect(points?.[0]?.lines).toHaveLength(1);
    expect(shapes?.[0]?.lines[0]).toHaveLength(5);
  });

  test('equal outlines are drawn once and say how many', () => {
    const { shapes } = tileOf(
      [box('a', 114, 36, 120, 40), box('b', 114, 36, 120, 40), box('c', 114, 36, 119, 40)],
      tileAt(4, 117, 38),
    );
    expect(shapes?.map(({ properties }) => properties)).toEqual([{ count: 2 }, { id: 'c' }]);
  });

  test('what is not wanted is not drawn', () => {
    const two = [box('a', 114, 36, 120, 40), box('b', 114, 36, 119, 39)];
    expect(tileOf(two, tileAt(4, 117, 38), (no) => no === 1)['shapes']).toMatchObject([
      { properties: { id: 'b' } },
    ]);
  });

  test('over the 180th meridian a box is drawn on both sides, its point between', () => {
    const over = box('x', 170, -20, -170, 20);
    const { shapes: east } = tileOf([over], tileAt(3, 179, 1));
    const { shapes: west } = tileOf([over], tileAt(3, -179, 1));
    expect([east?.length, west?.length]).toEqual([1, 1]);
    expect(tileOf([over], world)['points']?.[0]?.lines[0]?.[0]?.[0]).toBeGreaterThan(4090);
  });

  test('a polygon keeps its hole and is cut at the surroundings of the tile', () => {
    const ring = (west: number, south: number, east: number, north: number): [number, number][] => [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    const feature: MapFeature = {
      id: 'p',
      place: { kind: 'polygon', rings: [ring(100, 20, 130, 50), ring(115, 35, 117, 37)] },
    };
    const lines = tileOf([feature], tileAt(5, 116, 36))['shapes']?.[0]?.lines ?? [];
    expect(lines).toHaveLength(2);
    for (const [x, y] of lines.flat())
      expect(Math.min(x, y) >= -128 && Math.max(x, y) <= 4096 + 128).toBe(true);
    const turns = lines.map((line) =>
      line.slice(1).reduce((sum, [x, y], at) => sum + (line[at]?.[0] ?? 0) * y - x * (line[at]?.[1] ?? 0), 0),
    );
    // Positive is the outer ring, by the specification (4.3.4.4).
    expect(turns.map(Math.sign)).toEqual([1, -1]);
  });

  test.each([
    [
      'crosses-itself',
      [
        [100, 30],
        [101, 31],
        [101, 30],
        [100, 31],
      ],
    ],
    [
      'crosses-antimeridian',
      [
        [170, 0],
        [-170, 0],
        [-170, 10],
        [170, 10],
      ],
    ],
  ] as const)('a polygon that %s is refused and told, the others are there', (code, ring) => {
    const bad: MapFeature = { id: 'bad', place: { kind: 'polygon', rings: [ring] } };
    const { index, refused } = buildIndex([bad, point('good', 100, 30)]);
    expect(refused).toMatchObject([{ id: 'bad', fault: { code } }]);
    expect(readTile(vectorTile(index, world))['points']).toMatchObject([{ properties: { id: 'good' } }]);
  });

  test('places that are none are refused', () => {
    const { refused } = buildIndex([
      point('a', 200, 0),
      box('b', 100, 40, 110, 30),
      { id: 'c', place: { kind: 'polygon', rings: [] } },
    ]);
    expect(refused.map(({ fault }) => fault.code)).toEqual([
      'corner-out-of-range',
      'corner-out-of-range',
      'too-few-corners',
    ]);
  });

  test('a tile has no more outlines than it may, whatever lies on it', () => {
    const many = Array.from({ length: 2 * most.outlines }, (_, n) =>
      box(String(n), 100 - n / 100, 20, 120, 50),
    );
    expect(tileOf(many, tileAt(3, 110, 30))['shapes']).toHaveLength(most.outlines);
  });
});

test('every tile of made-up places can be read and is bounded', () => {
  const { index, refused } = buildIndex(syntheticPlaces(3000, 5));
  expect(refused).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: deepest }), fc.integer({ min: 0, max: 2999 }), (z, at) => {
      const key = index.points.keys[at] ?? 0;
      expect(key).toBeGreaterThan(0);
      const tile = tileAt(z, 80 + (at % 50), 22 + (at % 26));
      const bytes = vectorTile(index, tile);
      const read = readTile(bytes);
      const count = (read['clusters'] ?? []).reduce((sum, c) => sum + Number(c.properties['count']), 0);
      expect(count + (read['points']?.length ?? 0)).toBeLessThanOrEqual(3000);
      expect(bytes.length).toBeLessThan(500_000);
    }),
    { numRuns: 50 },
  );
});
