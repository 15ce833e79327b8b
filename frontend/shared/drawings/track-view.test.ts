import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyed, panned, within, zoomed } from './track-view.ts';

const whole = { from: 0, to: 1000 };

describe('the view of a track', () => {
  test('stays within the hole', () => {
    expect(panned({ from: 900, to: 1000 }, 50, whole)).toEqual({ from: 900, to: 1000 });
    expect(within({ from: -50, to: 50 }, whole)).toEqual({ from: 0, to: 100 });
    expect(within({ from: -50, to: 5000 }, whole)).toEqual(whole);
  });
  test('zooms about the place one points at', () => {
    expect(zoomed({ from: 0, to: 400 }, 0.5, 100, whole)).toEqual({ from: 50, to: 250 });
    expect(zoomed({ from: 0, to: 0.6 }, 0.1, 0, whole).to).toBeCloseTo(0.5, 9);
  });
  test('follows keys', () => {
    const view = { from: 100, to: 200 };
    expect(keyed('ArrowDown', view, whole)).toEqual({ from: 110, to: 210 });
    expect(keyed('End', view, whole)).toEqual({ from: 900, to: 1000 });
    expect(keyed('Home', view, whole)).toEqual({ from: 0, to: 100 });
    expect(keyed('0', view, whole)).toEqual(whole);
    expect(keyed('x', view, whole)).toBeUndefined();
  });
  test('is never turned over or empty', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', '+', '-', 'Home', 'End', '0');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        const end = keys.reduce((view, one) => keyed(one, view, whole) ?? view, { from: 300, to: 420 });
        expect(end.from).toBeGreaterThanOrEqual(-1e-9);
        expect(end.to).toBeLessThanOrEqual(1000 + 1e-9);
        expect(end.to - end.from).toBeGreaterThan(0.49);
      }),
    );
  });
});
