import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Box } from '../format/coordinates.ts';
import { areasToGeoJson, areasToPoints, viewOf } from './area.ts';

const box = fc
  .tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -85, max: 85, noNaN: true }),
    fc.double({ min: 0, max: 20, noNaN: true }),
    fc.double({ min: 0, max: 20, noNaN: true }),
  )
  .map(([w, s, width, height]): Box => [w, s, Math.min(180, w + width), Math.min(85, s + height)]);

test('a box becomes a closed ring', () => {
  const [feature] = areasToGeoJson([{ id: 'a', label: 'A', box: [1, 2, 3, 4] }]).features;
  expect(feature?.geometry.coordinates).toEqual([
    [
      [1, 2],
      [3, 2],
      [3, 4],
      [1, 4],
      [1, 2],
    ],
  ]);
  expect(feature?.properties).toEqual({ id: 'a', label: 'A' });
});

test('the dot of an area is its middle', () => {
  const [point] = areasToPoints([{ id: 'a', label: 'A', box: [1, 2, 3, 6] }]).features;
  expect(point?.geometry.coordinates).toEqual([2, 4]);
});

test('without areas China is shown', () => {
  expect(viewOf([])).toEqual([73, 17, 136, 54]);
});

test('the view holds every area and stays on the map', () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
      const [west, south, east, north] = viewOf(
        boxes.map((each, n) => ({ id: String(n), label: '', box: each })),
      );
      for (const [w, s, e, n] of boxes) {
        expect(west <= w && south <= s && east >= e && north >= n).toBe(true);
      }
      expect(west >= -180 && south >= -85 && east <= 180 && north <= 85).toBe(true);
    }),
  );
});
