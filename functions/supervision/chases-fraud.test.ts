import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { events } from '@geoarchive/contract/events.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { closeSettledChase } from './chase-ending.ts';

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
const today = () => dayOf(kit.time.now);
const later = (days: number) => {
  kit.time.now = new Date(kit.time.now.getTime() + days * 86_400_000);
};
/** A task whose deposit was returned, to be corrected by so many days ago (negative: from now). */
const returned = async (organisation: string, missed = 5, node = 'NGA') => {
  const id = ulid();
  const body = {
    ...{ number: `RW-${id}`, name: '某勘查', source: 'other' as const, organisation, node },
    due: addDays(today(), -60),
    deposits: {},
    handIns: [{ depositId: ulid(), on: addDays(today(), -70), correctBy: addDays(today(), -missed) }],
  };
  await kit.tasks.create(id, body, { action: 'test', by });
  return id;
};
const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, who: Staff = 'province') => {
  const reply = await kit.as(who, {
    ...{ method, path: `/supervision/chases${path}` },
    ...(body === undefined ? {} : { body }),
  });
  // The kit's replies are what the route's schema gave.
  return { status: reply.status, body: reply.body as unknown as ChaseDetail };
};
const accuse = (tasks: string[], more: object = {}, who: Staff = 'province') =>
  call('POST', '/fraud', { tasks, text: '钻孔编录系伪造', ...more }, who);
const step = (id: string, name: 'fine' | 'circulate', more: object = {}) =>
  call('POST', `/${id}/steps`, {
    ...{ step: name, text: '事实清楚' },
    ...(name === 'fine' ? { heard: '未陈述、申辩' } : {}),
    ...more,
  });
const serve = async (of: ChaseDetail, on = today()) => {
  const paper = of.steps.at(-1)?.paper ?? '';
  return call('PUT', `/${of.id}/papers/${paper}/service`, { channel: 'person', on });
};
const barsOf = async (organisation: string) =>
  (await kit.bars.list('gsi2', `bars-of#${organisation}`, {})).items;
const papers = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ type, data }) =>
    type === 'DocumentIssued' ? [events.DocumentIssued.data.parse(data)] : [],
  );
const become = async (id: string, ...moves: ('receive' | 'accept')[]) => {
  for (const move of moves) {
    const item = await kit.tasks.get(id);
    if (item === undefined) throw new Error('no task');
    await kit.tasks.move(item, move, item.body, { action: 'test', by });
  }
};

test('announced, decided, not corrected in time: barred for two years from the day the decision was served', async () => {
  const task = await returned('MINE');
  const begun = await accuse([task]);
  expect([begun.status, begun.body]).toMatchObject([
    201,
    { track: 'fraud', state: 'penalty-proposed', next: 'fine', steps: [{ amount: 100_000 }] },
  ]);
  const { id } = begun.body;
  await serve(begun.body);
  expect((await step(id, 'fine')).status).toBe(422);
  later(8);
  // The law sets the amount, whatever is named.
  const decided = (await step(id, 'fine', { amount: 20_000 })).body;
  expect(decided.steps[1]).toMatchObject({ step: 'fine', amount: 100_000, until: addDays(today(), 30) });
  later(2);
  const effect = today();
  await serve(decided);
  later(29);
  // Served two days late, so the day to correct by is two days later too.
  expect((await step(id, 'circulate')).status).toBe(422);
  expect(await barsOf('MINE')).toEqual([]);
  later(3);
  const { body, status } = await step(id, 'circulate');
  expect([status, body.state]).toEqual([201, 'circulated']);
  const paper = body.steps[1]?.paper;
  expect(await barsOf('MINE')).toMatchObject([
    {
      state: 'in-force',
      body: { kind: 'two-years', from: effect, cause: { kind: 'chase', id, number: paper }, tasks: [] },
    },
  ]);
  const said = await papers();
  expect(said.map(({ kind }) => kind)).toEqual(['penalty-notice', 'penalty-decision', 'circular']);
  for (const { says } of said) expect(says).toMatchObject({ ground: 'fraud', amount: 100_000 });
  expect(await auditOf(tables, kit.table, id)).toContain('chase.accuse');
  // What is handed in and accepted later closes the chase and shortens nothing.
  await become(task, 'receive', 'accept');
  const item = await kit.tasks.get(task);
  if (item === undefined) throw new Error('no task');
  const told = { task: kit.tasks.shown(task, item.state, item.body), version: item.version };
  await closeSettledChase(kit, told);
  await closeSettledChase(kit, told);
  expect((await call('GET', `/${id}`)).body.state).toBe('closed');
  expect((await barsOf('MINE'))[0]?.state).toBe('in-force');
});

test('corrected in time nobody is barred, and the fine stands', async () => {
  const task = await returned('MINE');
  const { body } = await accuse([task]);
  await serve(body);
  later(8);
  await become(task, 'receive');
  const decided = await step(body.id, 'fine');
  expect(decided.status).toBe(201);
  await serve(decided.body);
  later(31);
  expect((await step(body.id, 'circulate')).status).toBe(422);
  expect(await barsOf('MINE')).toEqual([]);
});

test('begins only with what was returned and not corrected by its day, of one party, once', async () => {
  const [mine, others, inTime] = [
    await returned('MINE'),
    await returned('OTHER'),
    await returned('MINE', -5),
  ];
  expect((await accuse([inTime])).status).toBe(422);
  expect((await accuse([mine, others])).status).toBe(422);
  expect((await accuse([mine, ulid()])).status).toBe(422);
  expect((await accuse([mine], { text: ' ' })).status).toBe(400);
  expect((await accuse([await returned('MINE', 5, 'HB')])).status).toBe(404);
  expect((await accuse([mine], {}, 'checker')).status).toBe(403);
  const all = await Promise.all([accuse([mine]), accuse([mine])]);
  expect(all.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  expect(await papers()).toHaveLength(1);
});

test('runs beside a chase of art. 20 of the same party', async () => {
  const task = await returned('MINE');
  const demanded = await call('POST', '', { organisation: 'MINE', text: '' });
  expect([demanded.status, demanded.body]).toMatchObject([201, { track: 'overdue', taskIds: [task] }]);
  expect((await accuse([task])).status).toBe(201);
  expect(await kit.chases.running('NGA', 'MINE')).toBe(demanded.body.id);
});
