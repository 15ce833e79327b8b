import { describe, expect, test } from '@jest/globals';
import { crsOfEpsg, epsgOf, isZone, meridianOf, zoneOf } from './crs.ts';

describe('EPSG codes', () => {
  test.each([
    [4490, { kind: 'geographic', datum: 'CGCS2000' }],
    [4326, { kind: 'geographic', datum: 'WGS84' }],
    // 114° E, the code that domain.md §7.1 names.
    [4547, { kind: 'gauss-kruger', datum: 'CGCS2000', width: 3, zone: 38, prefixed: false }],
    [4526, { kind: 'gauss-kruger', datum: 'CGCS2000', width: 3, zone: 38, prefixed: true }],
    [4491, { kind: 'gauss-kruger', datum: 'CGCS2000', width: 6, zone: 13, prefixed: true }],
    [4512, { kind: 'gauss-kruger', datum: 'CGCS2000', width: 6, zone: 23, prefixed: false }],
    [2337, { kind: 'gauss-kruger', datum: 'Xian80', width: 6, zone: 23, prefixed: true }],
    [2390, { kind: 'gauss-kruger', datum: 'Xian80', width: 3, zone: 45, prefixed: false }],
    [21453, { kind: 'gauss-kruger', datum: 'Beijing54', width: 6, zone: 13, prefixed: false }],
    [2421, { kind: 'gauss-kruger', datum: 'Beijing54', width: 3, zone: 45, prefixed: true }],
  ])('%i', (code, crs) => {
    expect(crsOfEpsg(code)).toEqual(crs);
  });

  test('every known code comes back from its system, and no two systems share one', () => {
    const known = Array.from({ length: 33_000 }, (_, code) => code).filter(
      (code) => crsOfEpsg(code) !== undefined,
    );
    // Four geographic systems; three datums with 11 zones of 6° and 21 of 3°, each with and without prefix.
    expect(known).toHaveLength(4 + 3 * 2 * (11 + 21));
    for (const code of known) {
      const crs = crsOfEpsg(code);
      expect(crs && epsgOf(crs)).toBe(code);
    }
  });

  test('what the registry does not have', () => {
    expect(
      epsgOf({ kind: 'gauss-kruger', datum: 'WGS84', width: 3, zone: 38, prefixed: true }),
    ).toBeUndefined();
    expect(
      epsgOf({ kind: 'gauss-kruger', datum: 'CGCS2000', width: 6, zone: 24, prefixed: true }),
    ).toBeUndefined();
    expect(crsOfEpsg(3857)).toBeUndefined();
  });
});

describe('zones', () => {
  test.each([
    [3, 114, 38, 114],
    [3, 112.5, 38, 114],
    [3, 112.499, 37, 111],
    [6, 114, 20, 117],
    [6, 113.999, 19, 111],
    [6, 75, 13, 75],
  ] as const)('of %i° at %d° E: %i, meridian %i°', (width, longitude, zone, meridian) => {
    expect(zoneOf(width, longitude)).toBe(zone);
    expect(meridianOf(width, zone)).toBe(meridian);
  });
  test('in China', () => {
    expect([24, 25, 45, 46, 30.5].map((zone) => isZone(3, zone))).toEqual([false, true, true, false, false]);
    expect([12, 13, 23, 24].map((zone) => isZone(6, zone))).toEqual([false, true, true, false]);
  });
});
