import { router } from '@geoarchive/platform/router.ts';
import { eventOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import ICAL from 'ical.js';
import { ulid } from 'ulid';
import type { Member } from '../identity/directory.ts';
import { intakeKit } from '../intake/testing/kit.ts';
import { auditOf } from '../testing/written.ts';
import { feedRoutes } from './feed.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let kit: Awaited<ReturnType<typeof intakeKit>>;
let members: Map<string, Member>;
let directory: { find: (username: string) => Promise<Member | undefined> } | undefined;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
const member = (organisation: string, enabled = true): Member => ({
  organisation,
  person: {
    ...{ username: 'user-MINE', name: '李', email: 'li@example.org', enabled, status: 'CONFIRMED' },
    roles: ['SUBMITTER'],
  },
});
beforeEach(async () => {
  kit = await intakeKit(tables);
  members = new Map([['user-MINE', member('MINE')]]);
  directory = { find: async (username) => members.get(username) };
});

const subscription = (method: 'GET' | 'POST' | 'DELETE', body?: object) =>
  kit.as('MINE', { method, path: '/calendar/subscription', ...(body === undefined ? {} : { body }) });
const make = async (language = 'zh') => String((await subscription('POST', { language })).body['key']);
const ask = (key: string) =>
  router({ deps: () => ({ ...kit, directory }), implementations: feedRoutes })(
    eventOf({ path: '/feeds/tasks.ics', query: { key: [key] }, headers: { accept: '*/*' } }),
  );
const statusOf = async (key: string) => (await ask(key)).answer.statusCode;
const eventsOf = async (key: string) => {
  const { answer } = await ask(key);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  return new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate } = new ICAL.Event(component);
    return { uid, summary, day: String(startDate), alarms: component.getAllSubcomponents('valarm').length };
  });
};
const base = { source: 'other', node: 'NGA', organisation: 'MINE', state: 'open' } as const;
const task = async (more: object = {}) => {
  const id = ulid();
  await kit.tasks.put({ ...base, id, number: 'RW-1', name: '某矿普查', due: '2026-12-31', ...more }, 1);
  return id;
};

test('shows the tasks of the organisation, with reminders while they are open, and no others', async () => {
  const open = await task();
  const done = await task({ name: '某矿详查, 第一期', due: '2026-06-30', state: 'certified' });
  await task({ due: '2025-06-30', state: 'accepted' });
  await task({ state: 'withdrawn' });
  await task({ organisation: 'OTHER' });
  expect(await eventsOf(await make())).toEqual([
    { uid: `task-${done}@GeoArchive`, summary: '✓ 已发证：某矿详查, 第一期', day: '2026-06-30', alarms: 0 },
    { uid: `task-${open}@GeoArchive`, summary: '汇交到期：某矿普查', day: '2026-12-31', alarms: 3 },
  ]);
  const both = await eventsOf(await make('both'));
  expect(both[1]).toMatchObject({ summary: '汇交到期 / Hand-in due：某矿普查' });
});

test('a person has one address; renewing and stopping end the one before', async () => {
  expect((await subscription('GET')).body).toEqual({});
  const first = await make();
  const second = await make('en');
  expect([first === second, await statusOf(first), await statusOf(second)]).toEqual([false, 404, 200]);
  const { body } = await subscription('GET');
  expect(body).toEqual({ subscription: { language: 'en', since: '2026-11-22T02:00:00.000Z' } });
  await subscription('DELETE');
  expect([await statusOf(second), (await subscription('GET')).body]).toEqual([404, {}]);
  await subscription('DELETE');
  expect(await auditOf(tables, kit.table, 'user-MINE')).toHaveLength(3);
});

test('made twice at the same instant, one address works and the person has that one', async () => {
  const replies = await Promise.all([subscription('POST', {}), subscription('POST', {})]);
  const good = replies.filter(({ status }) => status === 201).map(({ body }) => String(body['key']));
  const statuses = await Promise.all(good.map(statusOf));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

test.each([
  ['nothing', ''],
  ['a key that never was', 'x'.repeat(43)],
  ['a hash', 'a'.repeat(64)],
])('%s is not found', async (_, key) => {
  await make();
  expect(await statusOf(key)).toBe(404);
});

test('the key is nowhere in the table, nor in the line that is logged', async () => {
  const key = await make();
  expect(JSON.stringify(await tables.all(kit.table))).not.toContain(key);
  expect(JSON.stringify((await ask(key)).wide)).not.toContain(key);
});

test('works only while the person belongs to the organisation', async () => {
  const key = await make();
  members.set('user-MINE', member('MINE', false));
  expect(await statusOf(key)).toBe(404);
  members.set('user-MINE', member('OTHER'));
  expect(await statusOf(key)).toBe(404);
  members.delete('user-MINE');
  expect(await statusOf(key)).toBe(404);
  members.set('user-MINE', member('MINE'));
  expect(await statusOf(key)).toBe(200);
});

test('where an issuer keeps the people, the last sign-in counts for 30 days', async () => {
  directory = undefined;
  const key = await make();
  kit.time.now = new Date('2026-12-22T02:00:00Z');
  expect(await statusOf(key)).toBe(200);
  kit.time.now = new Date('2026-12-23T02:00:00Z');
  expect(await statusOf(key)).toBe(404);
  await subscription('GET');
  expect(await statusOf(key)).toBe(200);
});

test('does not change from hour to hour, so that calendars are not sent the same again', async () => {
  await task();
  const key = await make();
  const { answer: first } = await ask(key);
  kit.time.now = new Date('2026-11-22T12:00:00Z');
  expect((await ask(key)).answer.headers['etag']).toBe(first.headers['etag']);
});
