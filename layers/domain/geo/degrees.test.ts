import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Axis, formatDegrees, parseDegrees } from './degrees.ts';

describe('degrees', () => {
  test.each<[string, Axis, number]>([
    ['E084°00′00″', 'longitude', 84],
    ['N46°40′00″', 'latitude', 46 + 40 / 60],
    ['Ｅ０８４°００′００″', 'longitude', 84],
    ['116°23\'29.4"E', 'longitude', 116 + 23 / 60 + 29.4 / 3600],
    ["39°54'15''N", 'latitude', 39 + 54 / 60 + 15 / 3600],
    ['东经84度30分', 'longitude', 84.5],
    ['北纬39度54分15秒', 'latitude', 39 + 54 / 60 + 15 / 3600],
    ['西经 70 30', 'longitude', -70.5],
    ['116 23 29', 'longitude', 116 + 23 / 60 + 29 / 3600],
    ['-39.9042', 'latitude', -39.9042],
    ['39.9042 S', 'latitude', -39.9042],
    ['E1162315', 'longitude', 116 + 23 / 60 + 15 / 3600],
    ['N395415', 'latitude', 39 + 54 / 60 + 15 / 3600],
    ['0', 'latitude', 0],
    ['180°', 'longitude', 180],
  ])('%s', (text, axis, value) => {
    expect(parseDegrees(text, axis)).toBeCloseTo(value, 10);
  });

  test.each<[string, Axis]>([
    ['', 'longitude'],
    ['abc', 'longitude'],
    ['181', 'longitude'],
    ['90°00′01″', 'latitude'],
    ['39°60′', 'latitude'],
    ['39°54′60″', 'latitude'],
    ['N39', 'longitude'],
    ['E116', 'latitude'],
    ['-39 S', 'latitude'],
    ['39.5°30′', 'latitude'],
    ['39 54 15 2', 'latitude'],
    ['NaN', 'latitude'],
    ['1162315', 'longitude'],
  ])('%s is no %s', (text, axis) => {
    expect(parseDegrees(text, axis)).toBeUndefined();
  });

  test('written and read again are the same to the digit written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Axis>('longitude', 'latitude'),
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.integer({ min: 0, max: 5 }),
        (axis, value, digits) => {
          const read = parseDegrees(formatDegrees(value, axis, digits), axis);
          expect(Math.abs((read ?? Number.NaN) - value)).toBeLessThanOrEqual(0.51 / 3600 / 10 ** digits);
        },
      ),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = parseDegrees(text, 'longitude');
        expect(read === undefined || Math.abs(read) <= 180).toBe(true);
      }),
    );
  });

  test('never show sixty seconds', () => {
    expect(formatDegrees(83.9999999, 'longitude')).toBe('E084°00′00″');
    expect(formatDegrees(-0.5, 'latitude', 1)).toBe('S00°30′00.0″');
  });
});
