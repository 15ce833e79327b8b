import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { noFigures } from './holding-figures.ts';

jest.setTimeout(60_000);
quietPowertools();
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const told = { action: 'test', by: { worker: 'test' } };
const agree = async (custodian: string, end: string) => {
  const made = await kit.as('ministry', {
    method: 'POST',
    path: '/custody/agreements',
    body: {
      ...{ custodian, authority: 'ministry', title: '协议', duties: '保管', start: '2024-01-01', end },
      scope: { kinds: ['original'] },
    },
  });
  const body = { move: 'sign', text: '签' };
  await kit.as('ministry', { method: 'POST', path: `/custody/agreements/${made.body['id']}/moves`, body });
};
const listed = (node: string, period: string, rows: number, state: 'open' | 'handed-in' = 'open') =>
  kit.holdingLists.create(
    kit.holdingLists.idFor(node, period),
    { node, period, figures: { ...noFigures, rows, byKind: { original: rows, physical: 0 } }, said: [] },
    told,
    state,
  );
type Line = { custodian: string; owed: string };
const seen = async (who: 'ministry' | 'custodian', node: string) => {
  const { body } = await kit.as(who, { path: '/custody/overview' }, node);
  return body as { period: string; byKind: object; items: Line[] };
};
const owed = async () =>
  (await seen('ministry', 'NGA')).items.map(({ custodian, owed: how }) => `${custodian} ${how}`);

test('what is held, and whose list of the year is owed, handed in or late', async () => {
  await agree('CNPC', '2026-12-31');
  expect(await owed()).toEqual(['CNPC late', 'CNNC none']);
  kit.time.now = new Date('2026-01-10T02:00:00.000Z');
  expect(await owed()).toEqual(['CNPC soon', 'CNNC none']);
  Object.assign(kit.settings, { custody: { listNoticeDays: [3] } });
  expect(await owed()).toEqual(['CNPC open', 'CNNC none']);
  await listed('CNPC', '2025', 7, 'handed-in');
  expect(await owed()).toEqual(['CNPC handed-in', 'CNNC none']);
  expect(await seen('ministry', 'NGA')).toMatchObject({
    period: '2025',
    byKind: { original: 7, physical: 0 },
  });
});

test('the newest list counts, and a custodian sees its own line', async () => {
  await listed('CNPC', '2024', 5);
  await listed('CNPC', '2026', 9);
  await listed('CNNC', '2025', 2);
  expect((await seen('custodian', 'CNPC')).items).toMatchObject([
    { custodian: 'CNPC', list: { period: '2026', figures: { rows: 9 } } },
  ]);
});

test('agreements that end or have expired are counted', async () => {
  await agree('CNPC', '2026-12-31');
  await agree('CNPC', '2026-01-31');
  await agree('CNPC', '2029-12-31');
  expect((await seen('ministry', 'NGA')).items[0]).toMatchObject({
    agreements: { inForce: 3, soon: 1, expired: 1 },
  });
});
