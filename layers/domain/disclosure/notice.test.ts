import { describe, expect, test } from '@jest/globals';
import { canMove, movesFrom, statesOf } from '../lifecycle.ts';
import {
  afterObjection,
  defaultDisclosureDays as days,
  isReadable,
  isSettledNotice,
  isStanding,
  lastDayOf,
  publicNoticeLifecycle as life,
  maySecond,
  noticeKindCodes,
  objectionSuspends,
} from './notice.ts';

test('whoever proposed does not publish', () => {
  expect(maySecond({ proposedBy: 'a', by: 'a' })).toBe(false);
  expect(maySecond({ proposedBy: 'a', by: 'b' })).toBe(true);
});

test('what has ended never comes back, and only what is published or lifted can be read', () => {
  for (const state of ['refused', 'expired'] as const)
    expect(movesFrom(life, state, ['SYSTEM', 'MINISTRY_ADMIN', 'PROVINCE_ADMIN'])).toEqual([]);
  for (const state of ['withdrawn', 'replaced', 'lifted'] as const)
    expect(canMove(life, 'publish', state) || canMove(life, 'resume', state)).toBe(false);
  expect(statesOf(life).filter(isReadable)).toEqual(['published', 'lifted']);
  expect(statesOf(life).filter(isStanding)).toEqual(['proposed', 'published', 'suspended']);
});

describe('the last day on the portal', () => {
  const on = { today: '2026-12-01' };
  test.each([
    ['overdue', 'published', undefined],
    ['circular', 'published', undefined],
    ['abnormal', 'published', undefined],
    ['penalty', 'published', '2027-12-01'],
    ['penalty', 'lifted', '2027-03-01'],
    ['overdue', 'lifted', '2027-03-01'],
    ['overdue', 'withdrawn', '2027-12-01'],
    ['overdue', 'replaced', '2027-12-01'],
  ] as const)('%s %s: %s', (kind, state, last) => {
    expect(lastDayOf(kind, state, on, days)).toBe(last);
  });
  test('a day that was named counts while it is published, and not for what was lifted', () => {
    const named = { ...on, until: '2026-12-31' };
    expect(lastDayOf('overdue', 'published', named, days)).toBe('2026-12-31');
    expect(lastDayOf('penalty', 'published', named, days)).toBe('2026-12-31');
    expect(lastDayOf('overdue', 'lifted', named, days)).toBe('2027-03-01');
  });
});

test('a notice is lifted with the last task it names; a penalty never is', () => {
  for (const kind of noticeKindCodes) {
    expect(isSettledNotice(kind, ['accepted', 'handed-in'])).toBe(false);
    expect(isSettledNotice(kind, ['accepted', undefined])).toBe(false);
    expect(isSettledNotice(kind, [])).toBe(false);
    expect(isSettledNotice(kind, ['accepted', 'withdrawn', 'no-data', 'certified'])).toBe(kind !== 'penalty');
  }
});

test('an objection suspends once, within its term, its last day included', () => {
  const of = { openedOn: '2026-12-16', objectUntil: '2026-12-16', suspendedBefore: false };
  expect(objectionSuspends(of)).toBe(true);
  expect(objectionSuspends({ ...of, openedOn: '2026-12-17' })).toBe(false);
  expect(objectionSuspends({ ...of, suspendedBefore: true })).toBe(false);
});

test('granted takes the notice back, refused brings it back, in part waits for people', () => {
  expect(['granted', 'refused', 'partly'].map(afterObjection)).toEqual(['withdraw', 'resume', undefined]);
});
