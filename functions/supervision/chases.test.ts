import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { events } from '@geoarchive/contract/events.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { isRunning, isSettled, nextSteps } from '@geoarchive/domain/supervision/chase.ts';
import type { taskLifecycle } from '@geoarchive/domain/task.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { closeSettledChase } from './chase-ending.ts';
import { tasksOf } from './chase-tasks.ts';
import { queueDaily } from './daily.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(300_000);
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
const today = () => dayOf(kit.time.now);
const later = (days: number) => {
  kit.time.now = new Date(kit.time.now.getTime() + days * 86_400_000);
};
const owe = async (organisation: string, overdue = 10, node = 'NGA') => {
  const id = ulid();
  const body = {
    number: `RW-${id}`,
    name: '某勘查',
    source: 'other' as const,
    organisation,
    node,
    due: addDays(today(), -overdue),
    deposits: {},
  };
  await kit.tasks.create(id, body, { action: 'test', by });
  return id;
};
const become = async (id: string, ...moves: (keyof typeof taskLifecycle.moves)[]) => {
  for (const move of moves) {
    const item = await kit.tasks.get(id);
    if (item === undefined) throw new Error('no task');
    await kit.tasks.move(item, move, item.body, { action: 'test', by });
  }
};
const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, who: Staff = 'province') => {
  const reply = await kit.as(who, {
    method,
    path: `/supervision/chases${path.replace(/\?.*/, '')}`,
    query: Object.fromEntries(
      [...new URLSearchParams(path.replace(/^[^?]*/, ''))].map(([name, value]) => [name, [value]]),
    ),
    ...(body === undefined ? {} : { body }),
  });
  // The kit's replies are what the route's schema gave.
  return { status: reply.status, body: reply.body as unknown as ChaseDetail & Record<string, unknown> };
};
const demand = (organisation: string) => call('POST', '', { organisation, text: '请尽快汇交' });
const serve = async (of: ChaseDetail, on = today()) => {
  const { paper } = of.steps.at(-1) ?? { paper: '' };
  return call('PUT', `/${of.id}/papers/${paper}/service`, { channel: 'post', on, note: 'EMS 1' });
};
const said = {
  order: { text: '' },
  propose: { text: '责令期满仍未汇交', amount: 20_000 },
  fine: { text: '事实清楚', amount: 20_000, heard: '未陈述、申辩' },
  circulate: { text: '' },
};
const step = (id: string, name: keyof typeof said, more: object = {}) =>
  call('POST', `/${id}/steps`, { step: name, ...said[name], ...more });
const papers = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ type, data }) =>
    type === 'DocumentIssued' ? [events.DocumentIssued.data.parse(data)] : [],
  );
const everyDay = async () => {
  await queueDaily(kit);
  await kit.work();
};

test('a task that goes to another archive is chased by the one that began, and not by both', async () => {
  const moved = await owe('MINE');
  const { body: begun } = await demand('MINE');
  const item = await kit.tasks.get(moved);
  if (item === undefined) throw new Error('no task');
  await kit.tasks.change(item, { ...item.body, node: 'HB' }, { action: 'test', by });
  const demandAt = (node: string) =>
    kit.as(
      'province',
      { method: 'POST', path: '/supervision/chases', body: { organisation: 'MINE', text: '' } },
      node,
    );
  expect((await demandAt('HB')).status).toBe(422);
  const own = await owe('MINE', 10, 'HB');
  expect((await demandAt('HB')).body).toMatchObject({ taskIds: [own] });
  // The first one closes once its task is settled, wherever that is: the day's job finds it.
  expect((await call('GET', `/${begun.id}`)).body).toMatchObject({ state: 'demanded', taskIds: [moved] });
  await become(moved, 'withdraw');
  await everyDay();
  expect((await call('GET', `/${begun.id}`)).body.state).toBe('closed');
});

