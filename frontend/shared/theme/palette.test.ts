import { describe, expect, test } from '@jest/globals';
import { contrast } from './contrast.ts';
import { dark, light, type Palette } from './palette.ts';

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
});

test('contrast runs from 1 to 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});
