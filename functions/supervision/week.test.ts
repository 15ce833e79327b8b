import { events } from '@geoarchive/contract/events.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { archiveNotices } from '../notices/archive-notify.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { tallyTasks } from './tally.ts';
import { readWeek, sumUpWeek } from './week.ts';

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

/** A Monday; the kit's clock begins on the Sunday before. */
const monday = '2026-11-23';
const on = (day: string) => {
  kit.time.now = new Date(`${day}T01:00:00.000Z`);
};
const by = { worker: 'test' };
const task = async (due: string, node = 'HB') => {
  const id = ulid();
  const body = {
    ...{ number: id, name: '某勘查', source: 'other' as const, organisation: 'MINE' },
    ...{ node, due, deposits: {} },
  };
  await kit.tasks.create(id, body, { action: 'test', by });
  await tallyTasks(kit, [id]);
  return id;
};
const handIn = async (id: string) => {
  const item = await kit.tasks.get(id);
  if (item === undefined) throw new Error('no task');
  await kit.tasks.move(item, 'receive', item.body, { action: 'test', by });
  await tallyTasks(kit, [id]);
};
const summed = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ id, type, at, data }) =>
    type === 'WeekSummed' ? [{ id, at, data: events.WeekSummed.data.parse(data) }] : [],
  );

test('sums up the week for each province and for all, once, with their events in the same transaction', async () => {
  on(monday);
  await task(addDays(monday, -1));
  await task(addDays(monday, -1), 'NGA');
  await task(addDays(monday, -30));
  await handIn(await task(addDays(monday, -7)));
  await task(addDays(monday, 6));
  await task(addDays(monday, 29));
  await kit.as('ministry', {
    method: 'POST',
    path: '/supervision/orders',
    body: { node: 'HB', subject: '逾期清理', text: '请清理。', deadline: '2026-12-01' },
  });
  await Promise.all([sumUpWeek(kit), sumUpWeek(kit)]);
  on(addDays(monday, 6));
  await sumUpWeek(kit);
  expect((await summed()).map(({ data }) => data)).toEqual([{ week: monday, node: 'HB' }, { week: monday }]);
  expect(await readWeek(kit.table, { week: monday, node: 'HB' })).toEqual({
    at: `${monday}T01:00:00.000Z`,
    figures: { due: 2, newlyOverdue: 1, overdue: 2, dueIn7: 1, dueIn30: 2, submittedSoFar: 1 },
    orders: { open: 1, late: 0 },
    most: [],
  });
  expect(await readWeek(kit.table, { week: monday })).toMatchObject({
    figures: { due: 3, overdue: 3 },
    most: [
      { node: 'HB', overdue: 2 },
      { node: 'NGA', overdue: 1 },
    ],
  });
  expect(await auditOf(tables, kit.table, `week#HB#${monday}`)).toEqual(['cockpit.week']);
});

test('after days of not running the week is caught up once; the next says what was submitted since', async () => {
  const id = await task('2026-11-20');
  on(addDays(monday, 3));
  await sumUpWeek(kit);
  await handIn(id);
  // Two Mondays without a run: only the week that runs is summed up.
  on(addDays(monday, 17));
  await sumUpWeek(kit);
  await sumUpWeek(kit);
  const weeks = (await summed()).flatMap(({ data }) => (data.node === undefined ? [data.week] : []));
  expect(weeks).toEqual([monday, addDays(monday, 14)]);
  expect(await readWeek(kit.table, { week: monday })).not.toHaveProperty('submitted');
  expect(await readWeek(kit.table, { week: addDays(monday, 14) })).toMatchObject({
    submitted: { more: 1, since: monday },
  });
});

test('a run that broke off between two archives is completed by the next, and tells nobody twice', async () => {
  on(monday);
  const { transact } = kit.table;
  let done = 0;
  kit.table.transact = async (writes) => {
    done += 1;
    if (done === 2) throw new Error('broken off');
    await transact(writes);
  };
  await expect(sumUpWeek(kit)).rejects.toThrow('broken off');
  kit.table.transact = transact;
  await sumUpWeek(kit);
  expect((await summed()).map(({ data }) => data.node)).toEqual(['HB', undefined]);
});

test('goes out on the weekday of the settings', async () => {
  Object.assign(kit.settings, { digestWeekday: 7 });
  on('2026-11-23');
  await sumUpWeek(kit);
  expect((await summed()).map(({ data }) => data.week)).toEqual(['2026-11-22', '2026-11-22']);
});

test('is a notice to the province’s administrators and one to the ministry’s, by mail too', async () => {
  await task(addDays(monday, -1));
  on(monday);
  await sumUpWeek(kit);
  const sent: object[] = [];
  const notices = noticeStore(kit.table, kit.clock);
  const deps = {
    ...kit,
    notices,
    send: async (mailbox: object, id: string) => {
      sent.push({ mailbox, id });
    },
    by: 'archive-notify',
  };
  for (const { id, at, data } of await summed()) {
    await archiveNotices.WeekSummed(deps, data, { id, at });
    await archiveNotices.WeekSummed(deps, data, { id, at });
  }
  const [province, all] = await summed();
  const told = await notices.get({ node: 'HB' }, `${province?.id}.week-of-archive`);
  expect(told).toMatchObject({ link: '/cockpit', title: { zh: '监管周报：逾期 1 项（2026-11-23）' } });
  expect(told?.text.zh).toContain(
    '2026-11-16 至 2026-11-22 应汇交到期 1 项，其中 1 项未汇交；逾期未汇交共 1 项',
  );
  const whole = await notices.get({ node: 'NGA' }, `${all?.id}.week-of-all`);
  expect(whole?.text).toMatchObject({ zh: expect.stringContaining('逾期最多：湖北馆 1。') });
  expect(await notices.get({ node: 'HB' }, `${all?.id}.week-of-all`)).toBeUndefined();
  expect(sent).toHaveLength(4);
});
