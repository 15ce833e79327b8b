import { folding } from '@geoarchive/domain/reporting/fold.ts';
import { yearPeriod } from '@geoarchive/domain/reporting/period.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { timelinessOf } from '@geoarchive/domain/supervision/timeliness.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import type { Stands } from '../archive/task-store.ts';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { taskFacts } from '../reporting/facts-of.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { registerId } from './register-store.ts';

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
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
});

const row = (of: object = {}) => ({
  kind: 'exploration-right',
  number: 'T42001',
  name: '某铜矿勘探',
  holder: 'MINE',
  from: '2022-03-01',
  to: '2027-03-01',
  regions: ['420100'],
  minerals: ['copper'],
  ...of,
});
const bring = async (rows: object[], who: Staff = 'ministry', node = 'NGA', id = ulid()) => {
  const batches = Math.ceil(rows.length / 100);
  for (let no = 1; no <= batches; no += 1)
    await kit.as(
      who,
      {
        method: 'PUT',
        path: `/supervision/registers/imports/${id}/batches/${no}`,
        body: { rows: rows.slice((no - 1) * 100, no * 100) },
      },
      node,
    );
  const body = { batches, subject: '登记.xlsx' };
  await kit.as(who, { method: 'POST', path: `/supervision/registers/imports/${id}`, body }, node);
  await kit.work();
  return kit.as(who, { path: `/jobs/${id}` }, node);
};
const entry = async (number = 'T42001', kind: 'exploration-right' | 'mining-right' = 'exploration-right') =>
  (await kit.as('ministry', { path: `/supervision/registers/${registerId(kind, number)}` })).body;
const post = (path: string, body?: object, who: Staff = 'ministry') =>
  kit.as(who, { method: 'POST', path, ...(body === undefined ? {} : { body }) });
const job = async (path: string, body?: object) => {
  const started = await post(path, body);
  await kit.work();
  return (await kit.as('ministry', { path: `/jobs/${String(started.body['id'])}` })).body;
};
const none = { tasksCreated: 0, tasksUpdated: 0, tasksWithdrawn: 0, tasksKept: 0 };
const counts = (of: object) => ({ created: 0, updated: 0, unchanged: 0, refused: 0, ...none, ...of });

