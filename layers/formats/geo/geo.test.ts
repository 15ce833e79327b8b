import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CGCS2000, CGCS2000_117 } from '../testing/build-shapefile.ts';
import { parseDegrees } from './degrees.ts';
import { epsgDefinition } from './epsg.ts';
import { place } from './place.ts';
import { parseWkt } from './wkt.ts';

test.each([
  ['39.9042', 90, 39.9042],
  ['39°54\'15"N', 90, 39.90416667],
  ['116 23 29 E', 180, 116.39138889],
  ["33° 52' S", 90, -33.86666667],
  ['北纬39°54′', 90, 39.9],
  ['-116.5', 180, -116.5],
  ['500000', 180, undefined],
  ['', 90, undefined],
  ['NAD 27', 90, undefined],
  ['39 75 00', 90, undefined],
] as const)('%j', (text, limit, expected) => {
  expect(parseDegrees(text, limit)).toBe(expected);
});

test('degrees, minutes and seconds come back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 179 }), fc.nat(59), fc.nat(59), (d, m, s) => {
      expect(parseDegrees(`${d}°${m}'${s}"E`, 180)).toBeCloseTo(d + m / 60 + s / 3600, 6);
    }),
  );
});

test('names and codes of WKT', () => {
  expect(parseWkt(CGCS2000)).toMatchObject({ epsg: 4490, geographic: true });
  expect(parseWkt(CGCS2000_117)).toMatchObject({ name: 'CGCS2000_GK_CM_117E', geographic: false });
  expect(parseWkt('PROJCS["x",GEOGCS["y"],AUTHORITY["EPSG","4548"]]')).toMatchObject({ epsg: 4548 });
  expect(parseWkt('PROJCS["x",GEOGCS["y"')).toBeUndefined();
  expect(parseWkt('hello')).toBeUndefined();
});

test.each([
  [4548, 500000, 4427757, 117],
  [4526, 38500000, 4427757, 114],
  [4498, 20500000, 4427757, 117],
  [2362, 38500000, 4427757, 114],
  [32650, 500000, 4427757, 117],
])('EPSG:%i: its central meridian', async (epsg, x, y, meridian) => {
  expect(epsgDefinition(epsg)).toBeDefined();
  const { metadata } = await place([x, y, x, y], { epsg });
  const [west = 0, south = 0] = Array.isArray(metadata['bbox']) ? metadata['bbox'].map(Number) : [];
  expect(west).toBeCloseTo(meridian, 3);
  expect(south).toBeGreaterThan(39.9);
  expect(south).toBeLessThan(40.1);
});

test('without a system there is a warning and no box in degrees', async () => {
  const { metadata, problems } = await place([1, 2, 3, 4], undefined);
  expect(metadata).toEqual({ projectedBbox: [1, 2, 3, 4] });
  expect(problems).toMatchObject([{ code: 'crs-missing' }]);
});
