import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { auditOf } from '../testing/written.ts';
import { type ServiceKit, serviceKit } from './testing/kit.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let kit: ServiceKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await serviceKit(tables);
});

const post = (path: string, body: unknown) => ({ method: 'POST' as const, path, body });
const keeper = (request: Parameters<ServiceKit['as']>[2], node = 'NGA') =>
  kit.as('wang', 'ARCHIVE_KEEPER', request, node);
const core = {
  ...{ kind: 'core', mark: '岩心箱 ZK01-12', title: 'ZK01 岩心', borrower: '李四', unit: '某院' },
  ...{ purpose: 'research', askerKind: 'unit', due: '2026-12-01' },
};
const lend = (more: Record<string, unknown> = {}, node = 'NGA') =>
  keeper(post('/service/loans', { ...core, ...more }), node);
const listed = async (show: string) => {
  const { items } = (await keeper({ path: '/service/loans', query: { show: [show] } })).body;
  return Array.isArray(items) ? items.map((one) => [one.mark, one.state, one.late]) : items;
};

test('a thing is lent once at a time, late after its day, and can be lent again when it is back', async () => {
  const first = await lend();
  expect(first.body).toMatchObject({ number: 'JY-NGA-2026-000001', state: 'out', late: false });
  const twice = await lend({ borrower: '王五' });
  expect([twice.status, twice.body['type']]).toEqual([409, 'wrong-state']);
  // The same mark in another archive is another thing.
  expect((await lend({}, 'SD')).status).toBe(201);
  kit.days(10);
  expect(await listed('late')).toEqual([[core.mark, 'out', true]]);
  const id = String(first.body['id']);
  const back = await keeper(post(`/service/loans/${id}/end`, { move: 'return', condition: '完好。' }));
  expect(back.body).toMatchObject({ state: 'returned', late: false, moves: [] });
  expect(await listed('out')).toEqual([]);
  expect((await lend({ due: '2026-12-20' })).body['number']).toBe('JY-NGA-2026-000002');
  expect(await auditOf(tables, kit.inside.table, id)).toEqual(['service.lend', 'service.end-loan']);
  expect(kit.errors()).toEqual([]);
});

test('two who lend it in the same instant: one has it', async () => {
  const replies = await Promise.all([
    lend({ borrower: '甲' }),
    lend({ borrower: '乙' }),
    lend({ borrower: '丙' }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('what is lost stays out, and may be found again; a day gone by is no due day', async () => {
  const id = String((await lend()).body['id']);
  expect((await lend({ mark: 'x', due: '2026-11-01' })).status).toBe(400);
  await keeper(post(`/service/loans/${id}/end`, { move: 'lose', condition: '借阅人报失。' }));
  expect((await lend()).status).toBe(409);
  const found = await keeper(post(`/service/loans/${id}/end`, { move: 'return', condition: '已找回。' }));
  expect(found.body['state']).toBe('returned');
  expect((await lend()).status).toBe(201);
});

test('is extended while it is out; paper of a dossier counts as used on site; another archive sees nothing', async () => {
  const dossierId = await kit.record();
  const id = String((await lend({ kind: 'paper', mark: 'd1', dossierId })).body['id']);
  const more = await keeper(post(`/service/loans/${id}/extension`, { due: '2026-12-31', reason: '续借。' }));
  expect(more.body['due']).toBe('2026-12-31');
  const figures = await keeper({ path: '/service/figures', query: { year: ['2026'] } });
  expect(figures.body).toMatchObject({ byWay: [{ key: 'on-site', count: 1 }] });
  const other = post(`/service/loans/${id}/end`, { move: 'return', condition: 'x' });
  expect((await keeper(other, 'SD')).status).toBe(404);
  expect((await lend({ mark: 'd2', dossierId }, 'SD')).status).toBe(404);
});
