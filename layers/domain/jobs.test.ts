import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUnderWay, jobKindCodes, jobKinds, jobLifecycle, pace } from './jobs.ts';
import { movesFrom, statesOf } from './lifecycle.ts';

describe('a job', () => {
  test('can be called off, held or tried again by people until it ended', () => {
    const moves = statesOf(jobLifecycle).map((state) => [
      state,
      movesFrom(jobLifecycle, state, ['ARCHIVE_CLERK']),
    ]);
    expect(Object.fromEntries(moves)).toEqual({
      queued: ['pause', 'cancel'],
      running: ['pause', 'cancel'],
      paused: ['resume', 'cancel'],
      failed: ['retry', 'cancel'],
      done: [],
      cancelled: [],
    });
  });
  test('changes by itself only while it waits or runs', () => {
    expect(statesOf(jobLifecycle).filter(isUnderWay)).toEqual(['queued', 'running']);
  });
  test('of each kind has names for its counts in both languages', () => {
    for (const kind of jobKindCodes)
      for (const { zh, en } of [jobKinds[kind].name, ...Object.values(jobKinds[kind].counts)])
        expect([zh, en].every((text) => text.length > 0)).toBe(true);
  });
});

describe('the pace', () => {
  test('is not told before a second of work, nor before anything is done', () => {
    expect(pace({ done: 10, total: 100, activeMs: 999 })).toBeUndefined();
    expect(pace({ done: 0, total: 100, activeMs: 5000 })).toBeUndefined();
  });
  test('of 50 in 2 seconds is 25 a second; 100 more take 4 seconds', () => {
    expect(pace({ done: 50, total: 150, activeMs: 2000 })).toEqual({ perSecond: 25, secondsLeft: 4 });
  });
  test('never promises less than nothing, nor an end before the end', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1e8), (done, total, activeMs) => {
        const told = pace({ done, total, activeMs });
        if (told === undefined) return;
        expect(told.secondsLeft).toBeGreaterThanOrEqual(0);
        if (done < total) expect(told.secondsLeft).toBeGreaterThan(0);
      }),
    );
  });
});
