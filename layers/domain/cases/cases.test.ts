import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workCalendar } from '../calendar/working-days.ts';
import { addDays, daysBetween } from '../dates.ts';
import { movesFrom } from '../lifecycle.ts';
import { roles } from '../roles.ts';
import { type CaseClock, caseDue, clockAfter } from './clock.ts';
import { caseKindCodes, kindsAbout, mayDecide, outcomes, ruleOf, subjectKinds } from './kinds.ts';
import { caseLifecycle, isEnded } from './lifecycle.ts';

const calendar = workCalendar();
const clock = (more: Partial<CaseClock> = {}): CaseClock => ({
  from: '2026-11-24',
  term: { days: 10, kind: 'calendar' },
  pauses: [],
  ...more,
});

describe.each(caseKindCodes)('the kind %s', (kind) => {
  const rule = ruleOf(kind);
  test('names what it knows, in both languages', () => {
    expect(rule.name.zh).toMatch(/[一-鿿]/);
    expect(rule.name.en).toMatch(/^[A-Z]/);
    for (const about of rule.about) expect(Object.keys(subjectKinds)).toContain(about);
    for (const outcome of rule.outcomes) expect(Object.keys(outcomes)).toContain(outcome);
    expect(rule.term.days).toBeGreaterThan(0);
  });
  test('is opened outside and decided inside', () => {
    const pool = (code: string) => roles.find((role) => role.code === code)?.pool;
    for (const role of rule.openBy) expect(pool(role)).toBe('public');
    for (const role of rule.decideBy) expect(pool(role)).toBe('staff');
  });
});

test('checkers do not decide objections to what checkers did', () => {
  const by = { sub: 'a', roles: ['ARCHIVE_CHECKER'] as const };
  expect(mayDecide({ kind: 'objection', by, decidedBefore: undefined })).toBe(false);
  expect(mayDecide({ kind: 'error-report', by, decidedBefore: undefined })).toBe(true);
});

test('nobody decides the appeal against their own decision', () => {
  const by = { sub: 'a', roles: ['MINISTRY_ADMIN'] as const };
  expect(mayDecide({ kind: 'appeal', by, decidedBefore: 'a' })).toBe(false);
  expect(mayDecide({ kind: 'appeal', by, decidedBefore: 'b' })).toBe(true);
});

test('everything that can be contested has its kinds; an appeal is about a case only', () => {
  expect(kindsAbout('deposit')).toEqual(['objection', 'error-report', 'question']);
  expect(kindsAbout('case')).toEqual(['appeal']);
  expect(kindsAbout('general')).toEqual(['question']);
});

test('what has ended moves no more', () => {
  const all = roles.map(({ code }) => code);
  for (const state of ['decided', 'inadmissible', 'withdrawn'] as const) {
    expect(isEnded(state)).toBe(true);
    expect(movesFrom(caseLifecycle, state, [...all, 'SYSTEM'])).toEqual([]);
  }
});

test('the asker answers and withdraws, and decides nothing', () => {
  expect(movesFrom(caseLifecycle, 'waiting', ['SUBMITTER'])).toEqual(['answer', 'withdraw']);
  expect(movesFrom(caseLifecycle, 'in-hand', ['SUBMITTER'])).toEqual(['withdraw']);
});

describe('the clock', () => {
  test('runs its days and then is overdue', () => {
    expect(caseDue(calendar, clock(), '2026-11-26')).toMatchObject({ due: '2026-12-04', left: 8 });
    expect(caseDue(calendar, clock(), '2026-12-06').left).toBe(-2);
  });
  test('counts working days where the term says so', () => {
    const term = { days: 5, kind: 'working' } as const;
    expect(caseDue(calendar, clock({ term }), '2026-11-24').due).toBe('2026-12-01');
  });
  test('stands still while the asker is to answer, and goes on by as many days', () => {
    const waiting = clockAfter(clock(), { before: 'in-hand', after: 'waiting', on: '2026-11-26' });
    expect(caseDue(calendar, waiting, '2026-11-26')).toEqual({ used: 2, left: 8, running: false });
    expect(caseDue(calendar, waiting, '2026-12-20')).toEqual({ used: 2, left: 8, running: false });
    const again = clockAfter(waiting, { before: 'waiting', after: 'in-hand', on: '2026-12-20' });
    expect(caseDue(calendar, again, '2026-12-20')).toMatchObject({ due: '2026-12-28', running: true });
  });
  test('a case is due later by just the days it waited, however often it did', () => {
    const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(waits, fc.integer({ min: 60, max: 90 }), (steps, days) => {
        const start = clock({ term: { days, kind: 'calendar' } });
        let now = start;
        let on = start.from;
        let waited = 0;
        for (const [work, wait] of steps) {
          on = addDays(on, work);
          now = clockAfter(now, { before: 'in-hand', after: 'waiting', on });
          on = addDays(on, wait);
          waited += wait;
          now = clockAfter(now, { before: 'waiting', after: 'in-hand', on });
        }
        const { due } = caseDue(calendar, now, on);
        expect(daysBetween(start.from, due ?? '')).toBe(days + waited);
      }),
    );
  });
  test('a move that is no waiting leaves it alone', () => {
    const same = clock();
    expect(clockAfter(same, { before: 'opened', after: 'in-hand', on: '2026-11-25' })).toBe(same);
  });
});
