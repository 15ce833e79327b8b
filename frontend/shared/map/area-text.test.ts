import { expect, test } from '@jest/globals';
import { areaText, shapeOfText } from './area-text.ts';

test('an area goes into the address and comes back', () => {
  const text = '110,30;111,30;110.5,31';
  const shape = shapeOfText(text);
  expect(shape?.corners).toHaveLength(3);
  expect(areaText(shape)).toBe(text);
});
test('a box is the ring of its corners, rounded to what a hand can draw', () => {
  const box = {
    kind: 'box',
    corners: [
      [110.123456789, 30],
      [111, 31],
    ],
  } as const;
  expect(areaText(box)).toBe('110.123457,30;111,30;111,31;110.123457,31');
});
test.each(['', '110,30', 'a,b;c,d;e,f', '110,30;111,31;111,30;110,31', '110,30,5;111,30;110,31'])(
  '“%s” is no area',
  (text) => {
    expect(shapeOfText(text)).toBeUndefined();
  },
);