describe('from the demand to the circular', () => {
  test('each step goes out as its paper, after the term and the service of the one before', async () => {
    const task = await owe('MINE');
    const { body: begun, status } = await demand('MINE');
    expect(status).toBe(201);
    expect(begun).toMatchObject({
      state: 'demanded',
      taskIds: [task],
      next: 'order',
      steps: [{ step: 'demand', paper: 'CJ-NGA-2026-000001', until: '2026-12-22', text: '请尽快汇交' }],
    });
    expect(begun.hindrance?.en).toContain('2026-12-22');
    for (const name of nextSteps) {
      expect((await step(begun.id, name)).status).toBe(422);
      if (name !== 'circulate') later(61);
      if (name !== 'order') expect((await step(begun.id, name)).status).toBe(422);
      const { body: now } = await call('GET', `/${begun.id}`);
      if (name !== 'order') await serve(now, now.steps.at(-1)?.on);
      expect((await step(begun.id, name)).status).toBe(201);
    }
    const { body: at } = await call('GET', `/${begun.id}`);
    expect([at.state, at.next, at.steps.map(({ kind }) => kind)]).toEqual([
      'circulated',
      undefined,
      ['demand-notice', 'submission-order', 'penalty-notice', 'penalty-decision', 'circular'],
    ]);
    const issued = await papers();
    expect(issued.map(({ number }) => number.slice(0, 2)).toSorted()).toEqual(['CF', 'CJ', 'GZ', 'TB', 'ZL']);
    for (const { concerns, says } of issued) expect([concerns, says.submitter]).toEqual([begun.id, 'MINE']);
    expect(issued.find(({ kind }) => kind === 'circular')?.says).toMatchObject({
      amount: 20_000,
      before: at.steps[3]?.paper,
      tasks: [{ due: at.tasks[0]?.due }],
    });
    const bars = await kit.bars.list('gsi2', 'bars-of#MINE', {});
    expect(bars.items).toMatchObject([
      {
        state: 'in-force',
        body: {
          kind: 'until-complete',
          cause: { kind: 'chase', id: begun.id, number: at.steps[4]?.paper },
          from: today(),
          tasks: [{ id: task }],
        },
      },
    ]);
    expect((await auditOf(tables, kit.table, begun.id)).toSorted()).toEqual(
      [
        'chase.demand',
        ...nextSteps.map((name) => `chase.${name}`),
        ...Array(3).fill('chase.serve'),
      ].toSorted(),
    );
  });
  test('one at a time: a second demand is refused, what became overdue since is the next one’s', async () => {
    const first = await owe('MINE');
    const { body } = await demand('MINE');
    const second = await owe('MINE');
    expect((await demand('MINE')).status).toBe(422);
    await become(first, 'receive', 'accept');
    await everyDay();
    expect((await call('GET', `/${body.id}`)).body.state).toBe('closed');
    expect((await demand('MINE')).body.taskIds).toEqual([second]);
  });
  test('is closed in the instant in which its last task is owed no more, a pledge of no data included; told twice, once', async () => {
    const [first, second] = [await owe('MINE'), await owe('MINE')];
    const { body } = await demand('MINE');
    const hear = async (id: string) => {
      const item = await kit.tasks.get(id);
      if (item === undefined) throw new Error('no task');
      const task = kit.tasks.shown(id, item.state, item.body);
      await closeSettledChase(kit, { task, version: item.version });
    };
    const state = async () => (await kit.chases.get(body.id))?.state;
    await become(first, 'receive', 'accept');
    await hear(first);
    expect(await state()).toBe('demanded');
    await become(second, 'release');
    await hear(second);
    await hear(second);
    expect(await state()).toBe('closed');
  });
  test('what was handed in on time and is being corrected is not demanded', async () => {
    const id = await owe('MINE');
    const item = await kit.tasks.get(id);
    if (item === undefined) throw new Error('no task');
    const handIns = [{ depositId: ulid(), on: addDays(today(), -20), correctBy: addDays(today(), 5) }];
    await kit.tasks.change(item, { ...item.body, handIns }, { action: 'test', by });
    expect((await demand('MINE')).status).toBe(422);
    later(6);
    expect((await demand('MINE')).body.taskIds).toEqual([id]);
  });
  test('demands made in the same instant make one chase', async () => {
    await owe('MINE');
    const all = await Promise.all([demand('MINE'), demand('MINE'), demand('MINE')]);
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await papers()).toHaveLength(1);
  });
  test('a fine keeps to art. 20 and to what was announced, and says what was heard', async () => {
    await owe('MINE');
    const { body } = await demand('MINE');
    later(31);
    await serve((await step(body.id, 'order')).body);
    later(61);
    for (const amount of [9_999, 50_001, 20_000.5])
      expect((await step(body.id, 'propose', { amount })).status).toBe(400);
    expect((await step(body.id, 'propose', { text: '' })).status).toBe(400);
    await serve((await step(body.id, 'propose')).body);
    later(8);
    expect((await step(body.id, 'fine', { heard: undefined })).status).toBe(400);
    expect((await step(body.id, 'fine', { amount: 30_000 })).status).toBe(400);
    expect((await step(body.id, 'fine', { amount: 10_000 })).status).toBe(201);
  });
  test('a paper that is void carries nothing further; dropped with reasons, another may begin', async () => {
    await owe('MINE');
    const { body } = await demand('MINE');
    const paper = await kit.documents.get(body.steps[0]?.paper ?? '');
    if (paper === undefined) throw new Error('no paper');
    await kit.documents.move(paper, 'void', paper.body, { action: 'test', by });
    later(31);
    expect((await step(body.id, 'order')).status).toBe(422);
    expect((await call('POST', `/${body.id}/drop`, { reason: '' })).status).toBe(400);
    const dropped = await call('POST', `/${body.id}/drop`, { reason: '催交通知书有误' });
    expect(dropped.body).toMatchObject({
      state: 'dropped',
      ended: { reason: '催交通知书有误' },
      mayChase: false,
    });
    expect((await demand('MINE')).status).toBe(201);
  });
  test('service and reply are days between the paper and today', async () => {
    await owe('MINE');
    const { body } = await demand('MINE');
    expect((await serve(body, addDays(today(), 1))).status).toBe(400);
    expect((await serve(body, addDays(today(), -1))).status).toBe(400);
    later(5);
    expect((await serve(body)).body.steps[0]).toMatchObject({
      ends: '2026-12-27',
      served: { by: 'province' },
    });
    const number = body.steps[0]?.paper;
    const reply = { on: today(), text: '正在整理' };
    expect((await call('PUT', `/${body.id}/papers/${number}/reply`, reply)).body.steps[0]?.reply?.text).toBe(
      '正在整理',
    );
  });
});