describe('an import', () => {
  test('makes the entry and its task with the proof, and tells of the task', async () => {
    expect((await bring([row()])).body).toMatchObject({
      state: 'done',
      counts: counts({ created: 1, tasksCreated: 1 }),
    });
    expect(await entry()).toMatchObject({
      number: 'T42001',
      node: 'HB',
      holder: 'MINE',
      tasks: [
        {
          number: 'T42001-t1',
          name: '某铜矿勘探（2022-03-01 至 2027-03-01）',
          state: 'open',
          due: '2027-01-30',
          node: 'HB',
          licenceEnd: '2027-03-01',
          basis: {
            subject: 't1',
            proof: { decides: { rule: 'exploration-expiry', on: '2027-03-01', days: -30 } },
          },
        },
      ],
    });
    const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'TasksRecorded');
    expect(told).toHaveLength(1);
    expect(await auditOf(tables, kit.table, registerId('exploration-right', 'T42001'))).toEqual([
      'register.import',
    ]);
    expect(kit.errors).toEqual([]);
  });

  test('that was cut off half-way imports nothing; what was sent stays, and the rest completes it', async () => {
    const id = ulid();
    const path = `/supervision/registers/imports/${id}`;
    const send = (no: number, number: string) =>
      kit.as('ministry', { method: 'PUT', path: `${path}/batches/${no}`, body: { rows: [row({ number })] } });
    await send(1, 'T1');
    await send(3, 'T3');
    const begin = () => post(path, { batches: 3, subject: '登记.xlsx' });
    expect((await begin()).status).toBe(422);
    await kit.work();
    expect((await kit.as('ministry', { path: `/jobs/${id}` })).status).toBe(404);
    expect(await kit.registers.byNumber('exploration-right', 'T1')).toBeUndefined();
    await send(2, 'T2');
    expect((await begin()).status).toBe(202);
    await kit.work();
    expect((await kit.as('ministry', { path: `/jobs/${id}` })).body).toMatchObject({
      state: 'done',
      counts: counts({ created: 3, tasksCreated: 3 }),
    });
  });

  test('the same again changes nothing; a correction moves the due date, a transfer the duty', async () => {
    await bring([row()]);
    expect((await bring([row()])).body).toMatchObject({ counts: counts({ unchanged: 1 }) });
    // Entries of the audit trail of one instant stand in no order.
    kit.time.now = new Date('2026-11-22T02:01:00.000Z');
    const changed = row({ to: '2028-03-01', holder: 'BUYER', transferredOn: '2026-01-01' });
    expect((await bring([changed])).body).toMatchObject({ counts: counts({ updated: 1, tasksUpdated: 1 }) });
    expect(await entry()).toMatchObject({
      holder: 'BUYER',
      tasks: [{ due: '2028-01-31', organisation: 'BUYER' }],
      history: [{ changes: ['holders', 'terms'] }, { action: 'register.import' }],
    });
  });

  test('rows of one licence follow each other wherever they stand in the file, and no lane loses or doubles a row', async () => {
    const others = Array.from({ length: 12 }, (_, batch) =>
      Array.from({ length: 30 }, (__, at) =>
        row({ number: `T5${String(batch * 30 + at).padStart(4, '0')}` }),
      ),
    );
    const inBatches = async (batches: readonly object[][]) => {
      const id = ulid();
      const path = `/supervision/registers/imports/${id}`;
      for (const [at, rows] of batches.entries())
        await kit.as('ministry', { method: 'PUT', path: `${path}/batches/${at + 1}`, body: { rows } });
      await post(path, { batches: batches.length, subject: '登记.xlsx' });
      await kit.work();
      return (await kit.as('ministry', { path: `/jobs/${id}` })).body;
    };
    const ends: Readonly<Record<number, string>> = { 0: '2027-03-01', 4: '2029-03-01', 10: '2028-03-01' };
    const withOne = others.map((rows, at) =>
      ends[at] === undefined ? rows : rows.toSpliced(15, 0, row({ to: ends[at] })),
    );
    expect(await inBatches(withOne)).toMatchObject({
      ...{ state: 'done', done: 363 },
      counts: counts({ created: 361, updated: 2, tasksCreated: 361, tasksUpdated: 2 }),
    });
    // The last row counts, though the one before it says a later day.
    expect(await entry()).toMatchObject({ tasks: [{ due: '2028-01-31' }] });
    expect(await inBatches(others)).toMatchObject({ done: 360, counts: counts({ unchanged: 360 }) });
  });

  test('two rows of one licence in one file follow each other; rows that cannot be are named and harm no other', async () => {
    const rows = [
      row(),
      row({ from: '2027-03-02', to: '2029-03-01' }),
      row({ number: 'T42002', to: '2021-01-01' }),
      row({ number: 'T42003', regions: ['990000'] }),
      row({ number: 'T42004', to: undefined }),
      row({ number: 'T42005', area: [['116.1,39.1', '116.2,39.2', '116.2,39.1', '116.1,39.2']] }),
    ];
    const done = (await bring(rows)).body;
    expect(done).toMatchObject({ counts: counts({ created: 2, updated: 1, refused: 3, tasksCreated: 2 }) });
    expect(done['notes']).toEqual([
      expect.stringMatching(/^T42002 .*早于/),
      expect.stringMatching(/^T42003 .*990000/),
      expect.stringMatching(/^T42004 没有截止日期/),
      expect.stringMatching(/^T42005 .*自相交/),
    ]);
    expect(await entry()).toMatchObject({ tasks: [{ due: '2027-01-30' }, { due: '2029-01-30' }] });
  });

  test('an area is kept as it was given; a row without one leaves it', async () => {
    const area = [['E114°06′00″ N30°30′00″', '114.15, 30.5', '114.15, 30.55']];
    await bring([row({ area })]);
    await bring([row({ name: '某铜矿详查' })]);
    expect(await entry()).toMatchObject({ name: '某铜矿详查', area });
  });

  test('a province imports what its archive receives, and nothing of others', async () => {
    const done = (await bring([row(), row({ number: 'T51', regions: ['510100'] })], 'province', 'HB')).body;
    expect(done).toMatchObject({ counts: counts({ created: 1, refused: 1, tasksCreated: 1 }) });
    const away = await kit.as('province', {
      path: `/supervision/registers/${registerId('exploration-right', 'T42001')}`,
    });
    expect(away.status).toBe(404);
    expect((await post('/supervision/registers/preview', { rows: [row()] }, 'checker')).status).toBe(403);
  });

  test('is taken back whole: new entries owe nothing and are listed no more, changed ones are as before', async () => {
    await bring([row()]);
    const id = ulid();
    await bring([row({ to: '2028-03-01' }), row({ number: 'T42009' })], 'ministry', 'NGA', id);
    const undone = await job(`/supervision/registers/imports/${id}/undo`);
    expect(undone).toMatchObject({
      state: 'done',
      counts: { restored: 1, emptied: 1, tasksWithdrawn: 1, tasksUpdated: 1 },
    });
    expect(await entry()).toMatchObject({ terms: [{ to: '2027-03-01' }], tasks: [{ due: '2027-01-30' }] });
    expect(await entry('T42009')).toMatchObject({ terms: [], tasks: [{ state: 'withdrawn' }] });
    const listed = (await kit.as('ministry', { path: '/supervision/registers', query: { node: ['HB'] } }))
      .body;
    expect(listed).toMatchObject({ items: [{ number: 'T42001' }] });
    await bring([row({ number: 'T42009' })]);
    expect(await entry('T42009')).toMatchObject({ tasks: [{ state: 'open', number: 'T42009-t1' }] });
  });

  test('an entry with more tasks than a transaction holds is brought in line in several', async () => {
    const terms = Array.from({ length: 30 }, (_, n) =>
      row({ from: `${1990 + n}-03-01`, to: `${1991 + n}-02-20` }),
    );
    expect((await bring(terms)).body).toMatchObject({ state: 'done', counts: { tasksCreated: 18 } });
    const closures = Array.from({ length: 30 }, (_, n) => ({
      id: `h${n + 1}`,
      kind: 'stage-closed' as const,
      on: `2010-01-${String(n + 1).padStart(2, '0')}`,
    }));
    const id = registerId('mining-right', 'C1');
    const stored = await kit.registers.get(registerId('exploration-right', 'T42001'));
    if (stored === undefined) throw new Error('nothing stored');
    const body = {
      ...stored.body,
      kind: 'mining-right' as const,
      number: 'C1',
      terms: [],
      happenings: closures,
      tasks: {},
    };
    await kit.registers.create(id, body, { action: 'test', by: { worker: 'test' } });
    expect(await job('/supervision/recompute')).toMatchObject({
      state: 'done',
      counts: { ...none, tasksCreated: 30 },
      done: 2,
    });
    expect((await entry('C1', 'mining-right'))['tasks']).toHaveLength(30);
  });
});

