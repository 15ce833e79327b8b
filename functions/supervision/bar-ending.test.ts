import { events } from '@geoarchive/contract/events.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { eventsIn, eventTypesIn } from '../testing/written.ts';
import { taskSettled } from './bar-ending.ts';
import { barId } from './bar-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const by = { worker: 'test' };
const moves = ['receive', 'return', 'accept', 'certify', 'withdraw', 'restore'] as const;
type Moved = (typeof moves)[number];

/** A party with so many overdue tasks, barred for all of them, and what hears of every change of theirs. */
const barred = async (count: number) => {
  const organisation = ulid();
  const tasks = await Promise.all(
    Array.from({ length: count }, async () => {
      const id = ulid();
      const body = {
        ...{ number: `RW-${id}`, name: '某勘查', source: 'other' as const },
        ...{ organisation, node: 'NGA', due: '2026-06-30', deposits: {} },
      };
      await kit.tasks.create(id, body, { action: 'test', by });
      return { id, number: body.number, due: body.due };
    }),
  );
  const cause = { kind: 'chase' as const, id: ulid(), number: 'TB-NGA-2026-000001' };
  const of = { organisation, node: 'NGA', kind: 'until-complete' as const, cause, tasks };
  await kit.table.transact(await kit.bars.beginning({ ...of, from: '2026-11-22' }, by));
  return {
    state: async () => (await kit.bars.get(barId(of.kind, cause)))?.state,
    /** Moves a task where its lifecycle lets it, and hears of it as often as a queue may tell. */
    async move(at: number, move: Moved, times = 1): Promise<void> {
      const item = await kit.tasks.get(tasks[at % count]?.id ?? '');
      if (item === undefined) throw new Error('no task');
      const moved = await kit.tasks
        .move(item, move, item.body, { action: 'test', by })
        .catch(() => undefined);
      const now = moved ?? item;
      const task = kit.tasks.shown(now.id, now.state, now.body);
      for (let told = 0; told < times; told += 1) await taskSettled(kit, { task, version: now.version });
    },
    /** Whether none of its tasks is owed any more. */
    async free(): Promise<boolean> {
      const states = await Promise.all(tasks.map(async ({ id }) => (await kit.tasks.get(id))?.state));
      return !states.some((state) => state === 'open' || state === 'handed-in');
    },
  };
};

test('ends with the last task that is accepted, and is told once however often that is heard', async () => {
  const party = await barred(2);
  await party.move(0, 'withdraw');
  await party.move(1, 'receive');
  expect(await party.state()).toBe('in-force');
  await party.move(1, 'accept', 3);
  expect(await party.state()).toBe('ended');
  expect((await eventTypesIn(tables, kit.table)).filter((type) => type === 'BarEnded')).toHaveLength(1);
});

test('whatever becomes of the tasks: in force until all are free for the first time, told once of each', async () => {
  const step = fc.record({
    at: fc.nat(2),
    move: fc.constantFrom(...moves),
    times: fc.integer({ min: 1, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { maxLength: 12 }),
      async (count, steps) => {
        kit = await archiveKit(tables);
        const party = await barred(count);
        let free = false;
        for (const { at, move, times } of steps) {
          await party.move(at, move, times);
          free ||= await party.free();
          expect(await party.state()).toBe(free ? 'ended' : 'in-force');
        }
        const ended = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'BarEnded');
        expect(ended).toHaveLength(free ? 1 : 0);
        for (const { data } of ended) expect(events.BarEnded.data.parse(data).bar.state).toBe('ended');
      },
    ),
    { numRuns: 25 },
  );
});