describe('whose it is', () => {
  test('the authority chases what its archive is owed, the ministry everywhere; others look on or not at all', async () => {
    await owe('MINE', 10, 'HB');
    expect((await demand('MINE')).status).toBe(422);
    const of = { organisation: 'MINE', node: 'HB', text: '' };
    expect((await call('POST', '', of, 'checker')).status).toBe(403);
    const { body, status } = await call('POST', '', of, 'ministry');
    expect(status).toBe(201);
    expect((await call('GET', `/${body.id}`, undefined, 'province')).status).toBe(404);
    expect((await call('GET', `/${body.id}`, undefined, 'auditor')).status).toBe(403);
    const seen = await kit.as('checker', { path: `/supervision/chases/${body.id}` }, 'HB');
    expect(seen.body).toMatchObject({ mayChase: false });
    expect(seen.body).not.toHaveProperty('next');
  });
  test('is listed by state and organisation, counted by state', async () => {
    for (const one of ['A', 'B', 'C']) {
      await owe(one);
      await demand(one);
    }
    const { body } = await call('GET', '?organisation=B');
    expect(body['items']).toMatchObject([{ organisation: 'B' }]);
    expect((await call('GET', '?state=ordered')).body['items']).toEqual([]);
    expect((await call('GET', '/counts')).body['counts']).toMatchObject({ demanded: 3, ordered: 0 });
  });
});

