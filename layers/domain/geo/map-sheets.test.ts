import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { neighboursOf, type SheetScale, sheetAt, sheetOf, sheetScales, sheetsIn } from './map-sheets.ts';

const J50 = { longitude: 114.5625, latitude: 39.375 };
const scales = sheetScales.map(({ scale }) => scale);
const anywhere = fc.record({
  longitude: fc.double({ min: -180, max: 179.999, noNaN: true }),
  latitude: fc.double({ min: 0, max: 87.999, noNaN: true }),
});

describe('numbers of map sheets', () => {
  // The vectors of domain.md §7.2.
  test.each<[SheetScale, string]>([
    [1_000_000, 'J50'],
    [500_000, 'J50B001001'],
    [250_000, 'J50C001001'],
    [100_000, 'J50D002002'],
    [50_000, 'J50E004003'],
    [25_000, 'J50F008005'],
    [10_000, 'J50G015010'],
    [5_000, 'J50H030019'],
  ])('1:%i of the standard’s point', (scale, code) => {
    expect(sheetAt(J50, scale)?.code).toBe(code);
  });
  test('of Tian’anmen', () => {
    expect(sheetAt({ longitude: 116.3914, latitude: 39.9075 }, 50_000)?.code).toBe('J50E001010');
  });

  test.each([
    ['J50E001010', { west: 116.25, east: 116.5, south: 39 + 50 / 60, north: 40 }],
    ['K43E019022', { west: 77.25, east: 77.5, south: 40 + 50 / 60, north: 41 }],
    ['H45C004003', { west: 87, east: 88.5, south: 28, north: 29 }],
    ['L-44-11', { west: 82, east: 83, south: 46 + 40 / 60, north: 47 + 20 / 60 }],
    ['l－44－Ⅺ', { west: 82, east: 83, south: 46 + 40 / 60, north: 47 + 20 / 60 }],
    ['ｊ５０', { west: 114, east: 120, south: 36, north: 40 }],
  ])('box of %s', (code, box) => {
    for (const [side, degrees] of Object.entries(box))
      expect(sheetOf(code)?.box).toHaveProperty(side, expect.closeTo(degrees, 9));
  });

  test.each([
    '',
    'J',
    'J61',
    'J00',
    'W50',
    'J50E025001',
    'J50E000001',
    'J50E0010010',
    'J50J001001',
    'L-44-37',
    'L-44-0',
    '金矿',
  ])('%s is none', (code) => {
    expect(sheetOf(code)).toBeUndefined();
  });
  test('nor do places beyond the numbering have one', () => {
    expect(sheetAt({ longitude: 114, latitude: -0.1 }, 50_000)).toBeUndefined();
    expect(sheetAt({ longitude: 114, latitude: 88 }, 50_000)).toBeUndefined();
    expect(sheetAt({ longitude: 180, latitude: 10 }, 50_000)).toBeUndefined();
  });

  test('a sheet holds the place it was found for, and its number leads back to it', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...scales), (place, scale) => {
        const sheet = sheetAt(place, scale);
        expect(sheet).toBeDefined();
        expect(sheetOf(sheet?.code ?? '')).toEqual(sheet);
        const { west, south, east, north } = sheet?.box ?? { west: 0, south: 0, east: 0, north: 0 };
        expect(place.longitude).toBeGreaterThanOrEqual(west - 1e-9);
        expect(place.longitude).toBeLessThan(east + 1e-9);
        expect(place.latitude).toBeGreaterThanOrEqual(south - 1e-9);
        expect(place.latitude).toBeLessThan(north + 1e-9);
      }),
    );
  });

  test('neighbours touch, also over the 180th meridian', () => {
    expect(neighboursOf('J50E001010').map(({ code }) => code)).toEqual([
      'K50E024009',
      'K50E024010',
      'K50E024011',
      'J50E001011',
      'J50E002011',
      'J50E002010',
      'J50E002009',
      'J50E001009',
    ]);
    expect(neighboursOf('J60').map(({ code }) => code)).toContain('J01');
    expect(neighboursOf('V50')).toHaveLength(5);
    expect(neighboursOf('nothing')).toEqual([]);
  });

  test('sheets of a box are those it touches', () => {
    const box = sheetOf('J50')?.box ?? { west: 0, south: 0, east: 0, north: 0 };
    const inside = sheetsIn(box, 250_000).map(({ code }) => code);
    expect(inside).toHaveLength(16);
    expect([inside[0], inside.at(-1)]).toEqual(['J50C001001', 'J50C004004']);
    expect(
      sheetsIn({ west: 116.3, east: 116.3, south: 39.9, north: 39.9 }, 50_000).map(({ code }) => code),
    ).toEqual(['J50E001010']);
    expect(sheetsIn(box, 500, 7)).toHaveLength(7);
  });
});
