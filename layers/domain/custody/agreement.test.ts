import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { agreementNotice, termStanding } from './agreement.ts';

const end = '2027-06-30';
const days = [90, 30];
const at = (left: number) => addDays(end, -left);

describe('the term of an agreement', () => {
  test.each([
    [91, 'running'],
    [90, 'soon'],
    [0, 'soon'],
    [-1, 'expired'],
  ] as const)('%i days before its end it is %s', (left, standing) => {
    expect(termStanding({ state: 'in-force', end }, at(left), days)).toBe(standing);
  });
  test('what was renewed or is handed back does not expire', () => {
    for (const state of ['draft', 'renewed', 'ending', 'handed-back', 'dropped'] as const)
      expect(termStanding({ state, end }, at(-10), days)).toBe('running');
  });
});

describe('reminders of its end', () => {
  const due = (left: number, noticed?: { days: number; end: string }) =>
    agreementNotice({ state: 'in-force', end, noticed }, at(left), days);
  test('come on the days set, and once more when it has expired', () => {
    expect([91, 90, 31, 30, 0, -1].map((left) => due(left))).toEqual([undefined, 90, 90, 30, 30, -1]);
  });
  test('are not told twice; another end begins anew', () => {
    expect(due(60, { days: 90, end })).toBeUndefined();
    expect(due(30, { days: 90, end })).toBe(30);
    expect(due(-5, { days: -1, end })).toBeUndefined();
    expect(due(60, { days: 30, end: '2026-01-01' })).toBe(90);
  });
  test('whatever days the clock runs on, each is told at most once and never a longer one later', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 200 }), { maxLength: 60 }), (runs) => {
        let noticed: { days: number; end: string } | undefined;
        const told: number[] = [];
        for (const left of runs.toSorted((a, b) => b - a)) {
          const stage = due(left, noticed);
          if (stage === undefined) continue;
          told.push(stage);
          noticed = { days: stage, end };
        }
        expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
      }),
    );
  });
});
