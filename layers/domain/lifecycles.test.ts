import { describe, expect, test } from '@jest/globals';
import { depositLifecycle } from './deposit.ts';
import { canMove, diagram, lifecycle, movesFrom } from './lifecycle.ts';
import { lifecycles } from './lifecycles.ts';
import { releaseLifecycle } from './release.ts';
import { reviewLifecycle } from './review.ts';
import { roles } from './roles.ts';
import { taskLifecycle } from './task.ts';

const staff = roles.filter(({ pool }) => pool === 'staff').map(({ code }) => code);
const outside = roles.filter(({ pool }) => pool === 'public').map(({ code }) => code);

describe.each(lifecycles.map((of) => [of.name, of] as const))('the lifecycle of a %s', (_, of) => {
  const moves = Object.entries(of.moves);
  const states = Object.keys(of.states);

  test('begins in, comes from and goes to states it has', () => {
    for (const state of [of.initial, ...moves.flatMap(([, move]) => [...move.from, move.to])])
      expect(states).toContain(state);
  });

  test('reaches every state from the first', () => {
    const reached = new Set([of.initial]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const [, move] of moves) if (move.from.some((state) => reached.has(state))) reached.add(move.to);
    }
    expect([...reached].sort()).toEqual(states.sort());
  });

  test('every move changes the state, and somebody may make it', () => {
    for (const [name, move] of moves) {
      expect([name, move.from.includes(move.to)]).toEqual([name, false]);
      expect(new Set(move.from).size).toBe(move.from.length);
      expect(move.from.length).toBeGreaterThan(0);
      expect(move.by.length).toBeGreaterThan(0);
    }
  });

  test('a move starts from the states it names and from no other', () => {
    for (const [name, move] of moves)
      for (const state of states) expect(canMove(of, name, state)).toBe(move.from.includes(state));
  });

  test('has both languages everywhere', () => {
    for (const text of [...Object.values(of.states), ...moves.map(([, move]) => move.label)]) {
      expect(text.zh).toMatch(/[一-鿿]/);
      expect(text.en).toMatch(/^[A-Z]/);
    }
  });

  test('its diagram has one line a move and state', () => {
    const lines = diagram(of).split('\n');
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines).toHaveLength(2 + moves.reduce((sum, [, move]) => sum + move.from.length, 0));
  });
});

describe('what must never be possible', () => {
  test('a deposit handed in is not edited or cancelled', () => {
    for (const state of ['submitted', 'sealed', 'accepted', 'certified', 'cancelled'] as const)
      expect(movesFrom(depositLifecycle, state, outside)).toEqual([]);
  });

  test('a deposit is handed in only after its check', () => {
    const before = Object.keys(depositLifecycle.states).filter((state) =>
      depositLifecycle.moves.submit.from.some((from) => from === state),
    );
    expect(before).toEqual(['checked']);
  });

  test('a review that began to be taken in is not returned', () => {
    for (const state of ['accepting', 'accepted', 'certified', 'returned'] as const)
      expect(canMove(reviewLifecycle, 'return', state)).toBe(false);
  });

  test('only what is stalled can be given up, by a checker', () => {
    expect(reviewLifecycle.moves.giveUp.from).toEqual(['stalled']);
    expect(movesFrom(reviewLifecycle, 'stalled', ['ARCHIVE_CHECKER'])).toEqual(['retry', 'giveUp']);
    expect(movesFrom(reviewLifecycle, 'stalled', ['CERTIFICATE_OFFICER', 'ARCHIVE_KEEPER'])).toEqual([]);
    expect(movesFrom(reviewLifecycle, 'accepting', staff)).toEqual([]);
  });

  test('checking and certifying are acts of different roles', () => {
    expect(movesFrom(reviewLifecycle, 'accepted', ['ARCHIVE_CHECKER'])).toEqual([]);
    expect(movesFrom(reviewLifecycle, 'received', ['CERTIFICATE_OFFICER'])).toEqual([]);
  });

  test('only a secrecy officer approves or withdraws, and no auditor does anything', () => {
    const others = staff.filter((role) => role !== 'SECRECY_OFFICER');
    expect(movesFrom(releaseLifecycle, 'proposed', others)).toEqual([]);
    expect(movesFrom(releaseLifecycle, 'released', others)).toEqual(['propose']);
    for (const of of lifecycles)
      for (const state of Object.keys(of.states)) expect(movesFrom(of, state, ['AUDITOR'])).toEqual([]);
  });

  test('nobody publishes without an approval', () => {
    expect(releaseLifecycle.moves.publish.from).toEqual(['releasing']);
    expect(releaseLifecycle.moves.approve.to).toBe('releasing');
    expect(releaseLifecycle.moves.publish.by).toEqual(['SYSTEM']);
  });

  test('a certified task stays certified', () => {
    for (const move of ['receive', 'return', 'accept', 'certify'] as const)
      expect(canMove(taskLifecycle, move, 'certified')).toBe(false);
  });
});

test('the buttons of a page are the moves of these roles in this state', () => {
  expect(movesFrom(depositLifecycle, 'checked', ['SUBMITTER'])).toEqual(['reopen', 'submit', 'cancel']);
  expect(movesFrom(depositLifecycle, 'checked', ['REGISTERED_USER'])).toEqual([]);
  expect(movesFrom(depositLifecycle, 'checking', ['SYSTEM'])).toEqual(['check']);
});

test('a state with a hyphen is drawn with a name Mermaid takes', () => {
  const of = lifecycle({
    name: 'x',
    initial: 'a-b',
    states: { 'a-b': { zh: '甲', en: 'A' }, c: { zh: '乙', en: 'B' } },
    moves: { go: { from: ['a-b'], to: 'c', by: ['SYSTEM'], event: 'x', label: { zh: '去', en: 'Go' } } },
  });
  expect(diagram(of)).toBe('stateDiagram-v2\n  [*] --> a_b\n  a_b --> c: go');
});
