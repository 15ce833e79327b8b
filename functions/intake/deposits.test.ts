import type { EventData } from '@geoarchive/contract/events.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { auditOf, eventTypesIn } from '../testing/written.ts';
import { projections } from './project.ts';
import { depositId, described, type IntakeKit, intakeKit, taskId } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: IntakeKit;

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await intakeKit(tables);
});

const stub = { carrierSlip: 'Z-1', place: '第 3 库' };
const create = (more: Record<string, unknown> = {}, organisation: string | undefined = 'MINE') =>
  kit.as(organisation, { method: 'POST', path: '/intake/deposits', body: { ...described, ...more } });
const change = (body: Record<string, unknown>, organisation = 'MINE', headers = {}) =>
  kit.as(organisation, { method: 'PUT', path: `/intake/deposits/${depositId}`, body, headers });
const read = (organisation: string) => kit.as(organisation, { path: `/intake/deposits/${depositId}` });
const move = (name: string, headers = {}) =>
  kit.as('MINE', { method: 'POST', path: `/intake/deposits/${depositId}/${name}`, headers });
const mandate = (scope: 'all' | 'tasks', taskIds: string[] = []) =>
  kit.mandates.create(
    '01KAHZ6YB800000000000000M1',
    { from: 'MINE', to: 'TEAM', scope, taskIds, validFrom: '2026-01-01', validTo: '2026-12-31' },
    { action: 'test', by: { worker: 'test' } },
  );
const task = (organisation = 'MINE', version = 1, more = {}) =>
  kit.tasks.put(
    {
      ...{ id: taskId, number: 'T-1', name: '某铜矿勘探', source: 'mining-right', organisation },
      ...{ node: 'HB', due: '2027-01-31', state: 'open', ...more },
    },
    version,
  );

describe('the secrecy question before the first byte', () => {
  test.each([
    ['a state secret with a stub', { secrecy: 'secret', stub }, 201],
    ['a state secret without', { secrecy: 'confidential' }, 422],
    ['what is internal needs none', { secrecy: 'internal' }, 201],
    ['what is public with a stub', { secrecy: 'public', stub }, 422],
  ])('%s', async (_, more, status) => {
    expect((await create(more)).status).toBe(status);
  });
  test('cannot be answered anew by a change', async () => {
    await kit.open();
    await change({ ...described, secrecy: 'secret', stub });
    expect((await read('MINE')).body).toMatchObject({ secrecy: 'public' });
  });
});

describe('whose deposit it is', () => {
  test('the caller’s organisation, at the first archive or the one asked for', async () => {
    expect((await create()).body).toMatchObject({ organisation: 'MINE', node: 'NGA', state: 'open' });
    expect((await create({ node: 'HB' })).body).toMatchObject({ node: 'HB' });
    expect((await create({ node: 'MOON' })).status).toBe(400);
  });
  test('an account of no organisation has none', async () => {
    expect((await create({}, '')).status).toBe(403);
    const { status } = await kit.as(undefined, { path: '/intake/deposits' });
    expect(status).toBe(403);
  });
  test('a task names organisation and node; a stranger’s task is refused as if it were none', async () => {
    await task();
    expect((await create({ taskId, node: 'NGA' })).body).toMatchObject({ organisation: 'MINE', node: 'HB' });
    const [strange, none] = [
      await create({ taskId }, 'TEAM'),
      await create({ taskId: '01KAHZ6YB800000000000000T9' }, 'TEAM'),
    ];
    expect([strange.status, strange.body['detail']]).toEqual([400, none.body['detail']]);
  });
  test('a withdrawn task stands in no list and takes no deposit; brought back it does', async () => {
    await task();
    await task('MINE', 2, { state: 'withdrawn' });
    expect((await kit.tasks.list('MINE', {})).items).toEqual([]);
    expect((await create({ taskId })).status).toBe(400);
    await task();
    expect((await create({ taskId })).status).toBe(400);
    await task('MINE', 3);
    expect((await kit.tasks.list('MINE', {})).items).toHaveLength(1);
    expect((await create({ taskId })).status).toBe(201);
  });
  test('who holds a mandate for the task may hand it in, in its organisation’s name', async () => {
    await task();
    await mandate('tasks', [taskId]);
    expect((await create({ taskId }, 'TEAM')).body).toMatchObject({ organisation: 'MINE' });
  });
});

