import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workCalendar } from '../calendar/working-days.ts';
import { addDays } from '../dates.ts';
import type { TaskState } from '../task.ts';
import { type Duty, dutiesOf } from './duties.ts';
import { dutyChanges, nothing, outcomeOf, type Recorded } from './reconcile.ts';
import type { RegisterEntry } from './register.ts';
import { mergeRow } from './register-row.ts';
import { shippedRouting } from './routing.ts';
import { type DutyRule, shippedRules } from './rules.ts';
import { rows } from './testing/arbitraries.ts';

const calendar = workCalendar();
const digestOf = (duty: Duty) => JSON.stringify(duty);
type Task = { state: TaskState; duty: Duty };
type World = {
  entry?: RegisterEntry;
  recorded: Record<string, Recorded>;
  tasks: Map<string, Task>;
  made: number;
};

/** What the recompute does with tasks, here in a map: the function's own effect writes the same to the table. */
const recompute = (world: World, rules: readonly DutyRule[], today: string): void => {
  if (world.entry === undefined) return;
  const duties = dutiesOf(world.entry, {
    rules,
    routing: shippedRouting,
    nodes: [{ code: 'NGA' }],
    calendar,
    today,
  });
  for (const { subject, duty, taskId } of dutyChanges(world.recorded, duties, digestOf)) {
    const task = taskId === undefined ? undefined : world.tasks.get(taskId);
    const outcome = outcomeOf(duty !== undefined, task && { state: task.state, deposits: {} });
    const id = taskId ?? `task-${++world.made}`;
    if (duty !== undefined && (outcome === 'create' || outcome === 'restore'))
      world.tasks.set(id, { state: 'open', duty });
    if (duty !== undefined && outcome === 'update' && task !== undefined)
      world.tasks.set(id, { ...task, duty });
    if (outcome === 'withdraw' && task !== undefined) world.tasks.set(id, { ...task, state: 'withdrawn' });
    const digest = duty === undefined ? nothing : digestOf(duty);
    world.recorded[subject] = { taskId: id, digest, ...(outcome === 'wait' ? { waiting: true } : {}) };
  }
};
const fresh = (): World => ({ recorded: {}, tasks: new Map(), made: 0 });
const live = ({ tasks }: World) =>
  [...tasks.values()]
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ duty }) => duty)
    .toSorted((a, b) => (a.subject < b.subject ? -1 : 1));

const stricter: DutyRule[] = shippedRules.map((rule) =>
  rule.id === 'exploration-expiry'
    ? { ...rule, version: 2, from: '2010-01-01', effect: { days: -60, kind: 'calendar' } }
    : rule,
);
const steps = () =>
  fc.array(
    fc.oneof(
      rows().map((row) => ({ row })),
      fc.integer({ min: 1, max: 400 }).map((pass) => ({ pass })),
      fc.constant({ rule: true }),
    ),
    { maxLength: 12 },
  );

it('whatever rows, rules and days come: the tasks are those computed from scratch', () => {
  fc.assert(
    fc.property(steps(), (all) => {
      const world = fresh();
      let [today, rules]: [string, readonly DutyRule[]] = ['2015-01-01', shippedRules];
      for (const step of all) {
        if ('pass' in step) today = addDays(today, step.pass);
        if ('rule' in step) rules = [...shippedRules, ...stricter];
        if ('row' in step) {
          const merged = mergeRow(world.entry, step.row, today);
          if ('entry' in merged) world.entry = merged.entry;
        }
        recompute(world, rules, today);
      }
      const scratch: World = { ...fresh(), ...(world.entry === undefined ? {} : { entry: world.entry }) };
      recompute(scratch, rules, today);
      expect(live(world)).toEqual(live(scratch));
    }),
  );
});

it('recomputing again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(rows(), { maxLength: 5 }), (all) => {
      const world = fresh();
      for (const row of all) {
        const merged = mergeRow(world.entry, row, '2020-06-01');
        if ('entry' in merged) world.entry = merged.entry;
      }
      recompute(world, shippedRules, '2020-06-01');
      const before = structuredClone(world.tasks);
      recompute(world, shippedRules, '2020-06-01');
      expect(world.tasks).toEqual(before);
    }),
  );
});

it.each([
  [true, 'open', 'update'],
  [true, 'handed-in', 'update'],
  [true, 'withdrawn', 'restore'],
  [true, 'accepted', 'keep'],
  [true, 'certified', 'keep'],
  [true, 'no-data', 'keep'],
  [false, 'open', 'withdraw'],
  [false, 'handed-in', 'wait'],
  [false, 'withdrawn', 'keep'],
  [false, 'certified', 'keep'],
] as const)('owed %s, its task %s: %s', (owed, state, outcome) => {
  expect(outcomeOf(owed, { state, deposits: {} })).toBe(outcome);
});
it('owed without a task: created; else nothing', () => {
  expect([outcomeOf(true, undefined), outcomeOf(false, undefined)]).toEqual(['create', 'keep']);
});
it.each([
  [true, 'open', { a: 'stage' }, 'update'],
  [false, 'open', { a: 'stage' }, 'settle'],
  [false, 'open', { a: 'stage', b: 'returned' }, 'settle'],
  [false, 'handed-in', { a: 'stage', b: 'handed-in' }, 'wait'],
  [false, 'accepted', { a: 'stage' }, 'keep'],
  [true, 'accepted', { a: 'stage' }, 'reopen'],
  [true, 'accepted', { a: 'stage', b: 'handed-in' }, 'resume'],
  [true, 'accepted', { a: 'stage', b: 'returned' }, 'reopen'],
  [true, 'accepted', { a: 'stage', b: 'accepted' }, 'keep'],
  [true, 'certified', { a: 'stage', b: 'certified' }, 'keep'],
  [false, 'open', { a: 'returned' }, 'withdraw'],
] as const)('owed %s, its task %s with deposits %j: %s', (owed, state, deposits, outcome) => {
  expect(outcomeOf(owed, { state, deposits })).toBe(outcome);
});

it('looks again at a task that could not follow', () => {
  const waiting = { t1: { taskId: 'x', digest: nothing, waiting: true } };
  expect(dutyChanges(waiting, [], digestOf)).toEqual([{ subject: 't1', taskId: 'x' }]);
  expect(dutyChanges({ t1: { taskId: 'x', digest: nothing } }, [], digestOf)).toEqual([]);
});
