import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { documentKinds } from '../documents.ts';
import { movesFrom } from '../lifecycle.ts';
import { roles } from '../roles.ts';
import { type TaskState, taskLifecycle } from '../task.ts';
import {
  chaseLifecycle,
  chasePapers,
  chasers,
  isCorrectionMissed,
  isRunning,
  isSettled,
  nextStepOf,
  nextSteps,
  runningStates,
  type StepFacts,
  stepHindrance,
  termEnd,
} from './chase.ts';

const last = (more: Partial<StepFacts> = {}): StepFacts => ({
  step: 'order',
  on: '2026-12-01',
  until: '2027-01-30',
  served: '2026-12-01',
  ...more,
});

describe('the order of the steps', () => {
  test('is that of art. 20, and none can be left out', () => {
    const order = ['demanded', 'ordered', 'penalty-proposed', 'fined', 'circulated'] as const;
    expect(order.map((state) => nextStepOf(state, chasers))).toEqual([...nextSteps, undefined]);
    for (const [at, step] of nextSteps.entries())
      expect(chaseLifecycle.moves[step]).toMatchObject({ from: [order[at]], to: order[at + 1] });
  });
  test('only the authority moves it; what has ended stays', () => {
    const others = roles.map(({ code }) => code).filter((code) => !chasers.some((one) => one === code));
    for (const state of runningStates) expect(movesFrom(chaseLifecycle, state, others)).toEqual([]);
    for (const state of ['closed', 'dropped'] as const) {
      expect(isRunning(state)).toBe(false);
      expect(movesFrom(chaseLifecycle, state, [...chasers, 'SYSTEM'])).toEqual([]);
    }
  });
  test('whoever makes a step may take its paper back', () => {
    for (const kind of Object.values(chasePapers)) expect(documentKinds[kind].voidBy).toEqual([...chasers]);
  });
});

describe('a step waits', () => {
  const hindrance = (facts: Partial<StepFacts>, today: string, tasks = ['open'] as const) =>
    stepHindrance(last(facts), tasks, today)?.en;
  test('until the term before it has passed', () => {
    expect(hindrance({}, '2027-01-30')).toContain('2027-01-30');
    expect(hindrance({}, '2027-01-31')).toBeUndefined();
    expect(hindrance({ step: 'demand', served: undefined }, '2027-01-30')).toContain('term');
    expect(hindrance({ step: 'demand', served: undefined }, '2027-01-31')).toBeUndefined();
  });
  test('for its paper to be served, and then as many days as the paper gave', () => {
    expect(hindrance({ served: undefined }, '2027-03-01')).toContain('served');
    expect(termEnd(last({ served: '2026-12-11' }))).toBe('2027-02-09');
    expect(hindrance({ served: '2026-12-11' }, '2027-02-09')).toContain('2027-02-09');
  });
  test('not for the fine to be paid', () => {
    expect(hindrance({ step: 'fine', until: '2027-05-01' }, '2027-01-01')).toBeUndefined();
    expect(hindrance({ step: 'fine', served: undefined }, '2027-09-01')).toContain('served');
  });
  test('while everything was handed in, and for good when its paper is void', () => {
    expect(stepHindrance(last(), ['handed-in', 'accepted'], '2027-03-01')?.en).toContain('wait');
    expect(stepHindrance(last(), ['handed-in', 'open'], '2027-03-01')).toBeUndefined();
    expect(hindrance({ void: true }, '2027-03-01')).toContain('void');
  });
});

describe('the track of art. 21', () => {
  const hindrance = (facts: Partial<StepFacts>, today: string, tasks: TaskState[] = ['open']) =>
    stepHindrance(last(facts), tasks, today, 'fraud')?.en;
  test('bars only after the term to correct, counted from service, and while something is open', () => {
    const decided = { step: 'fine' as const };
    expect(hindrance(decided, '2027-01-30')).toContain('2027-01-30');
    expect(hindrance(decided, '2027-01-31')).toBeUndefined();
    expect(hindrance({ ...decided, served: undefined }, '2027-09-01')).toContain('served');
    expect(hindrance(decided, '2027-01-31', ['handed-in'])).toContain('wait');
  });
  test('fines what was forged also when it was corrected since', () => {
    expect(hindrance({ step: 'propose' }, '2027-01-31', ['handed-in'])).toBeUndefined();
  });
  test('begins with what was returned and not corrected by its day', () => {
    const task = { state: 'open' as const, handIns: [{ on: '2026-01-01', correctBy: '2026-03-01' }] };
    expect(isCorrectionMissed(task, '2026-03-01')).toBe(false);
    expect(isCorrectionMissed(task, '2026-03-02')).toBe(true);
    expect(isCorrectionMissed({ ...task, state: 'handed-in' }, '2026-03-02')).toBe(false);
    expect(isCorrectionMissed({ state: 'open' }, '2026-03-02')).toBe(false);
  });
});

const taskStates = Object.keys(taskLifecycle.states) as (keyof typeof taskLifecycle.states)[];
test('what is settled hinders every step: nobody is punished for what is done', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...taskStates), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...(['demand', 'order', 'propose', 'fine'] as const)),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      (tasks, step, served, later) => {
        const facts = last({ step, served: addDays('2026-12-01', served) });
        if (isSettled(tasks)) expect(stepHindrance(facts, tasks, addDays('2026-12-01', later))).toBeDefined();
        // Serving late never shortens a term.
        expect((termEnd(facts) ?? '') >= (facts.until ?? '')).toBe(true);
      },
    ),
  );
});
