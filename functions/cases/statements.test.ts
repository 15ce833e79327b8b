import type { Task } from '@geoarchive/contract/shared.ts';
import { noDataPledge } from '@geoarchive/domain/cases/statements.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { auditOf } from '../testing/written.ts';
import { type CaseKit, caseKit } from './testing/kit.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let kit: CaseKit;
let taskId: string;
const owed = {
  number: 'T42-t1',
  name: '某铜矿勘查',
  source: 'exploration-right' as const,
  licenceNumber: 'T42',
  organisation: 'MINE',
  node: 'NGA',
  due: '2027-01-30',
};
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await caseKit(tables);
  taskId = ulid();
  const told = { action: 'test', by: { worker: 'test' } };
  await kit.staff.tasks.create(taskId, { ...owed, deposits: {} }, told);
  await kit.own.tasks.put({ ...owed, id: taskId, state: 'open' }, 1);
});

const post = (path: string, body: unknown) => ({ method: 'POST' as const, path, body });
const state = async (more: Record<string, unknown>) =>
  kit.asker(
    post('/cases/own', {
      title: '说明',
      text: '洪灾，道路中断。',
      about: { kind: 'task', id: taskId },
      ...more,
    }),
  );
const pledge = () => state({ kind: 'no-data', pledged: true });
const notice = () => state({ kind: 'force-majeure', expected: '2027-06-30' });
const taken = async (reply: Awaited<ReturnType<typeof state>>): Promise<string> => {
  expect([reply.status, kit.errors()]).toEqual([201, []]);
  await kit.deliver();
  const id = String(reply.body['id']);
  await kit.as('wang', 'PROVINCE_ADMIN', post(`/cases/items/${id}/assignment`, { to: 'me' }));
  return id;
};
const decide = (id: string, body: object, role: RoleCode = 'PROVINCE_ADMIN') =>
  kit.as('wang', role, post(`/cases/items/${id}/decision`, { reasons: '证明材料齐全。', ...body }));
const taskNow = async () => kit.staff.tasks.get(taskId);
const tasksTold = async (): Promise<Task[]> =>
  (await kit.dataOf('archive', 'TaskRecorded')).map(({ task }) => task);

test('a pledge that is confirmed ends the task with a receipt, both in the decision’s own transaction', async () => {
  const id = await taken(await pledge());
  expect((await kit.asker({ path: `/cases/own/${id}` })).body).toMatchObject({
    statement: { pledge: noDataPledge.zh },
  });
  const { status, body } = await decide(id, { outcome: 'confirmed' }, 'ARCHIVE_CHECKER');
  expect([status, kit.errors()]).toEqual([200, []]);
  const paper = 'CN-NGA-2026-000001';
  expect(body).toMatchObject({ state: 'decided', decision: { outcome: 'confirmed', paper } });
  expect(await taskNow()).toMatchObject({
    state: 'no-data',
    body: { released: { caseId: id, statement: 'AJ-NGA-2026-000001', paper } },
  });
  expect((await kit.staff.documents.get(paper))?.body).toMatchObject({
    concerns: taskId,
    says: {
      kind: 'no-data-receipt',
      task: 'T42-t1',
      pledge: 'AJ-NGA-2026-000001',
      submitter: 'MINE',
      opinion: '证明材料齐全。',
    },
  });
  expect(await tasksTold()).toMatchObject([{ id: taskId, state: 'no-data' }]);
  expect((await kit.dataOf('archive', 'DocumentIssued')).map(({ number }) => number)).toEqual([paper]);
  await kit.deliver();
  expect((await kit.dataOf('intake', 'CaseUpdateSeen')).at(-1)).toMatchObject({
    decided: { kind: 'no-data', taskId, outcome: 'confirmed' },
  });
  expect(await auditOf(tables, kit.staff.table, taskId)).toContain('task.release');
});

test('a pledge that is refused leaves the task owed', async () => {
  const id = await taken(await pledge());
  expect((await decide(id, { outcome: 'refused' })).status).toBe(200);
  expect((await taskNow())?.state).toBe('open');
  expect((await kit.dataOf('archive', 'DocumentIssued')).length).toBe(0);
});

test('what was handed in meanwhile is not ended by a pledge, and nothing is issued', async () => {
  const id = await taken(await pledge());
  const writes = await kit.staff.tasks.following(
    taskId,
    ulid(),
    { as: 'handed-in', on: '2026-11-24' },
    'receive',
  );
  await kit.staff.table.transact(writes);
  expect((await decide(id, { outcome: 'confirmed' })).status).toBe(409);
  expect((await taskNow())?.state).toBe('handed-in');
  expect((await kit.dataOf('archive', 'DocumentIssued')).length).toBe(0);
  expect((await decide(id, { outcome: 'refused' })).status).toBe(200);
});

