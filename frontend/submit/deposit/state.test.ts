import { depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { describe, expect, test } from '@jest/globals';
import { isMoving, progressOf, tones } from './state.ts';

describe('deposit states', () => {
  test('every state of the lifecycle has a tone', () => {
    expect(Object.keys(tones).sort()).toEqual(Object.keys(depositLifecycle.states).sort());
  });

  test('handing in never goes back in the progress shown', () => {
    const forward = ['complete', 'check', 'submit', 'seal', 'accept', 'certify'] as const;
    for (const name of forward) {
      const { from, to } = depositLifecycle.moves[name];
      for (const state of from) expect(progressOf(to)).toBeGreaterThanOrEqual(progressOf(state));
    }
    expect(progressOf('certified')).toBe(5);
  });

  test('the page looks again exactly where the system itself makes the next step before the hand-over', () => {
    expect(Object.keys(depositLifecycle.states).filter((state) => isMoving(state as never))).toEqual([
      'checking',
      'submitted',
    ]);
  });
});
