import { dayOf } from '@geoarchive/domain/dates.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type CaseKit, caseKit } from '../cases/testing/kit.ts';
import { objectionDecided, objectionEnded, objectionOpened } from './objections.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: CaseKit;
let noticeId: string;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const by = { worker: 'test' };
/** Everything of public notices and of cases about them arrives, as often as it likes. */
const deliver = async () => {
  await kit.deliver();
  for (const opened of await kit.dataOf('archive', 'CaseOpened')) await objectionOpened(kit.staff, opened);
  for (const moved of await kit.dataOf('archive', 'CaseMoved')) await objectionEnded(kit.staff, moved);
  for (const decided of await kit.dataOf('archive', 'CaseDecided'))
    await objectionDecided(kit.staff, decided);
  for (const moved of await kit.dataOf('archive', 'PublicNoticeMoved')) await kit.own.ownNotices.put(moved);
};
const staff = (who: 'province' | 'ministry', method: 'POST' | 'GET', path: string, body?: object) =>
  kit.staff.as(who, { method, path: `/supervision/public-notices${path}`, ...(body && { body }) });
const stateOf = async () => (await staff('province', 'GET', `/${noticeId}`)).body;
const object = async (organisation = 'MINE') =>
  kit.asker(
    {
      method: 'POST',
      path: '/cases/own',
      body: {
        kind: 'objection',
        ...{ title: '已经汇交', text: '资料已于上月汇交，见凭证。', evidence: [] },
        about: { kind: 'public-notice', id: noticeId },
      },
    },
    organisation,
  );
const caseId = async () => (await kit.dataOf('archive', 'CaseOpened')).at(-1)?.caseId ?? '';
const decide = async (outcome: string) => {
  const id = await caseId();
  await kit.as('p', 'PROVINCE_ADMIN', {
    method: 'POST',
    path: `/cases/items/${id}/assignment`,
    body: { to: 'me' },
  });
  return kit.as('p', 'PROVINCE_ADMIN', {
    method: 'POST',
    path: `/cases/items/${id}/decision`,
    body: { outcome, reasons: '经核实' },
  });
};

beforeEach(async () => {
  kit = await caseKit(tables);
  const task = {
    ...{ number: 'RW-1', name: '某勘查', source: 'other' as const, organisation: 'MINE', node: 'NGA' },
    ...{ due: '2026-10-31', deposits: {} },
  };
  await kit.staff.tasks.create(ulid(), task, { action: 'test', by });
  const made = await staff('province', 'POST', '', { kind: 'overdue', organisation: 'MINE', text: '' });
  noticeId = String(made.body['id']);
  await staff('ministry', 'POST', `/${noticeId}/moves`, { move: 'publish', declared: true });
  await deliver();
});

test('the party sees the notice in full, also while the public does not; nobody else does', async () => {
  const listOf = (organisation: string) =>
    kit.own.as(organisation, { path: '/intake/public-notices' }).then(({ body }) => body['items']);
  expect(await listOf('MINE')).toMatchObject([{ id: noticeId, state: 'published' }]);
  expect(await listOf('OTHER')).toEqual([]);
  await staff('province', 'POST', `/${noticeId}/moves`, { move: 'suspend', reason: '核实' });
  await deliver();
  expect(await listOf('MINE')).toMatchObject([{ state: 'suspended', says: { items: [{ number: 'RW-1' }] } }]);
});

test('an objection of the party suspends it, of another it does not exist', async () => {
  expect((await object('OTHER')).status).toBe(404);
  expect((await object()).status).toBe(201);
  await deliver();
  await deliver();
  const opened = (await kit.dataOf('archive', 'CaseOpened'))[0];
  expect(await stateOf()).toMatchObject({
    state: 'suspended',
    suspended: { on: dayOf(kit.staff.time.now), reason: `异议 ${opened?.number}`, caseId: opened?.caseId },
    version: 3,
  });
});

test.each([
  ['granted', 'withdrawn'],
  ['refused', 'published'],
  ['partly', 'suspended'],
])('%s: the notice is %s', async (outcome, state) => {
  await object();
  await deliver();
  expect((await decide(outcome)).status).toBe(200);
  await deliver();
  await deliver();
  expect(await stateOf()).toMatchObject({ state });
});

test('an objection that is withdrawn brings it back, and a second one does not suspend it again', async () => {
  const { body } = await object();
  await deliver();
  await kit.asker({
    method: 'POST',
    path: `/cases/own/${body['id']}/withdrawal`,
    body: { reason: '已弄清' },
  });
  await deliver();
  expect(await stateOf()).toMatchObject({ state: 'published' });
  await object();
  await deliver();
  expect(await stateOf()).toMatchObject({ state: 'published' });
  // Both are found from the notice, each once, whatever became of them.
  await deliver();
  const opened = await kit.dataOf('archive', 'CaseOpened');
  expect(await stateOf()).toMatchObject({
    objections: opened.map(({ caseId, number }) => ({ caseId, number })),
  });
  expect(opened).toHaveLength(2);
});

test('after its term an objection is examined while the notice stays; granted it is withdrawn all the same', async () => {
  kit.days(16);
  await object();
  await deliver();
  expect(await stateOf()).toMatchObject({ state: 'published' });
  await decide('granted');
  await deliver();
  expect(await stateOf()).toMatchObject({ state: 'withdrawn', withdrawn: { reason: expect.any(String) } });
});

test('what people suspended is not brought back by a case', async () => {
  await staff('province', 'POST', `/${noticeId}/moves`, { move: 'suspend', reason: '核实' });
  await object();
  await deliver();
  await decide('refused');
  await deliver();
  expect(await stateOf()).toMatchObject({ state: 'suspended', suspended: { reason: '核实' } });
});
