import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import proj4 from 'proj4';
import { type Datum, datums } from './datum.ts';
import { project, unproject } from './gauss-kruger.ts';

const definition = (datum: Datum, meridian: number): string => {
  const { a, inverseFlattening } = datums[datum];
  return `+proj=etmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=0 +y_0=0 +a=${a} +rf=${inverseFlattening} +units=m +no_defs`;
};
const ellipsoid = (datum: Datum): string =>
  `+proj=longlat +a=${datums[datum].a} +rf=${datums[datum].inverseFlattening} +no_defs`;

const datum = fc.constantFrom<Datum>('CGCS2000', 'Xian80', 'Beijing54', 'WGS84');
const inZone = fc.record({
  meridian: fc.integer({ min: 25, max: 45 }).map((zone) => 3 * zone),
  off: fc.double({ min: -4, max: 4, noNaN: true }),
  latitude: fc.double({ min: 0, max: 56, noNaN: true }),
});

describe('Gauss–Krüger', () => {
  test('gives the metres that an independent implementation gives', () => {
    fc.assert(
      fc.property(datum, inZone, (on, { meridian, off, latitude }) => {
        const { x, y } = project(on, meridian, { longitude: meridian + off, latitude });
        const [east = Number.NaN, north = Number.NaN] = proj4(ellipsoid(on), definition(on, meridian), [
          meridian + off,
          latitude,
        ]);
        expect(Math.abs(y - east)).toBeLessThan(1e-4);
        expect(Math.abs(x - north)).toBeLessThan(1e-4);
      }),
    );
  });

  test('comes back to where it started', () => {
    fc.assert(
      fc.property(datum, inZone, (on, { meridian, off, latitude }) => {
        const place = { longitude: meridian + off, latitude };
        const back = unproject(on, meridian, project(on, meridian, place));
        expect(Math.abs(back.longitude - place.longitude)).toBeLessThan(1e-9);
        expect(Math.abs(back.latitude - place.latitude)).toBeLessThan(1e-9);
      }),
    );
  });

  test('the meridian is true to scale: a quarter of it is 10 001 965.729 m on GRS 80', () => {
    expect(project('CGCS2000', 114, { longitude: 114, latitude: 90 }).x).toBeCloseTo(10_001_965.729, 2);
    expect(project('CGCS2000', 114, { longitude: 114, latitude: 0 })).toEqual({ x: 0, y: 0 });
  });
});