describe('reading and changing', () => {
  test('strangers see nothing; agents see what their mandate covers', async () => {
    await kit.open();
    expect((await read('TEAM')).status).toBe(404);
    await mandate('tasks', [taskId]);
    expect((await read('TEAM')).status).toBe(404);
    const covered = '01KAHZ6YB80000000000000002';
    await kit.open(covered, { taskId });
    expect((await kit.as('TEAM', { path: `/intake/deposits/${covered}` })).status).toBe(200);
    kit.time.now = new Date('2027-01-01T00:00:00.000Z');
    expect((await kit.as('TEAM', { path: `/intake/deposits/${covered}` })).status).toBe(404);
  });
  test('a change replaces the description: what it leaves out is cleared', async () => {
    const returned = { reason: '缺图', items: [] };
    await task();
    await kit.open(depositId, {
      taskId,
      node: 'HB',
      round: 2,
      returned,
      abstract: '摘要',
      bbox: [1, 2, 3, 4],
    });
    await change({ ...described, taskId, abstract: '新摘要' });
    const [first] = [(await read('MINE')).body];
    expect(first).toMatchObject({ taskId, abstract: '新摘要', round: 2, returned });
    expect(first).not.toHaveProperty('bbox');
    await change({ ...described });
    const { body } = await read('MINE');
    expect(body).toMatchObject({ organisation: 'MINE', node: 'HB', round: 2, secrecy: 'public' });
    for (const cleared of ['taskId', 'abstract', 'bbox']) expect(body).not.toHaveProperty(cleared);
  });
  test('the stub of a state secret stays with its answer', async () => {
    await kit.open(depositId, { secrecy: 'secret', stub });
    await change({ ...described, title: '改' });
    expect((await read('MINE')).body).toMatchObject({ title: '改', secrecy: 'secret', stub });
  });
  test('an agent’s change leaves the deposit its owner’s', async () => {
    await kit.open();
    await mandate('all');
    const changed = await change({ ...described, title: '改' }, 'TEAM');
    expect(changed.body).toMatchObject({ title: '改', organisation: 'MINE' });
    expect((await read('MINE')).status).toBe(200);
  });
  test('a body that breaks the schema is named by its fields', async () => {
    await kit.open();
    const refused = await change({ ...described, title: ' ', bbox: [120, 30, 110, 31] });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body['fields'])).toMatch(/body\.title.*body\.bbox/);
  });
  test('on an old version is refused, on the present one it counts', async () => {
    await kit.open();
    expect((await change({ ...described }, 'MINE', { 'If-Match': '7' })).status).toBe(412);
    expect((await change({ ...described }, 'MINE', { 'If-Match': '1' })).body).toMatchObject({ version: 2 });
  });
  test('only while it is open', async () => {
    await kit.open(depositId, {}, 'sealed');
    expect((await change({ ...described })).body['type']).toBe('wrong-state');
  });
  test('lists are newest first and one’s own', async () => {
    await kit.open('01KAHZ6YB80000000000000001');
    await kit.open('01KAHZ6YB80000000000000002');
    await kit.open('01KAHZ6YB80000000000000003', { organisation: 'OTHER' });
    const { items } = (await kit.as('MINE', { path: '/intake/deposits' })).body;
    expect(items).toMatchObject([{ id: expect.stringMatching(/2$/) }, { id: expect.stringMatching(/1$/) }]);
  });
});

