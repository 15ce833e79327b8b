import type { Bar } from '@geoarchive/contract/bar-parts.ts';
import { events } from '@geoarchive/contract/events.ts';
import { notice } from '@geoarchive/contract/notices.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { intakeNotices } from '../notices/intake-notify.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { publicInbox, publicNoticeRoutes } from '../notices/public.ts';
import { webhookStore } from '../notices/webhook-store.ts';
import { eventsIn } from '../testing/written.ts';
import { projections } from './project.ts';
import { type IntakeKit, intakeKit } from './testing/kit.ts';

// Longer than a test needs: the machine is shared.
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

const barOf = (more: Partial<Bar> = {}): Bar => ({
  ...{ id: ulid(), state: 'in-force', kind: 'until-complete', organisation: 'MINE', node: 'NGA' },
  cause: { kind: 'chase', id: ulid(), number: 'TB-NGA-2026-000001' },
  from: '2026-11-22',
  tasks: [{ id: ulid(), number: 'RW-1', due: '2026-06-30' }],
  beganAt: '2026-11-22T02:00:00.000Z',
  ...more,
});
const ended = (of: Bar, reason: 'submitted' | 'term-over' | 'lifted'): Bar => ({
  ...of,
  state: reason === 'lifted' ? 'lifted' : 'ended',
  ended: { on: '2026-12-01', at: '2026-12-01T02:00:00.000Z', reason },
});
const own = async (organisation = 'MINE') =>
  (await kit.as(organisation, { path: '/intake/bars' })).body['items'];
const seen = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ id, at, type, data }) =>
    type === 'BarSeen' ? [{ id, at, data: events.BarSeen.data.parse(data) }] : [],
  );
/** What lies in the mailbox of an organisation when every event was told twice. */
const inbox = async (organisation = 'MINE') => {
  const notices = noticeStore(kit.table, kit.clock);
  const deps = {
    ...kit,
    ...{ notices, webhooks: webhookStore(kit.table, kit.clock), send: undefined, by: 'intake-notify' },
  };
  for (const { id, at, data } of [...(await seen()), ...(await seen())])
    await intakeNotices.BarSeen(deps, data, { id, at });
  const api = caller(() => publicInbox(kit), publicNoticeRoutes);
  const claims = claimsOf('li', ['SUBMITTER'], { 'custom:organisation': organisation });
  const { body } = await api.call({ method: 'GET', path: '/notices/inbox', claims });
  return notice.array().parse(body['items']);
};

test('the barred organisation sees its bar, in force and then ended; others do not', async () => {
  const bar = barOf();
  await projections.BarBegan(kit, { bar, version: 1 });
  expect(await own()).toMatchObject([{ id: bar.id, state: 'in-force', tasks: [{ number: 'RW-1' }] }]);
  expect(await own('OTHER')).toEqual([]);
  await projections.BarEnded(kit, { bar: ended(bar, 'submitted'), version: 2 });
  expect(await own()).toMatchObject([{ id: bar.id, state: 'ended', ended: { reason: 'submitted' } }]);
});

test('an event that comes again, or after the one that follows it, changes and tells nothing', async () => {
  const bar = barOf();
  const over = { bar: ended(bar, 'lifted'), version: 2 };
  for (const event of [{ bar, version: 1 }, { bar, version: 1 }, over, over, { bar, version: 1 }])
    await projections[event.version === 1 ? 'BarBegan' : 'BarEnded'](kit, event);
  expect(await own()).toMatchObject([{ state: 'lifted' }]);
  expect((await seen()).map(({ data }) => data.change)).toEqual(['began', 'lifted']);
});

test('each is told to the party once, with article, days and reason', async () => {
  const first = barOf();
  const second = barOf({ kind: 'two-years', until: '2028-11-22', tasks: [] });
  await projections.BarBegan(kit, { bar: first, version: 1 });
  await projections.BarBegan(kit, { bar: second, version: 1 });
  await projections.BarEnded(kit, { bar: ended(first, 'submitted'), version: 2 });
  await projections.BarEnded(kit, { bar: ended(second, 'lifted'), version: 2 });
  const told = await inbox();
  expect(told.map(({ kind }) => kind).toSorted()).toEqual([
    ...['bar-began', 'bar-began', 'bar-ended', 'bar-lifted'],
  ]);
  const texts = told.map(({ text }) => text.zh).join('\n');
  for (const part of [
    '第二十条',
    '至逾期资料全部汇交为止',
    '第二十一条',
    '至 2028-11-22',
    '逾期资料已全部汇交',
  ])
    expect(texts).toContain(part);
  expect(await inbox('OTHER')).toEqual([]);
});
