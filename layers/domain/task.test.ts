import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moveBetween } from './lifecycle.ts';
import {
  isSettledByStage,
  type Standing,
  stateAfter,
  type TaskState,
  taskLifecycle,
  taskOutcome,
} from './task.ts';

const [a, b] = ['01KAHZ6YB80000000000000001', '01KAHZ6YB80000000000000002'];

describe('the state of a task', () => {
  test('without a deposit is open', () => {
    expect(taskOutcome({})).toEqual({ state: 'open' });
  });

  test.each<[Standing, TaskState]>([
    ['returned', 'open'],
    ['stage', 'open'],
    ['handed-in', 'handed-in'],
    ['accepted', 'accepted'],
    ['certified', 'certified'],
  ])('with one deposit that is %s is %s', (standing, state) => {
    expect(taskOutcome({ [a]: standing })).toEqual({ state, depositId: a });
  });

  test.each<[Standing, Standing, TaskState, string]>([
    ['returned', 'returned', 'open', b],
    ['returned', 'handed-in', 'handed-in', b],
    ['returned', 'accepted', 'accepted', b],
    ['returned', 'certified', 'certified', b],
    ['stage', 'returned', 'open', a],
    ['stage', 'handed-in', 'handed-in', b],
    ['accepted', 'stage', 'accepted', a],
    ['handed-in', 'returned', 'handed-in', a],
    ['handed-in', 'handed-in', 'handed-in', b],
    ['handed-in', 'accepted', 'accepted', b],
    ['handed-in', 'certified', 'certified', b],
    ['accepted', 'returned', 'accepted', a],
    ['accepted', 'handed-in', 'accepted', a],
    ['accepted', 'accepted', 'accepted', b],
    ['accepted', 'certified', 'certified', b],
    ['certified', 'returned', 'certified', a],
    ['certified', 'handed-in', 'certified', a],
    ['certified', 'accepted', 'certified', a],
    ['certified', 'certified', 'certified', b],
  ])('of an older deposit %s and a newer %s is %s', (older, newer, state, depositId) => {
    expect(taskOutcome({ [a]: older, [b]: newer })).toEqual({ state, depositId });
    expect(taskOutcome({ [b]: newer, [a]: older })).toEqual({ state, depositId });
  });

  test('goes by a move of its lifecycle, or stays, whatever its deposits do in whatever order', () => {
    const following: Record<string, readonly Standing[]> = {
      none: ['handed-in'],
      'handed-in': ['returned', 'accepted', 'stage'],
      stage: [],
      returned: ['handed-in'],
      accepted: ['certified'],
      certified: [],
    };
    const step = fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.nat(5));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const deposits: Record<string, Standing> = {};
        let state: TaskState = 'open';
        for (const [id, which] of steps) {
          const ways = following[deposits[id] ?? 'none'] ?? [];
          const next = ways[which % Math.max(1, ways.length)];
          if (next === undefined) continue;
          deposits[id] = next;
          const after = taskOutcome(deposits).state;
          if (after !== state) expect(moveBetween(taskLifecycle, state, after)).toBeDefined();
          state = after;
        }
      }),
    );
  });
});

describe('a task that was settled by its stages', () => {
  const task = { state: 'accepted' as const, deposits: { [a]: 'stage' as const } };
  test('is told from one that was accepted in full', () => {
    expect(isSettledByStage(task)).toBe(true);
    expect(isSettledByStage({ ...task, state: 'open' })).toBe(false);
    expect(isSettledByStage({ ...task, deposits: { ...task.deposits, [b]: 'certified' } })).toBe(false);
    expect(isSettledByStage({ ...task, deposits: {} })).toBe(false);
  });
  test.each<[Standing, TaskState]>([
    ['handed-in', 'accepted'],
    ['returned', 'accepted'],
    ['stage', 'accepted'],
    ['accepted', 'accepted'],
    ['certified', 'certified'],
  ])('with a further deposit that is %s is %s', (standing, state) => {
    const deposits = { ...task.deposits, [b]: standing };
    expect(stateAfter(task, taskOutcome(deposits))).toBe(state);
    expect(stateAfter({ ...task, state: 'open' }, taskOutcome(deposits))).toBe(taskOutcome(deposits).state);
  });
});