test('data go to another archive and back again: the same task goes along', async () => {
  await bring([row()]);
  for (const regions of [['510100'], ['420100']]) await bring([row({ regions })]);
  expect(await entry()).toMatchObject({
    node: 'HB',
    tasks: [{ node: 'HB', number: 'T42001-t1', state: 'open' }],
  });
  expect(kit.errors).toEqual([]);
});

describe('a number that another task has', () => {
  const taken = { name: 'x', source: 'other', organisation: 'MINE', node: 'HB' };
  const takeNumber = async (number = 'T42001-t1') => {
    const id = ulid();
    await kit.as('ministry', {
      method: 'PUT',
      path: `/archive/tasks/imports/${id}/batches/1`,
      body: { tasks: [{ ...taken, number, due: '2027-01-01' }] },
    });
    await post(`/archive/tasks/imports/${id}`, { batches: 1, subject: 'x' });
    await kit.work();
  };

  test('keeps that task waiting and says what to do, before and after; all else is imported', async () => {
    await takeNumber();
    const rows = [row(), row({ number: 'T42002' })];
    const remark = { code: 'number-taken', message: { en: expect.stringContaining('T42001-t1') } };
    expect((await post('/supervision/registers/preview', { rows })).body).toMatchObject({
      items: [
        { outcome: 'new', remarks: [remark], duties: [] },
        { outcome: 'new', remarks: [], duties: [{ subject: 't1' }] },
      ],
    });
    expect((await bring(rows)).body).toMatchObject({
      state: 'done',
      counts: { created: 2, refused: 0, tasksCreated: 1, hindered: 1 },
      notes: [expect.stringMatching(/^T42001 .*HB .*T42001-t1/)],
    });
    expect(await entry()).toMatchObject({ holder: 'MINE', tasks: [] });
    // The same again says so again.
    expect((await bring(rows)).body).toMatchObject({ counts: { unchanged: 2, hindered: 1 } });
    expect(kit.errors).toEqual([]);
  });

  test('lets the other tasks of its entry go on, more than one transaction of them; once it is free it comes, too', async () => {
    await takeNumber('C1-h1');
    await bring([row()]);
    const stored = await kit.registers.get(registerId('exploration-right', 'T42001'));
    if (stored === undefined) throw new Error('nothing stored');
    const happenings = Array.from({ length: 30 }, (_, n) => ({
      ...{ id: `h${n + 1}`, kind: 'stage-closed' as const },
      on: `2010-01-${String(n + 1).padStart(2, '0')}`,
    }));
    const body = {
      ...stored.body,
      kind: 'mining-right' as const,
      number: 'C1',
      terms: [],
      happenings,
      tasks: {},
    };
    await kit.registers.create(registerId('mining-right', 'C1'), body, {
      action: 'test',
      by: { worker: 'test' },
    });
    expect(await job('/supervision/recompute')).toMatchObject({
      state: 'done',
      counts: { tasksCreated: 29, hindered: 1 },
      notes: [expect.stringMatching(/^C1: HB .*C1-h1/)],
    });
    expect(await job('/supervision/recompute')).toMatchObject({ counts: { tasksCreated: 0, hindered: 1 } });
    const taking = await kit.tasks.byNumber('HB', 'C1-h1');
    if (taking === undefined) throw new Error('nobody has the number');
    await kit.tasks.move(taking, 'withdraw', taking.body, { action: 'test', by: { worker: 'test' } });
    expect(await job('/supervision/recompute')).toMatchObject({
      counts: { tasksCreated: 1, hindered: 0 },
      notes: [],
    });
    expect(kit.errors).toEqual([]);
  });

  test('of the entries of one import the first has it', async () => {
    const twins = (['exploration-right', 'mining-right', 'other'] as const).map((kind) => row({ kind }));
    expect((await bring(twins)).body).toMatchObject({
      state: 'done',
      counts: { created: 3, tasksCreated: 1, hindered: 2 },
    });
    expect(kit.errors).toEqual([]);
  });

  test('keeps a task where it is when its import is taken back; the entry goes back', async () => {
    await bring([row()]);
    const id = ulid();
    await bring([row({ regions: ['510100'], name: '改名' })], 'ministry', 'NGA', id);
    expect(await entry()).toMatchObject({ tasks: [{ node: 'NGA' }] });
    await takeNumber();
    expect(await job(`/supervision/registers/imports/${id}/undo`)).toMatchObject({
      state: 'done',
      counts: { restored: 1, hindered: 1 },
      notes: [expect.stringMatching(/^T42001: HB .*T42001-t1/)],
    });
    expect(await entry()).toMatchObject({
      name: '某铜矿勘探',
      regions: ['420100'],
      tasks: [{ node: 'NGA' }],
    });
    expect(kit.errors).toEqual([]);
  });
});

