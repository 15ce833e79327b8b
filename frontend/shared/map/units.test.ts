import { expect, test } from '@jest/globals';
import { formatArea, formatLength } from './units.ts';

test('small things in metres, large ones in kilometres', () => {
  expect([0.5, 999, 1000, 123_456].map(formatLength)).toEqual(['0.5 m', '999 m', '1 km', '123.5 km']);
  expect([12.345, 99_999, 100_000, 9_596_960e6].map(formatArea)).toEqual([
    '12.35 m²',
    '99,999 m²',
    '0.1 km²',
    '9,596,960 km²',
  ]);
});
