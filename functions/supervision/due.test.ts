import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { auditOf } from '../testing/written.ts';
import { idOf } from './ids.ts';
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
  await bring({ to: '2027-03-01' });
});

const taskId = idOf('task', registerId('exploration-right', 'T1'), 't1');
const bring = async (of: object) => {
  const id = ulid();
  const row = {
    kind: 'exploration-right',
    number: 'T1',
    name: '某勘查',
    holder: 'MINE',
    from: '2022-03-01',
    ...of,
  };
  const path = `/supervision/registers/imports/${id}`;
  await kit.as('ministry', { method: 'PUT', path: `${path}/batches/1`, body: { rows: [row] } });
  await kit.as('ministry', { method: 'POST', path, body: { batches: 1, subject: 'x' } });
  await kit.work();
};
const decide = (due: string, who: Staff = 'ministry', ground = 'force-majeure') =>
  kit.as(who, {
    method: 'PUT',
    path: `/supervision/tasks/${taskId}/due`,
    body: { due, ground, reason: '地震，道路中断' },
  });
const reverse = () =>
  kit.as('ministry', {
    method: 'POST',
    path: `/supervision/tasks/${taskId}/due/reversal`,
    body: { reason: '误录' },
  });
const dueNow = async () => (await kit.tasks.get(taskId))?.body;

test('the authority’s day counts, with its ground; taken back the reckoned one does', async () => {
  expect((await decide('2027-06-30')).body).toMatchObject({
    due: '2027-06-30',
    decided: { reckoned: '2027-01-30', ground: 'force-majeure', reason: '地震，道路中断', by: 'ministry' },
  });
  expect((await decide('2027-07-31')).body).toMatchObject({ decided: { reckoned: '2027-01-30' } });
  expect((await reverse()).body).toMatchObject({ due: '2027-01-30' });
  expect((await reverse()).status).toBe(409);
  // Entries of one instant stand in no order.
  expect((await auditOf(tables, kit.table, taskId)).toSorted()).toEqual([
    'register.import',
    'task.decide-due',
    'task.decide-due',
    'task.reverse-due',
  ]);
});

test('it stays when the register is corrected, and the new reckoning counts once it is taken back', async () => {
  await decide('2027-06-30');
  await bring({ to: '2028-03-01' });
  expect(await dueNow()).toMatchObject({ due: '2027-06-30', decided: { reckoned: '2028-01-31' } });
  expect((await reverse()).body).toMatchObject({ due: '2028-01-31' });
});

test('what was accepted has no other day any more; nobody but the authority decides', async () => {
  expect((await decide('2027-06-30', 'checker')).status).toBe(403);
  expect((await decide('2027-02-30')).status).toBe(400);
  const found = await kit.tasks.get(taskId);
  if (found === undefined) throw new Error('no task');
  const by = { worker: 'test' };
  const handed = await kit.tasks.move(found, 'receive', found.body, { action: 'test', by });
  await kit.tasks.move(handed, 'accept', handed.body, { action: 'test', by });
  expect((await decide('2027-06-30')).status).toBe(409);
});

test('its page tells of its decisions, newest first, to those of its archive only', async () => {
  await decide('2027-06-30');
  kit.time.now = new Date('2026-11-23T02:00:00.000Z');
  await reverse();
  const path = `/supervision/tasks/${taskId}`;
  const { body } = await kit.as('checker', { method: 'GET', path });
  expect(body).toMatchObject({
    id: taskId,
    due: '2027-01-30',
    deposits: [],
    history: [
      { action: 'task.reverse-due', by: 'ministry', reason: '误录', before: '2027-06-30' },
      expect.anything(),
      expect.anything(),
    ],
  });
  expect((await kit.as('checker', { method: 'GET', path }, 'HB')).status).toBe(404);
});
