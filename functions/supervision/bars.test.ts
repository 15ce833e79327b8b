import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { eventTypesIn } from '../testing/written.ts';
import { type BarBegin, barId } from './bar-store.ts';
import { queueDaily } from './daily.ts';

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

const by = { worker: 'test' };
const task = async (organisation: string, due = '2026-06-30') => {
  const id = ulid();
  const of = { number: `RW-${id}`, name: '某勘查', source: 'other' as const, node: 'NGA' };
  await kit.tasks.create(id, { ...of, organisation, due, deposits: {} }, { action: 'test', by });
  return { id, number: of.number, due };
};
const withdraw = async (id: string) => {
  const item = await kit.tasks.get(id);
  if (item === undefined) throw new Error('no task');
  await kit.tasks.move(item, 'withdraw', item.body, { action: 'test', by });
};
const begin = async (more: Partial<BarBegin> = {}) => {
  const of: BarBegin = {
    ...{ organisation: 'MINE', node: 'NGA', kind: 'until-complete', from: '2026-11-20' },
    cause: { kind: 'chase', id: ulid(), number: 'TB-NGA-2026-000001' },
    tasks: [await task('MINE')],
    ...more,
  };
  await kit.table.transact(await kit.bars.beginning(of, by));
  return { ...of, id: barId(of.kind, of.cause) };
};
const ask = (organisation: string, act = 'new-mining-right', who: Staff = 'checker') =>
  kit.as(who, { path: '/supervision/eligibility', query: { organisation: [organisation], act: [act] } });

describe('eligibility', () => {
  test('nobody is barred without a bar; what is overdue is named', async () => {
    const late = await task('MINE');
    await task('MINE', '2099-01-01');
    const { body } = await ask('MINE');
    expect(body).toMatchObject({ may: true, bars: [], overdue: [{ id: late.id }], more: false });
    expect((await ask('OTHER')).body).toMatchObject({ may: true, overdue: [], reasons: [] });
  });

  test('what was accepted is not owed any more, however late it came', async () => {
    const { id } = await task('MINE');
    for (const move of ['receive', 'accept'] as const) {
      const item = await kit.tasks.get(id);
      if (item === undefined) throw new Error('no task');
      const handIns = [{ depositId: ulid(), on: '2026-11-21' }];
      await kit.tasks.move(item, move, { ...item.body, handIns }, { action: 'test', by });
    }
    expect((await ask('MINE')).body).toMatchObject({ may: true, overdue: [], reasons: [] });
  });

  test('a bar bars new rights and State-funded projects, not a renewal; settled a moment ago it bars nobody', async () => {
    const { tasks } = await begin();
    expect((await ask('MINE')).body).toMatchObject({ may: false, bars: [{ state: 'in-force' }] });
    expect((await ask('MINE', 'state-project')).body).toMatchObject({ may: false });
    expect((await ask('MINE', 'renewal')).body).toMatchObject({ may: true, bars: [{}] });
    for (const { id } of tasks) await withdraw(id);
    expect((await ask('MINE')).body).toMatchObject({ may: true, bars: [] });
  });

  test('a registry, which belongs to no archive, may ask; every question is in the trail', async () => {
    await begin();
    const asked = await kit.as(
      'registry',
      { path: '/supervision/eligibility', query: { organisation: ['MINE'], act: ['new-mining-right'] } },
      '',
    );
    expect(asked).toMatchObject({ status: 200, body: { may: false } });
    expect((await kit.as('registry', { path: '/supervision/bars' }, '')).status).toBe(403);
    await ask('OTHER', 'renewal');
    const trail = (of: string) =>
      listAuditOf(kit.table, `eligibility#${of}`, { cursor: undefined, limit: 10 }).then(
        ({ items }) => items,
      );
    expect(await trail('MINE')).toMatchObject([
      { by: 'sub-registry', action: 'bar.eligibility', detail: { act: 'new-mining-right', may: false } },
    ]);
    expect(await trail('OTHER')).toMatchObject([
      { by: 'sub-checker', node: 'NGA', detail: { act: 'renewal', may: true } },
    ]);
  });

  test('one that begins tomorrow does not bar yet', async () => {
    await begin({ from: '2099-01-01' });
    expect((await ask('MINE')).body).toMatchObject({ may: true });
  });
});

describe('lifting', () => {
  const lift = (id: string, who: Staff, reason = '申诉成立', node = 'NGA') =>
    kit.as(who, { method: 'POST', path: `/supervision/bars/${id}/lift`, body: { reason } }, node);

  test('by the ministry or the authority that circulated, with reasons, once', async () => {
    const { id } = await begin();
    expect((await lift(id, 'checker')).status).toBe(403);
    expect((await lift(id, 'province', '理由', 'HB')).status).toBe(403);
    expect((await lift(id, 'ministry', ' ')).status).toBe(400);
    expect((await lift(id, 'ministry')).body).toMatchObject({
      state: 'lifted',
      ended: { reason: 'lifted' },
      lifted: { reason: '申诉成立' },
    });
    expect((await lift(id, 'ministry')).status).toBe(409);
    expect((await ask('MINE')).body).toMatchObject({ may: true });
    expect((await eventTypesIn(tables, kit.table)).toSorted()).toEqual(['BarBegan', 'BarEnded']);
  });

  test('the lists: by state, and all of an organisation; one with its tasks as they stand', async () => {
    const { id, tasks } = await begin();
    const list = (query: Record<string, string[]>) =>
      kit.as('checker', { path: '/supervision/bars', query }).then(({ body }) => body['items']);
    expect(await list({})).toMatchObject([{ id }]);
    expect(await list({ state: ['lifted'] })).toEqual([]);
    await lift(id, 'ministry');
    expect(await list({})).toEqual([]);
    expect(await list({ organisation: ['MINE'] })).toMatchObject([{ id, state: 'lifted' }]);
    expect((await kit.as('checker', { path: `/supervision/bars/${id}` })).body).toMatchObject({
      standing: [{ id: tasks[0]?.id, state: 'open' }],
    });
  });
});

describe("the day's work", () => {
  const day = async (now: string) => {
    kit.time.now = new Date(now);
    await queueDaily(kit);
    await kit.work();
  };
  const state = async (id: string) => (await kit.bars.get(id))?.state;

  test('ends a bar of two years on its day, and one whose news was lost; leaves the others', async () => {
    const twoYears = await begin({ kind: 'two-years', tasks: [], from: '2026-11-20' });
    const settled = await begin();
    const open = await begin();
    for (const { id } of settled.tasks) await withdraw(id);
    await day('2028-11-20T02:00:00Z');
    expect([await state(twoYears.id), await state(settled.id), await state(open.id)]).toEqual([
      ...['in-force', 'ended', 'in-force'],
    ]);
    await day('2028-11-21T02:00:00Z');
    await day('2028-11-21T03:00:00Z');
    expect(await state(twoYears.id)).toBe('ended');
    const told = await eventTypesIn(tables, kit.table);
    expect(told.filter((type) => type === 'BarEnded')).toHaveLength(2);
  });
});