describe('a batch', () => {
  const preview = async (query = '') => (await call('GET', `/preview${query}`)).body['items'];
  test('shows first whom it would reach, and makes each demand once however often it is sent', async () => {
    for (const [one, days] of [
      ['A', 5],
      ['A', 90],
      ['B', 40],
      ['C', 2],
    ] as const)
      await owe(one, days);
    const handed = await owe('D', 50);
    await become(handed, 'receive');
    expect(await preview()).toMatchObject([
      { organisation: 'A', tasks: 2, oldest: addDays(today(), -90) },
      { organisation: 'B', tasks: 1 },
      { organisation: 'C', tasks: 1 },
    ]);
    expect(await preview('?overdueBy=30')).toMatchObject([
      { organisation: 'A', tasks: 1 },
      { organisation: 'B' },
    ]);
    expect(await preview('?organisation=C')).toMatchObject([{ organisation: 'C' }]);
    await demand('B');
    const of = { organisations: ['A', 'B', 'C', 'D', 'A'], text: '' };
    for (const id of [ulid(), ulid()]) {
      expect((await call('POST', `/batches/${id}`, of)).status).toBe(202);
      expect((await call('POST', `/batches/${id}`, of)).status).toBe(202);
      await kit.work();
    }
    expect((await papers()).map(({ number }) => number).toSorted()).toEqual([
      'CJ-NGA-2026-000001',
      'CJ-NGA-2026-000002',
      'CJ-NGA-2026-000003',
    ]);
    expect(await preview()).toMatchObject([
      { organisation: 'A', running: expect.any(String) },
      { organisation: 'B', running: expect.any(String) },
      { organisation: 'C', running: expect.any(String) },
    ]);
  });
});

type Act = {
  what: 'step' | 'serve' | 'hand-in' | 'return' | 'accept' | 'withdraw' | 'daily' | 'wait';
  which: number;
};
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    what: fc.constantFrom(
      ...([
        'step',
        'step',
        'serve',
        'serve',
        'wait',
        'wait',
        'hand-in',
        'return',
        'accept',
        'withdraw',
        'daily',
      ] as const),
    ),
    which: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 5, maxLength: 25 },
);
test('whatever happens in whatever order: no paper twice for a step, and what is settled is closed by the next daily run', async () => {
  const moves = {
    'hand-in': ['receive'],
    return: ['return'],
    accept: ['accept'],
    withdraw: ['withdraw'],
  } as const;
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      kit = await archiveKit(tables);
      const owed = [await owe('MINE'), await owe('MINE')];
      const { id } = (await demand('MINE')).body;
      for (const { what, which } of sequence) {
        const { body: now } = await call('GET', `/${id}`);
        if (what === 'step') {
          const next = now.next ?? 'order';
          await step(id, next);
          await step(id, next);
        } else if (what === 'serve') await serve(now);
        else if (what === 'wait') later(61);
        else if (what === 'daily') await everyDay();
        else await become(owed[which] ?? '', ...moves[what]).catch(() => undefined);
      }
      later(1);
      await everyDay();
      const chase = await kit.chases.get(id);
      if (chase === undefined) throw new Error('no chase');
      const settled = isSettled((await tasksOf(kit, chase.body.taskIds)).map(({ state }) => state));
      // Once settled it is closed for good, also when a task comes back: that is the next chase's.
      if (settled) expect(isRunning(chase.state)).toBe(false);
      const steps = chase.body.steps.map((one) => one.step);
      expect(new Set(steps).size).toBe(steps.length);
      expect(await papers()).toHaveLength(steps.length);
      expect(await kit.chases.running('NGA', 'MINE')).toBe(isRunning(chase.state) ? id : undefined);
    }),
    { numRuns: 12 },
  );
});