test('entries with histories so long that few fit into an answer of the table are all reckoned', async () => {
  const note = '变'.repeat(200);
  const happenings = Array.from({ length: 100 }, (_, n) => ({
    id: `h${n + 1}`,
    kind: 'shrunk' as const,
    on: '2020-01-01',
    note,
  }));
  const holders = Array.from({ length: 100 }, () => ({
    from: '2020-01-01',
    organisation: 'MINE',
    name: note,
  }));
  const terms = [{ id: 't1', from: '2022-01-01', to: '2027-01-01' }];
  for (let n = 0; n < 10; n += 1) {
    const body = {
      ...{ kind: 'other' as const, number: `L${n}`, name: '长', holders, terms, happenings },
      ...{ minerals: [], regions: ['420100'], node: 'HB', tasks: {}, updatedAt: '2026-11-22T02:00:00.000Z' },
    };
    // All in one shard: the last letter says which.
    await kit.registers.create(`${'0'.repeat(24)}${n}A`, body, { action: 'test', by: { worker: 'test' } });
  }
  expect(await job('/supervision/recompute')).toMatchObject({
    state: 'done',
    done: 10,
    counts: { ...none, tasksCreated: 10 },
  });
});

describe('what happens to a licence', () => {
  const due = async () =>
    (Object(await entry())['tasks'] as { subject: string; due: string; state: string }[])
      .map(({ subject, due: on, state }) => `${subject} ${on} ${state}`)
      .toSorted();
  test.each([
    ['renewed', { from: '2027-03-02', to: '2032-03-01' }, ['t1 2027-01-30 open', 't2 2032-01-31 open']],
    ['revoked', { happening: 'revoked', happenedOn: '2026-05-20' }, ['t1 2026-06-04 open']],
    ['merged into another', { happening: 'merged', happenedOn: '2026-05-20' }, ['t1 2026-05-20 open']],
    [
      'turned into a mining right',
      { happening: 'to-mining', happenedOn: '2026-05-20' },
      ['t1 2026-05-20 open'],
    ],
    ['reduced', { happening: 'shrunk', happenedOn: '2026-05-20' }, ['t1 2027-01-30 open']],
  ])('%s: its tasks follow, and are as before once that is taken back', async (_, what, expected) => {
    await bring([row()]);
    const before = await due();
    const id = ulid();
    await bring([row(what)], 'ministry', 'NGA', id);
    expect(await due()).toEqual(expected);
    await job(`/supervision/registers/imports/${id}/undo`);
    expect((await due()).filter((one) => !one.endsWith('withdrawn'))).toEqual(before);
  });
});

