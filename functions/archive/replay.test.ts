import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { eventsIn } from '../testing/written.ts';
import { replayAsked, replayToIntake } from './replay.ts';
import { type ArchiveKit, archiveKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

/** All of it, however new. */
const replay = async () => (await replayToIntake(kit, { before: '2027-01-01T00:00:00.000Z' })).raised;
const depositId = '01KAHZ6YB80000000000000001';
const told = async () => (await eventsIn(tables, kit.table)).map(({ type, data }) => ({ type, data }));
const taskOf = async (node: string) => {
  const id = ulid();
  const body = { number: `T-${node}`, name: '某', source: 'other' as const, organisation: 'MINE', node };
  await kit.tasks.create(
    id,
    { ...body, due: '2027-01-01', deposits: { [depositId]: 'accepted' } },
    { action: 'test', by: { worker: 'test' } },
  );
  return id;
};

describe('a replay', () => {
  test('tells tasks with their version, and nothing of how their deposits stand', async () => {
    const id = await taskOf('NGA');
    expect(await replay()).toBe(1);
    const [event] = await told();
    expect(event).toMatchObject({
      type: 'TasksRecorded',
      data: { tasks: [{ version: 1, task: { id, state: 'open' } }] },
    });
    expect(JSON.stringify(event)).not.toContain('deposits');
  });
  test('tells of tasks that were withdrawn, and of many in few events', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => taskOf('NGA')));
    const gone = await kit.tasks.get(ids[0] ?? '');
    if (gone === undefined) throw new Error('no task');
    await kit.tasks.move(gone, 'withdraw', gone.body, { action: 'test', by: { worker: 'test' } });
    expect(await replay()).toBe(3);
    const said = (await told()).map(({ data }) => Object(data).tasks.length).toSorted((a, b) => a - b);
    expect(said).toEqual([1, 9, 50]);
    expect(JSON.stringify(await told())).toContain(`"id":"${gone.id}","state":"withdrawn"`);
  });
  test('tells of a review what brought it to its state', async () => {
    const returned = {
      reason: '缺图',
      correctBy: '2026-12-22',
      items: ['图 3'],
      by: '张',
      at: '2026-11-20T02:00:00.000Z',
    };
    await kit.review({ depositId, round: 2, returned }, 'returned');
    expect(await replay()).toBe(1);
    expect(await told()).toEqual([
      {
        type: 'DepositReturned',
        data: { depositId, round: 2, reason: '缺图', correctBy: '2026-12-22', items: ['图 3'] },
      },
    ]);
  });
  test('tells acceptance and certificate, both', async () => {
    await kit.review(
      { depositId, archiveNumber: 'd00000001', certificateNumber: 'HJ-NGA-2026-00001' },
      'certified',
    );
    expect(await replay()).toBe(2);
    expect((await told()).map(({ type }) => type).sort()).toEqual(['CertificateIssued', 'DepositAccepted']);
  });
  test.each(['received', 'accepting', 'stalled'] as const)(
    'has nothing to tell of what is %s',
    async (state) => {
      await kit.review({ depositId }, state);
      expect(await replay()).toBe(0);
    },
  );
  test('an earlier return is not told of a round that was accepted', async () => {
    const returned = {
      reason: '缺图',
      correctBy: '2026-12-22',
      items: [],
      by: '张',
      at: '2026-11-20T02:00:00.000Z',
    };
    await kit.review({ depositId, returned, archiveNumber: 'd00000001' }, 'accepted');
    await replay();
    expect((await told()).map(({ type }) => type)).toEqual(['DepositAccepted']);
  });
  test('reaches every node of the settings, all pages, and may come twice', async () => {
    kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北', en: 'Hubei' } });
    await taskOf('HB');
    await taskOf('NGA');
    await taskOf('ELSEWHERE');
    expect([await replay(), await replay()]).toEqual([2, 2]);
    expect(await told()).toHaveLength(4);
  });
  test('leaves out what changed within the last hour, whose own event is under way, until an instant is named', async () => {
    const [old, fresh] = [await taskOf('NGA'), await taskOf('NGA')];
    const start = kit.time.now.getTime();
    kit.time.now = new Date(start + 61 * 60_000);
    const item = await kit.tasks.get(fresh);
    if (item === undefined) throw new Error('no task');
    await kit.tasks.change(item, { ...item.body, name: '改名' }, { action: 'test', by: { worker: 'test' } });
    expect(await replayToIntake(kit)).toEqual({ raised: 1 });
    const [event] = await told();
    expect(Object(event?.data).tasks).toMatchObject([{ task: { id: old } }]);
    // It is no news any more an hour later.
    kit.time.now = new Date(start + 122 * 60_000 + 1);
    await replayToIntake(kit);
    expect(Object((await told()).at(-1)?.data).tasks).toHaveLength(2);
  });
  test('goes on where a call stopped, with the same to leave out, and misses nothing', async () => {
    kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北', en: 'Hubei' } });
    const ids = await Promise.all(Array.from({ length: 120 }, (_, n) => taskOf(n % 12 === 0 ? 'HB' : 'NGA')));
    const before = '2027-01-01T00:00:00.000Z';
    let done = await replayToIntake(kit, { before }, () => false);
    let calls = 1;
    while (done.from !== undefined) {
      expect(done.from.before).toBe(before);
      // As it comes back from the caller: as JSON.
      const { from } = replayAsked.parse(JSON.parse(JSON.stringify({ job: 'replay', from: done.from })));
      done = await replayToIntake(kit, { from }, () => false);
      calls += 1;
    }
    expect(calls).toBeGreaterThan(5);
    const said = (await told()).flatMap(({ data }) =>
      Object(data).tasks.map((one: { task: { id: string } }) => one.task.id),
    );
    expect(said.toSorted()).toEqual(ids.toSorted());
  });
  test('writes many events in a transaction', async () => {
    await Promise.all(
      Array.from({ length: 90 }, () =>
        kit.review({ depositId: ulid(), archiveNumber: 'd00000001', certificateNumber: 'HJ-1' }, 'certified'),
      ),
    );
    const sizes: number[] = [];
    const transact: typeof kit.table.transact = async (writes) => {
      sizes.push(writes.length);
      await kit.table.transact(writes);
    };
    const { raised } = await replayToIntake(
      { ...kit, table: { ...kit.table, transact } },
      { before: '2027-01-01T00:00:00.000Z' },
    );
    expect([raised, sizes]).toEqual([180, [80, 80, 20]]);
    expect(await told()).toHaveLength(180);
  });
});