test('a task that went to another archive meanwhile is not decided here, and nothing is issued', async () => {
  const id = await taken(await pledge());
  const task = await kit.staff.tasks.get(taskId);
  if (task === undefined) throw new Error('no task');
  const told = { action: 'test', by: { worker: 'test' } };
  await kit.staff.tasks.change(task, { ...task.body, node: 'HB' }, told);
  expect((await decide(id, { outcome: 'confirmed' })).status).toBe(409);
  expect((await kit.dataOf('archive', 'DocumentIssued')).length).toBe(0);
  expect((await decide(id, { outcome: 'refused' })).status).toBe(200);
});

test('data that come after all bring the task back: nothing that was handed in is lost', async () => {
  const id = await taken(await pledge());
  await decide(id, { outcome: 'confirmed' });
  const deposit = ulid();
  for (const now of [{ as: 'handed-in', on: '2026-12-01' }, { as: 'accepted' }] as const)
    await kit.staff.table.transact(await kit.staff.tasks.following(taskId, deposit, now, 'receive'));
  expect((await taskNow())?.state).toBe('accepted');
});

test('force majeure extends nothing by itself; the authority’s day is on the task and names the notice', async () => {
  const id = await taken(await notice());
  expect((await taskNow())?.body.due).toBe('2027-01-30');
  expect((await decide(id, { outcome: 'due-changed' })).status).toBe(400);
  expect((await decide(id, { outcome: 'due-changed', due: '2027-06-30' }, 'ARCHIVE_CHECKER')).status).toBe(
    403,
  );
  const { body } = await decide(id, { outcome: 'due-changed', due: '2027-06-30' });
  expect([body, kit.errors()]).toMatchObject([
    { decision: { outcome: 'due-changed', due: '2027-06-30' } },
    [],
  ]);
  expect((await taskNow())?.body).toMatchObject({
    due: '2027-06-30',
    decided: {
      reckoned: '2027-01-30',
      ground: 'force-majeure',
      statement: { id, number: 'AJ-NGA-2026-000001' },
      by: 'wang',
    },
  });
  expect(await tasksTold()).toMatchObject([{ due: '2027-06-30', decided: { statement: { id } } }]);
});

test('or the day stays, with reasons', async () => {
  const id = await taken(await notice());
  expect((await decide(id, { outcome: 'due-stays' })).body).toMatchObject({
    decision: { outcome: 'due-stays', reasons: '证明材料齐全。' },
  });
  expect((await taskNow())?.body).toMatchObject({ due: '2027-01-30' });
});

test('a statement needs what it is about: the pledge, the day, a task that is owed and one’s own', async () => {
  expect((await state({ kind: 'no-data' })).status).toBe(400);
  expect((await state({ kind: 'force-majeure' })).status).toBe(400);
  expect(
    (await state({ kind: 'no-data', pledged: true, about: { kind: 'general', node: 'NGA' } })).status,
  ).toBe(422);
  const other = post('/cases/own', {
    ...{ kind: 'no-data', title: 'x', text: 'x', pledged: true, about: { kind: 'task', id: taskId } },
  });
  expect((await kit.asker(other, 'OTHER')).status).toBe(404);
  await kit.own.tasks.put({ ...owed, id: taskId, state: 'handed-in' }, 2);
  expect((await pledge()).status).toBe(409);
});

test('those about a task are found by it; staff record one that came on paper', async () => {
  const own = await taken(await pledge());
  const made = await kit.as(
    'wang',
    'PROVINCE_ADMIN',
    post('/cases/items', {
      ...{ kind: 'force-majeure', title: '来函', text: '见附件', fromSubmitter: true },
      about: { kind: 'task', id: taskId },
    }),
  );
  expect([made.status, kit.errors()]).toEqual([201, []]);
  await kit.deliver();
  const { body: inside } = await kit.as('wang', 'PROVINCE_ADMIN', {
    path: '/cases/items',
    query: { of: [taskId] },
  });
  expect(inside['items']).toHaveLength(2);
  const { body: outside } = await kit.asker({ path: '/cases/own', query: { task: [taskId] } });
  expect(outside['items']).toMatchObject([{ kind: 'force-majeure' }, { id: own, kind: 'no-data' }]);
});