describe('what is done already', () => {
  test('is left by a rule made later for days that are past; what is open follows it', async () => {
    await bring([row({ to: '2025-03-01' }), row({ number: 'T42002', to: '2025-03-01' })]);
    const [task] = Object.values(
      (await kit.registers.byNumber('exploration-right', 'T42002'))?.body.tasks ?? {},
    );
    const found = await kit.tasks.get(task?.taskId ?? '');
    if (found === undefined) throw new Error('no task');
    const told = { action: 'test', by: { worker: 'test' } };
    const handed = await kit.tasks.move(found, 'receive', found.body, told);
    await kit.tasks.move(handed, 'accept', handed.body, told);
    const draft = {
      ...{ from: '2024-01-01', active: true, effect: { days: -60, kind: 'calendar' }, needs: ['result'] },
      reference: { zh: '某省规定', en: 'A rule of a province' },
    };
    await post('/supervision/rules/exploration-expiry/versions', { draft, reason: '追溯适用' });
    expect(await job('/supervision/recompute')).toMatchObject({
      counts: { ...none, tasksUpdated: 1, tasksKept: 1 },
    });
    expect(await entry()).toMatchObject({
      tasks: [{ state: 'open', due: '2024-12-31', basis: { proof: { decides: { version: 2 } } } }],
    });
    expect(await entry('T42002')).toMatchObject({
      tasks: [{ state: 'accepted', due: '2025-01-30', basis: { proof: { decides: { version: 1 } } } }],
    });
  });

  test('is left as it is by a correction of the register, and counted as kept', async () => {
    await bring([row()]);
    const [task] = Object.values(
      (await kit.registers.byNumber('exploration-right', 'T42001'))?.body.tasks ?? {},
    );
    const found = await kit.tasks.get(task?.taskId ?? '');
    if (found === undefined) throw new Error('no task');
    const by = { worker: 'test' };
    const handed = await kit.tasks.move(found, 'receive', found.body, { action: 'test', by });
    await kit.tasks.move(handed, 'accept', handed.body, { action: 'test', by });
    expect((await bring([row({ to: '2028-03-01' })])).body).toMatchObject({
      counts: counts({ updated: 1, tasksKept: 1 }),
    });
    expect(await entry()).toMatchObject({ tasks: [{ state: 'accepted', due: '2027-01-30' }] });
    expect(await job('/supervision/recompute')).toMatchObject({ counts: none });
  });
});

