import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cornerForms, readCorner, writeCorner } from './corner.ts';

const cornerOf = (text: string) => {
  const read = readCorner(text);
  return read.ok ? read.corner.map((value) => Math.round(value * 1e6) / 1e6) : read.text.en;
};

test.each([
  ['116.39, 39.9', [116.39, 39.9]],
  ['116.39 39.9', [116.39, 39.9]],
  ['116.39，39.9', [116.39, 39.9]],
  ['-116.39, -39.9', [-116.39, -39.9]],
  ['E116°23′24″ N39°54′00″', [116.39, 39.9]],
  ['E116°23′24″N39°54′00″', [116.39, 39.9]],
  ['116°23′24″E 39°54′N', [116.39, 39.9]],
  ['116°23′24″, 39°54′', [116.39, 39.9]],
  ['东经116度23分24秒 北纬39度54分', [116.39, 39.9]],
  ['W71°30′ S33°', [-71.5, -33]],
])('%s is a place', (text, corner) => {
  expect(cornerOf(text)).toEqual(corner);
});

test.each([
  ['', 'Not a place'],
  ['116.39', 'Not a place'],
  ['1, 2, 3', 'Not a place'],
  ['200, 10', 'Not a place'],
  ['39.9, 116.39', 'exchanged'],
  ['N39°54′ E116°23′', 'exchanged'],
  ['99447943, 4417934', '3° zone'],
  ['39447943, 99999999', 'outside'],
])('%s is told', (text, why) => {
  expect(cornerOf(text)).toContain(why);
});

test('what is written is read again, in every form', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 74, max: 135, noNaN: true }),
      fc.double({ min: 4, max: 53, noNaN: true }),
      fc.constantFrom(...cornerForms),
      (longitude, latitude, form) => {
        const read = readCorner(writeCorner([longitude, latitude], form));
        if (!read.ok) throw new Error(read.text.en);
        expect(Math.abs(read.corner[0] - longitude)).toBeLessThan(2e-6);
        expect(Math.abs(read.corner[1] - latitude)).toBeLessThan(2e-6);
      },
    ),
  );
});

test('any text gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readCorner(text);
      expect(read.ok || read.text.zh.length > 0).toBe(true);
    }),
  );
});

test('outside the zones degrees stand for metres', () => {
  expect(writeCorner([10, 50], 'projected')).toBe('E010°00′00.00″ N50°00′00.00″');
});