describe('moves', () => {
  test('complete starts the check and tells; reopening ends it', async () => {
    await kit.open();
    expect((await move('complete')).body).toMatchObject({ state: 'checking' });
    expect((await move('complete')).body['type']).toBe('wrong-state');
    expect((await move('reopen')).body).toMatchObject({ state: 'open' });
    const told = await eventTypesIn(tables, kit.table);
    expect(told.sort()).toEqual(['DepositCompleted', 'DepositReopened']);
    expect((await auditOf(tables, kit.table, depositId)).sort()).toEqual([
      'deposit.complete',
      'deposit.reopen',
      'test',
    ]);
  });
  test('with errors in the report nothing is handed in; warnings do not hinder', async () => {
    await kit.open(depositId, { verdict: { errors: 2, warnings: 0 } }, 'checked');
    const refused = await move('submit');
    expect([refused.status, refused.body['detail']]).toEqual([422, expect.stringContaining('2 errors')]);
    await move('reopen');
    expect((await read('MINE')).body).not.toHaveProperty('verdict');
  });
  test('handing in sets the time that counts', async () => {
    await kit.open(depositId, { verdict: { errors: 0, warnings: 3 } }, 'checked');
    expect((await move('submit')).body).toMatchObject({ state: 'submitted' });
    expect((await kit.deposits.get(depositId))?.body.handedInAt).toBe('2026-11-22T02:00:00.000Z');
  });
  test('goes to the archive that its task has gone to meanwhile; a correction stays where the first round lies', async () => {
    const task = {
      ...{ number: 'T-1', name: '某项目', source: 'other', organisation: 'MINE', due: '2027-01-31' },
    };
    await kit.tasks.put({ ...task, id: taskId, source: 'other', node: 'HB', state: 'open' }, 1);
    const verdict = { errors: 0, warnings: 0 };
    await kit.open(depositId, { verdict, taskId, node: 'NGA' }, 'checked');
    await move('submit');
    expect((await kit.deposits.get(depositId))?.body.node).toBe('HB');
    const second = ulid();
    await kit.open(second, { verdict, taskId, node: 'NGA', round: 2 }, 'checked');
    await kit.as('MINE', { method: 'POST', path: `/intake/deposits/${second}/submit` });
    expect((await kit.deposits.get(second))?.body).toMatchObject({
      node: 'NGA',
      handedInAt: expect.any(String),
    });
  });
  test('after a return the next hand-in is a new round', async () => {
    await kit.open(depositId, {}, 'returned');
    expect((await move('reopen')).body).toMatchObject({ round: 2 });
  });
});

describe('what the archive decided', () => {
  const of = { depositId, round: 1 };
  const returned = { ...of, reason: '缺图', correctBy: '2026-12-22', items: ['附图 3'] };

  test('comes into the submitter’s view, once', async () => {
    await kit.open(depositId, {}, 'sealed');
    await projections.DepositReturned(kit, returned);
    await projections.DepositReturned(kit, returned);
    expect((await read('MINE')).body).toMatchObject({
      state: 'returned',
      version: 2,
      returned: { items: ['附图 3'] },
    });
  });
  test('out of order is tried again, until its predecessor has come', async () => {
    const certificate = { ...of, certificateNumber: 'HJ-NGA-2026-00001' };
    await expect(projections.CertificateIssued(kit, certificate)).rejects.toThrow('not here');
    await kit.open(depositId, {}, 'sealed');
    await expect(projections.CertificateIssued(kit, certificate)).rejects.toMatchObject({
      kind: 'wrong-state',
    });
    await projections.DepositAccepted(kit, { ...of, archiveNumber: 'd00000001' });
    await projections.CertificateIssued(kit, certificate);
    await projections.DepositAccepted(kit, { ...of, archiveNumber: 'd00000009' });
    expect((await read('MINE')).body).toMatchObject({
      state: 'certified',
      archiveNumber: 'd00000001',
      certificateNumber: 'HJ-NGA-2026-00001',
    });
  });
  test('another certificate in the place of one, in whatever order they come: the last holds', async () => {
    const [a, b, c] = ['HJ-NGA-2026-00001', 'HJ-NGA-2026-00002', 'HJ-NGA-2026-00003'] as const;
    const news: EventData<'CertificateIssued'>[] = [
      { ...of, certificateNumber: a },
      { ...of, certificateNumber: b, replaced: [a] },
      { ...of, certificateNumber: c, replaced: [a, b] },
    ];
    await kit.open(depositId, {}, 'sealed');
    await projections.DepositAccepted(kit, { ...of, archiveNumber: 'd00000001' });
    for (const one of [1, 0, 2, 1, 0, 2].flatMap((at) => news[at] ?? []))
      await projections.CertificateIssued(kit, one);
    expect((await read('MINE')).body).toMatchObject({ certificateNumber: c });
  });
  test('about an old round is old news', async () => {
    await kit.open(depositId, { round: 2 }, 'sealed');
    await projections.DepositReturned(kit, returned);
    expect((await read('MINE')).body).toMatchObject({ state: 'sealed', version: 1 });
  });
  test('tasks: an older version changes nothing, a newer one moves it to its new organisation', async () => {
    await task('MINE', 2, { name: 'new' });
    await task('MINE', 1, { name: 'old' });
    const listed = async (organisation: string) =>
      (await kit.as(organisation, { path: '/intake/tasks' })).body['items'];
    expect(await listed('MINE')).toMatchObject([{ name: 'new' }]);
    await task('TEAM', 3);
    expect(await listed('MINE')).toEqual([]);
    expect(await listed('TEAM')).toHaveLength(1);
  });
});
