import { expect, test } from '@jest/globals';
import { graticule } from './graticule.ts';

test('lines every ten degrees', () => {
  const { coordinates } = graticule(10).geometry;
  expect(coordinates).toHaveLength(37 + 17);
  expect(coordinates[0]).toEqual([
    [-180, -80],
    [-180, 80],
  ]);
  expect(coordinates.at(-1)).toEqual([
    [-180, 80],
    [180, 80],
  ]);
});
