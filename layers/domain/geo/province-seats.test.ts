import { expect, it } from '@jest/globals';
import { provinces } from '../regions.ts';
import { provinceSeats } from './province-seats.ts';

it('every province has a seat, within the country’s box', () => {
  expect(Object.keys(provinceSeats)).toEqual(Object.keys(provinces));
  for (const [longitude, latitude] of Object.values(provinceSeats)) {
    expect([longitude > 73 && longitude < 136, latitude > 17 && latitude < 54]).toEqual([true, true]);
  }
});