describe('a task of which a stage was accepted', () => {
  const taskId = async () => {
    const found = await kit.registers.byNumber('exploration-right', 'T42001');
    return Object.values(found?.body.tasks ?? {})[0]?.taskId ?? '';
  };
  const task = async () => {
    const found = await kit.tasks.get(await taskId());
    if (found === undefined) throw new Error('no task');
    return found;
  };
  const stands = async (depositId: string, ...all: Stands[]) => {
    for (const now of all)
      await kit.table.transact(await kit.tasks.following(await taskId(), depositId, now, 'copy'));
  };
  const first = ulid();
  const staged = () => stands(first, { as: 'handed-in', on: '2026-11-01' }, { as: 'stage' });
  const imported = async () => {
    const id = ulid();
    await bring([row()], 'ministry', 'NGA', id);
    await staged();
    return id;
  };

  test('does not vanish when the import is undone: it is done with that, and nobody is asked for more', async () => {
    const undone = await job(`/supervision/registers/imports/${await imported()}/undo`);
    expect(undone).toMatchObject({ state: 'done', counts: { emptied: 1, tasksKept: 1 }, notes: [] });
    const { state, body } = await task();
    expect(body.settled).toBe('2026-11-22');
    expect([state, body.depositId, body.deposits]).toEqual(['accepted', first, { [first]: 'stage' }]);
    const shown = await kit.as('ministry', {
      path: '/archive/tasks',
      query: { node: ['HB'], state: ['accepted'] },
    });
    expect(JSON.stringify(shown.body)).toContain(await taskId());
    expect(timelinessOf({ ...body, state }, '2030-01-01')).toMatchObject({ onTime: true });
    const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'TasksRecorded').at(-1);
    expect(told?.data).toMatchObject({ tasks: [{ task: { state: 'accepted' } }] });
    expect(await auditOf(tables, kit.table, await taskId())).toContain('register.undo-import');
    await job('/supervision/recompute');
    expect((await task()).state).toBe('accepted');
  });
  test('is owed again once the import comes anew, and settled by a deposit in full', async () => {
    await job(`/supervision/registers/imports/${await imported()}/undo`);
    expect((await bring([row()])).body).toMatchObject({ counts: { tasksUpdated: 1 } });
    expect(await task()).toMatchObject({ state: 'open', body: { deposits: { [first]: 'stage' } } });
    expect((await task()).body.settled).toBeUndefined();
    await stands(ulid(), { as: 'handed-in', on: '2026-12-01' }, { as: 'accepted' }, { as: 'certified' });
    expect((await task()).state).toBe('certified');
  });
  test('is not owed in the annual report from the day it was settled on, and again when the rest is owed', async () => {
    const figuresOf = async (year: number) => {
      const fold = folding(yearPeriod(year));
      for (const fact of taskFacts(await task())) fold.add(fact);
      const sums = fold.sums().get((await task()).body.node) ?? {};
      return ['T1.should-submit', 'T1.overdue', 'T1.no-data'].map((code) => sums[code]?.n ?? 0);
    };
    const id = await imported();
    const { due } = (await task()).body;
    const year = Number(due.slice(0, 4));
    expect(await figuresOf(year)).toEqual([1, 1, 0]);
    await job(`/supervision/registers/imports/${id}/undo`);
    expect([await figuresOf(year), await figuresOf(year + 3)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    await bring([row()]);
    expect(await figuresOf(year)).toEqual([1, 1, 0]);
  });
  test('is as far as what was handed in meanwhile when the rest is owed again, and is reminded of anew', async () => {
    const id = await imported();
    const before = await task();
    const reminded = { stage: 30, due: before.body.due };
    await kit.tasks.change(before, { ...before.body, reminded }, { action: 'test', by: { worker: 'test' } });
    await job(`/supervision/registers/imports/${id}/undo`);
    const second = ulid();
    await stands(second, { as: 'handed-in', on: '2026-11-22' });
    expect(await task()).toMatchObject({ state: 'accepted', body: { settled: '2026-11-22', reminded } });
    expect((await bring([row()])).body).toMatchObject({ counts: { tasksUpdated: 1 }, notes: [] });
    const { state, body } = await task();
    expect([state, body.depositId]).toEqual(['handed-in', second]);
    expect([body.settled, body.reminded]).toEqual([undefined, undefined]);
    await stands(second, { as: 'returned', correctBy: '2026-12-20' });
    expect((await task()).state).toBe('open');
  });
  test('follows a correction that leaves it owed, and is done by one that leaves nothing owed', async () => {
    await imported();
    await bring([row({ to: '2028-03-01' })]);
    expect(await task()).toMatchObject({ state: 'open', body: { due: '2028-01-31' } });
    await post('/supervision/rules/exploration-expiry/versions', {
      draft: {
        ...{ from: '2010-01-01', active: false, effect: { days: -30, kind: 'calendar' }, needs: ['result'] },
        reference: { zh: '某省规定', en: 'A rule of a province' },
      },
      reason: '停用',
    });
    await job('/supervision/recompute');
    expect(await task()).toMatchObject({ state: 'accepted', body: { due: '2028-01-31' } });
  });
  test('waits while more is under way, and is done when that was returned', async () => {
    const id = await imported();
    const second = ulid();
    await stands(second, { as: 'handed-in', on: '2026-11-20' });
    await job(`/supervision/registers/imports/${id}/undo`);
    expect((await task()).state).toBe('handed-in');
    await stands(second, { as: 'returned', correctBy: '2026-12-20' });
    await job('/supervision/recompute');
    expect((await task()).state).toBe('accepted');
    // What is handed in for it all the same brings nothing back that is owed.
    await stands(ulid(), { as: 'handed-in', on: '2026-12-21' });
    expect((await task()).state).toBe('accepted');
  });
});

test('a task is counted by the mineral of its entry, one that is done by the mineral it has now', async () => {
  await bring([row()]);
  const [task] = Object.values(
    (await kit.registers.byNumber('exploration-right', 'T42001'))?.body.tasks ?? {},
  );
  const found = async () => {
    const item = await kit.tasks.get(task?.taskId ?? '');
    if (item === undefined) throw new Error('no task');
    return item;
  };
  const told = { action: 'test', by: { worker: 'test' } };
  expect((await found()).body.mineral).toBe('non-ferrous');
  await kit.tasks.move(await found(), 'receive', (await found()).body, told);
  await kit.tasks.move(await found(), 'accept', (await found()).body, told);
  await bring([row({ minerals: ['gold', 'copper'] })]);
  expect(await found()).toMatchObject({ state: 'accepted', version: 4, body: { mineral: 'precious' } });
  await bring([row({ minerals: ['lapis'] })]);
  expect((await found()).body).not.toHaveProperty('mineral');
});
test('a task that is not done takes another mineral, or none, from its entry', async () => {
  await bring([row()]);
  const task = async () =>
    (await kit.tasks.byNumber('HB', 'T42001-t1')) ?? (await kit.tasks.byNumber('NGA', 'T42001-t1'));
  await bring([row({ minerals: ['coal'] })]);
  expect((await task())?.body.mineral).toBe('energy');
  await bring([row({ minerals: ['lapis'] })]);
  expect((await task())?.body).not.toHaveProperty('mineral');
});

describe('a preview', () => {
  test('tells what would change, and changes nothing', async () => {
    await bring([row()]);
    const rows = [
      row({ to: '2028-03-01' }),
      row({ number: 'T42002' }),
      row(),
      row({ number: 'X', to: '2000-01-01' }),
    ];
    const { body } = await post('/supervision/registers/preview', { rows });
    expect(body).toMatchObject({
      items: [
        {
          outcome: 'changed',
          changes: [{ field: 'terms' }],
          duties: [{ subject: 't1', before: '2027-01-30', after: '2028-01-31' }],
        },
        { outcome: 'new', duties: [{ subject: 't1', after: '2027-01-30' }] },
        { outcome: 'unchanged', changes: [], duties: [] },
        { outcome: 'refused', remarks: [{ code: 'end-before-start', field: 'to' }] },
      ],
    });
    expect(await entry()).toMatchObject({ version: 1 });
  });
});

describe('rules', () => {
  const shipped = shippedRules.find(({ id }) => id === 'exploration-expiry');
  const draft = {
    from: '2010-01-01',
    active: true,
    effect: { days: -60, kind: 'calendar' },
    needs: ['result'],
    reference: shipped?.reference,
  };

  test('tasks that followed a rule do not keep an import from being undone', async () => {
    const id = ulid();
    await bring([row()], 'ministry', 'NGA', id);
    await post('/supervision/rules/exploration-expiry/versions', { draft, reason: '试验' });
    expect(await job('/supervision/recompute')).toMatchObject({ counts: { ...none, tasksUpdated: 1 } });
    const undone = await job(`/supervision/registers/imports/${id}/undo`);
    expect(undone).toMatchObject({ state: 'done', counts: { emptied: 1, tasksWithdrawn: 1 }, notes: [] });
    expect(await entry()).toMatchObject({ terms: [], tasks: [{ state: 'withdrawn' }] });
  });

  test('a trial tells which tasks would change and changes none; the version that is then added does', async () => {
    await bring([row(), row({ number: 'T42002' }), row({ number: 'P1', kind: 'other' })]);
    const trial = await job('/supervision/rules/exploration-expiry/trials', { draft });
    expect(trial).toMatchObject({ state: 'done', counts: { ...none, tasksUpdated: 2 } });
    expect(trial['notes']).toEqual(
      expect.arrayContaining([
        'T42001 t1: 2027-01-30 HB → 2026-12-31 HB',
        'T42002 t1: 2027-01-30 HB → 2026-12-31 HB',
      ]),
    );
    expect(await entry()).toMatchObject({ tasks: [{ due: '2027-01-30' }] });

    const added = await post('/supervision/rules/exploration-expiry/versions', { draft, reason: '试验' });
    expect(added).toMatchObject({
      status: 201,
      body: { version: 2, edited: { by: 'ministry', reason: '试验' } },
    });
    expect(await job('/supervision/recompute')).toMatchObject({ counts: { ...none, tasksUpdated: 2 } });
    expect(await entry()).toMatchObject({
      tasks: [
        { due: '2026-12-31', basis: { needs: ['result'], proof: { decides: { version: 2, days: -60 } } } },
      ],
    });
    const { body } = await kit.as('province', { path: '/supervision/rules' });
    expect(body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'exploration-expiry', version: 1 })]),
    });
    expect(await auditOf(tables, kit.table, 'rule-exploration-expiry')).toEqual(['rule.add-version']);
  });

  test('a rule that ends before it begins, one that is not there, and somebody who may not', async () => {
    const path = '/supervision/rules/exploration-expiry/versions';
    expect((await post(path, { draft: { ...draft, to: '2009-01-01' }, reason: 'x' })).status).toBe(400);
    expect((await post('/supervision/rules/nope/versions', { draft, reason: 'x' })).status).toBe(404);
    expect((await post(path, { draft, reason: 'x' }, 'province')).status).toBe(403);
  });
});

test('lists by kind, by how the number begins, and by holder; a page at a time', async () => {
  await bring([
    row(),
    row({ number: 'T42002' }),
    row({ number: 'T99', holder: 'OTHER' }),
    row({ kind: 'mining-right', number: 'C1' }),
  ]);
  const numbers = async (query: Record<string, string>) => {
    const asked = Object.fromEntries(
      Object.entries({ node: 'HB', ...query }).map(([name, value]) => [name, [value]]),
    );
    const { body } = await kit.as('ministry', { path: '/supervision/registers', query: asked });
    return [(body['items'] as { number: string }[]).map(({ number }) => number), typeof body['cursor']];
  };
  expect(await numbers({})).toEqual([['T42001', 'T42002', 'T99'], 'undefined']);
  expect(await numbers({ number: 'T42' })).toEqual([['T42001', 'T42002'], 'undefined']);
  expect(await numbers({ limit: '1' })).toEqual([['T42001'], 'string']);
  expect(await numbers({ holder: 'MINE' })).toEqual([['C1', 'T42001', 'T42002'], 'undefined']);
});
