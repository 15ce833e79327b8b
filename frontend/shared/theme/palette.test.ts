import { describe, expect, test } from '@jest/globals';
import { contrast } from './contrast.ts';
import { dark, light, type Palette } from './palette.ts';

const channels = (hex: string): [number, number, number] => {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
};

const pairs: [keyof Palette, keyof Palette][] = [
  ['text', 'page'],
  ['text', 'surface'],
  ['text', 'raised'],
  ['soft', 'page'],
  ['soft', 'surface'],
  ['primary', 'page'],
  ['primary', 'surface'],
  ['onPrimary', 'primary'],
  ['accent', 'page'],
  ['accent', 'surface'],
  ['success', 'surface'],
  ['warning', 'surface'],
  ['error', 'surface'],
  ['onBar', 'bar'],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s palette', (_name, palette) => {
  test.each(pairs)('%s is readable on %s', (front, back) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['land', 'sea'] as const)(
    'coast and outlines stand out on %s, the net of degrees stays quiet',
    (ground) => {
      expect(contrast(palette.soft, palette[ground])).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.accent, palette[ground])).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.net, palette[ground])).toBeGreaterThan(1.4);
      expect(contrast(palette.net, palette[ground])).toBeLessThan(3);
    },
  );

  test('land is warm and water is blue', () => {
    const [landRed, , landBlue] = channels(palette.land);
    const [seaRed, seaGreen, seaBlue] = channels(palette.sea);
    expect(landRed).toBeGreaterThan(landBlue);
    expect(seaBlue).toBeGreaterThan(seaGreen);
    expect(seaGreen).toBeGreaterThan(seaRed);
  });
});

test('contrast runs from 1 to 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});
