import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { statesOf } from '../lifecycle.ts';
import { taskLifecycle } from '../task.ts';
import { barStanding, lastDayOf } from './bars.ts';

const from = '2026-03-01';
const circular = { kind: 'until-complete' as const, from, tasks: ['a', 'b'] };
const penalty = (day: string) => ({
  kind: 'two-years' as const,
  from: day,
  until: lastDayOf('two-years', day),
  tasks: [],
});

describe('until everything owed is submitted (art. 20)', () => {
  test.each([
    ['nothing came', ['open', 'open'], { is: 'in-force', open: ['a', 'b'] }],
    ['one was accepted', ['accepted', 'open'], { is: 'in-force', open: ['b'] }],
    ['handed in is not accepted yet', ['certified', 'handed-in'], { is: 'in-force', open: ['b'] }],
    ['all were accepted', ['accepted', 'certified'], { is: 'ended', on: '2026-04-01', reason: 'submitted' }],
    [
      'the rest is not owed',
      ['accepted', 'withdrawn'],
      { is: 'ended', on: '2026-04-01', reason: 'submitted' },
    ],
    ['nothing is owed', ['withdrawn', 'withdrawn'], { is: 'ended', on: '2026-04-01', reason: 'not-owed' }],
  ] as const)('%s', (_, [a, b], standing) => {
    const tasks = [
      { id: 'a', state: a },
      { id: 'b', state: b },
      { id: 'another', state: 'open' as const },
    ];
    expect(barStanding(circular, tasks, '2026-04-01')).toEqual(standing);
  });

  test('a task that is not found keeps it in force, however long', () => {
    const tasks = [{ id: 'a', state: 'accepted' as const }];
    expect(barStanding(circular, tasks, '2050-01-01')).toEqual({ is: 'in-force', open: ['b'] });
  });

  test('the day of the circular is the first', () => {
    expect(barStanding(circular, [], '2026-02-28')).toEqual({ is: 'to-come', from });
    expect(barStanding(circular, [], from)).toEqual({ is: 'in-force', open: ['a', 'b'] });
  });
});

describe('two years from the effect of the decision (art. 21)', () => {
  test.each([
    ['2026-03-01', '2028-03-01'],
    ['2028-02-29', '2030-02-28'],
    ['2026-02-28', '2028-02-28'],
    ['2026-12-31', '2028-12-31'],
  ])('from %s it ends with %s', (day, last) => {
    expect(barStanding(penalty(day), [], last)).toEqual({ is: 'in-force', open: [], until: last });
    const next = addDays(last, 1);
    const ended = { is: 'ended', on: next, reason: 'term-over' };
    expect(barStanding(penalty(day), [], next)).toEqual(ended);
    // Seen late, it ended on the same day.
    expect(barStanding(penalty(day), [], addDays(next, 400))).toEqual(ended);
  });

  test('submitting does not shorten it', () => {
    const bar = { ...penalty(from), tasks: ['a'] };
    expect(barStanding(bar, [{ id: 'a', state: 'certified' }], '2027-03-01').is).toBe('in-force');
  });
});

test('whatever became of the tasks: in force exactly when one that is neither accepted nor withdrawn is left', () => {
  const state = fc.constantFrom(...statesOf(taskLifecycle));
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), fc.nat(3000), (states, after) => {
      const tasks = states.map((one, n) => ({ id: `t${n}`, state: one }));
      const bar = { kind: 'until-complete' as const, from, tasks: tasks.map(({ id }) => id) };
      const left = states.filter((one) => one === 'open' || one === 'handed-in').length;
      const standing = barStanding(bar, tasks, addDays(from, after));
      expect(standing.is).toBe(left > 0 ? 'in-force' : 'ended');
      if (standing.is === 'in-force') expect(standing.open).toHaveLength(left);
    }),
  );
});
