import { events } from '@geoarchive/contract/events.ts';
import { timelinessOf } from '@geoarchive/domain/supervision/timeliness.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { auditOf, eventsIn } from '../testing/written.ts';
import { finishAcceptance } from './finish.ts';
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

const due = '2026-12-31';
const made = async () => {
  const id = ulid();
  const of = { number: `RW-${id}`, name: '某勘查', source: 'other' as const, organisation: 'MINE' };
  await kit.tasks.create(
    id,
    { ...of, node: 'NGA', due, deposits: {} },
    { action: 'test', by: { worker: 't' } },
  );
  return id;
};
const taskOf = async (id: string) => {
  const found = await kit.tasks.get(id);
  if (found === undefined) throw new Error('no task');
  return found;
};
/** Handed in on a day, accepted by the route and taken in, and its certificate issued; gives the review. */
const through = async (taskId: string, on: string, route: 'accept' | 'accept-stage') => {
  const depositId = ulid();
  await kit.table.transact(await kit.tasks.following(taskId, depositId, { as: 'handed-in', on }, 'receive'));
  const id = await kit.review({ depositId, taskId }, 'received');
  const path = `/archive/reviews/${id}`;
  expect((await kit.as('checker', { method: 'POST', path: `${path}/${route}`, body: {} })).status).toBe(202);
  await finishAcceptance(kit, id);
  const certified = await kit.as('officer', { method: 'POST', path: `${path}/certificate`, body: {} });
  expect(certified.status).toBe(201);
  return { id, depositId };
};
const papers = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ type, data }) =>
    type === 'DocumentIssued' ? [events.DocumentIssued.data.parse(data).says] : [],
  );

test('each stage has its certificate, which says so, and the task stays owed; what completes it settles it', async () => {
  const task = await made();
  const first = await through(task, '2026-10-01', 'accept-stage');
  const second = await through(task, '2026-11-01', 'accept-stage');
  expect(await taskOf(task)).toMatchObject({
    state: 'open',
    body: { deposits: { [first.depositId]: 'stage', [second.depositId]: 'stage' } },
  });
  expect(await papers()).toMatchObject([
    { kind: 'certificate', stage: true },
    { kind: 'certificate', stage: true },
  ]);
  expect(await auditOf(tables, kit.table, first.id)).toContain('review.accept-stage');
  const last = await through(task, '2026-12-01', 'accept');
  expect(await taskOf(task)).toMatchObject({
    state: 'certified',
    body: { depositId: last.depositId, deposits: { [first.depositId]: 'stage' } },
  });
  expect((await papers())[2]).not.toHaveProperty('stage');
});

test('a stage in time does not make up for the rest: the task is overdue after its day, and late when it comes late', async () => {
  const task = await made();
  await through(task, '2026-10-01', 'accept-stage');
  const standing = async (today: string) => {
    const { state, body } = await taskOf(task);
    return timelinessOf({ ...body, state }, today);
  };
  expect(await standing('2026-12-31')).toMatchObject({ onTime: true });
  expect(await standing('2027-01-01')).toMatchObject({ onTime: false, overdueSince: due });
  await through(task, '2027-02-01', 'accept');
  expect(await standing('2027-03-01')).toMatchObject({ onTime: false, overdueSince: due });
});

test('what is for no task is no stage of one', async () => {
  const id = await kit.review({ depositId: ulid() }, 'received');
  const reply = await kit.as('checker', {
    method: 'POST',
    path: `/archive/reviews/${id}/accept-stage`,
    body: {},
  });
  expect(reply.status).toBe(422);
  expect((await kit.reviews.get(id))?.state).toBe('received');
});
