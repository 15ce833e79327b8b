import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Crs, zoneOf } from './crs.ts';
import { BadPlace, guessZones, inChina, lonLatOf, looksSwapped, projectTo, toCgcs2000 } from './place.ts';

const zone38: Crs & { kind: 'gauss-kruger' } = {
  kind: 'gauss-kruger',
  datum: 'CGCS2000',
  width: 3,
  zone: 38,
  prefixed: true,
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof BadPlace) return error.code;
  }
  return 'none';
};

describe('places', () => {
  test('on the central meridian', () => {
    const [place] = [lonLatOf({ crs: zone38, x: 38_500_000, y: 0 })];
    expect(place).toEqual({ longitude: 114, latitude: 0 });
  });

  test('projected with and without prefix give the same degrees and come back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 73, max: 135, noNaN: true }),
        fc.double({ min: 3, max: 54, noNaN: true }),
        fc.constantFrom<3 | 6>(3, 6),
        fc.boolean(),
        (longitude, latitude, width, prefixed) => {
          const zone = Math.min(
            Math.max(zoneOf(width, longitude), width === 3 ? 25 : 13),
            width === 3 ? 45 : 23,
          );
          const crs = { kind: 'gauss-kruger', datum: 'Xian80', width, zone, prefixed } as const;
          const back = lonLatOf({ crs, ...projectTo(crs, { longitude, latitude }) });
          expect(back.longitude).toBeCloseTo(longitude, 8);
          expect(back.latitude).toBeCloseTo(latitude, 8);
        },
      ),
    );
  });

  test('say how they became CGCS2000, and never claim what nobody may compute', () => {
    const at = { x: 114.5, y: 39.4 };
    const from = (datum: Crs['datum']) => toCgcs2000({ crs: { kind: 'geographic', datum }, ...at });
    expect(from('CGCS2000')).toMatchObject({ method: 'as-given', accuracyMetres: 0, longitude: 114.5 });
    expect(from('WGS84')).toMatchObject({ method: 'datum-taken-as-equal', accuracyMetres: 1 });
    expect(from('Xian80')).toMatchObject({ method: 'datum-taken-as-equal', accuracyMetres: 100 });
    expect(from('Beijing54').accuracyMetres).toBeGreaterThanOrEqual(100);
    expect(
      toCgcs2000({ crs: zone38, ...projectTo(zone38, { longitude: 114.5, latitude: 39.4 }) }),
    ).toMatchObject({
      method: 'projection',
      accuracyMetres: 0,
    });
  });

  test.each([
    ['a zone that is not the system’s', { crs: zone38, x: 39_500_000, y: 4_300_000 }, 'other-zone'],
    ['an easting without the prefix', { crs: zone38, x: 500_000, y: 4_300_000 }, 'outside-system'],
    [
      'a prefix where none belongs',
      { crs: { ...zone38, prefixed: false }, x: 38_500_000, y: 4_300_000 },
      'outside-system',
    ],
    ['easting and northing exchanged', { crs: zone38, x: 4_300_000, y: 38_500_000 }, 'outside-system'],
    ['degrees in a system of metres', { crs: zone38, x: 114.2, y: 39.1 }, 'outside-system'],
    [
      'metres in a system of degrees',
      { crs: { kind: 'geographic', datum: 'WGS84' }, x: 500_000, y: 4_300_000 },
      'outside-system',
    ],
    ['no number', { crs: { kind: 'geographic', datum: 'WGS84' }, x: Number.NaN, y: 1 }, 'outside-system'],
  ] as const)('%s is refused', (_, given, code) => {
    expect(codeOf(() => lonLatOf(given))).toBe(code);
  });

  test('hints for people', () => {
    expect(looksSwapped({ longitude: 39.4, latitude: 114.5 })).toBe(true);
    expect(looksSwapped({ longitude: 114.5, latitude: 39.4 })).toBe(false);
    expect(inChina({ longitude: 0, latitude: 51 })).toBe(false);
    expect(guessZones(38_400_000)).toEqual([{ width: 3, zone: 38 }]);
    expect(guessZones(20_400_000)).toEqual([{ width: 6, zone: 20 }]);
    expect(guessZones(400_000)).toEqual([]);
  });
});
