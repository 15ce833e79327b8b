import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatBox, formatDegrees } from './coordinates.ts';

test('degrees in the form of the catalogue', () => {
  expect(formatDegrees(84, 'longitude')).toBe('E084°00′00″');
  expect(formatDegrees(46 + 40 / 60, 'latitude')).toBe('N46°40′00″');
  expect(formatDegrees(-0.5, 'latitude')).toBe('S00°30′00″');
  expect(formatDegrees(-71.25, 'longitude')).toBe('W071°15′00″');
});

test('59.9999 seconds round up into the next minute, never to 60', () => {
  expect(formatDegrees(116.99999999, 'longitude')).toBe('E117°00′00″');
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (value) => {
      expect(formatDegrees(value, 'longitude')).toMatch(/^[EW][01]\d\d°[0-5]\d′[0-5]\d″$/);
    }),
  );
});

test('a box', () => {
  expect(formatBox([116.25, 39.5, 116.5, 40])).toBe('E116°15′00″–E116°30′00″, N39°30′00″–N40°00′00″');
});
