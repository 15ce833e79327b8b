import { events } from '@geoarchive/contract/events.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { archiveNotices } from '../notices/archive-notify.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { auditOf, eventsIn } from '../testing/written.ts';

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
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } });
});

const order = { node: 'HB', subject: '逾期清理', text: '请清理逾期任务。', deadline: '2026-12-01' };
const make = (more: object = {}, who: Staff = 'ministry') =>
  kit.as(who, { method: 'POST', path: '/supervision/orders', body: { ...order, ...more } });
const act = (who: Staff, id: unknown, how: string, node = 'HB') =>
  kit.as(
    who,
    { method: 'POST', path: `/supervision/orders/${String(id)}/${how}`, body: { text: '说明' } },
    node,
  );
const list = async (who: Staff, node: string, query: Record<string, string[]> = {}) =>
  (await kit.as(who, { path: '/supervision/orders', query }, node)).body['items'];

test('goes to the province and back until the ministry closes it', async () => {
  const { status, body } = await make({ about: { kind: 'figure', value: '逾期 12' } });
  expect([status, body]).toMatchObject([201, { state: 'open', late: false, moves: ['close'] }]);
  expect(await list('province', 'HB')).toMatchObject([{ id: body['id'], moves: ['reply'] }]);
  expect((await act('province', body['id'], 'reply')).body).toMatchObject({ state: 'replied', moves: [] });
  expect((await act('province', body['id'], 'reply')).status).toBe(409);
  expect((await act('ministry', body['id'], 'return', 'NGA')).body).toMatchObject({ state: 'open' });
  await act('province', body['id'], 'reply');
  expect((await act('ministry', body['id'], 'close', 'NGA')).body).toMatchObject({
    state: 'closed',
    said: [{ act: 'reply' }, { act: 'return' }, { act: 'reply' }, { act: 'close', text: '说明' }],
  });
  // Those of one instant stand in any order.
  expect((await auditOf(tables, kit.table, String(body['id']))).toSorted()).toEqual([
    'order.close',
    'order.make',
    'order.reply',
    'order.reply',
    'order.return',
  ]);
});

test('is nobody else’s: another province neither sees nor answers it, and none but the ministry makes one', async () => {
  const { body } = await make();
  expect(await list('province', 'SC')).toEqual([]);
  expect((await act('province', body['id'], 'reply', 'SC')).status).toBe(404);
  expect((await act('ministry', body['id'], 'reply', 'NGA')).status).toBe(403);
  expect((await act('province', body['id'], 'close')).status).toBe(403);
  expect((await make({}, 'province')).status).toBe(403);
});

test('needs an archive that there is and a day to come; is late after it', async () => {
  expect((await make({ node: 'XX' })).status).toBe(400);
  expect((await make({ deadline: '2026-11-21' })).status).toBe(400);
  await make();
  kit.time.now = new Date('2026-12-02T02:00:00.000Z');
  expect(await list('ministry', 'NGA', { state: ['open'] })).toMatchObject([{ late: true }]);
  expect(await list('ministry', 'NGA', { state: ['closed'] })).toEqual([]);
});

test('the province is told of it and of its end, who made it of the answer', async () => {
  const { body } = await make();
  const notices = noticeStore(kit.table, kit.clock);
  const told: unknown[] = [];
  const deps = { ...kit, notices, send: async (mailbox: unknown) => void told.push(mailbox), by: 'test' };
  const tell = async () => {
    const last = (await eventsIn(tables, kit.table)).findLast(({ type }) => type === 'OrderMoved');
    if (last === undefined) throw new Error('no event');
    await archiveNotices.OrderMoved(deps, events.OrderMoved.data.parse(last.data), last);
  };
  await tell();
  kit.time.now = new Date('2026-11-22T03:00:00.000Z');
  await act('province', body['id'], 'reply');
  await tell();
  kit.time.now = new Date('2026-11-22T04:00:00.000Z');
  await act('ministry', body['id'], 'close', 'NGA');
  await tell();
  expect(told).toEqual([{ node: 'HB' }, { person: 'sub-ministry' }, { node: 'HB' }]);
});
