import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { auditOf, eventTypesIn } from '../testing/written.ts';
import { type BarBegin, barId } from './bar-store.ts';

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

const by = { worker: 'test' };
const circular = (more: Partial<BarBegin> = {}): BarBegin => ({
  organisation: 'MINE',
  node: 'NGA',
  kind: 'until-complete',
  cause: { kind: 'chase', id: ulid(), number: 'TB-NGA-2026-000001' },
  from: '2026-11-22',
  tasks: [{ id: ulid(), number: 'RW-1', due: '2026-06-30' }],
  ...more,
});

test('begins once for a cause, and tells of it', async () => {
  const of = circular();
  await kit.table.transact(await kit.bars.beginning(of, by));
  await expect(kit.table.transact(await kit.bars.beginning(of, by))).rejects.toThrow(ConditionFailed);
  const id = barId(of.kind, of.cause);
  expect(await kit.bars.get(id)).toMatchObject({ state: 'in-force', body: of });
  expect(await eventTypesIn(tables, kit.table)).toEqual(['BarBegan']);
  expect(await auditOf(tables, kit.table, id)).toEqual(['bar.begin']);
});

test('that of art. 21 has its last day from the beginning; that of art. 20 needs its tasks', async () => {
  const of = circular({ kind: 'two-years', from: '2028-02-29' });
  await kit.table.transact(await kit.bars.beginning(of, by));
  expect((await kit.bars.get(barId('two-years', of.cause)))?.body.until).toBe('2030-02-28');
  await expect(kit.bars.beginning(circular({ tasks: [] }), by)).rejects.toThrow('TB-NGA-2026-000001');
});

test('is found by organisation, by archive and by state, and listed as ended once', async () => {
  const of = circular();
  await kit.table.transact(await kit.bars.beginning(of, by));
  const id = barId(of.kind, of.cause);
  const places = [
    ['gsi1', 'bars#NGA#in-force'],
    ['gsi2', 'bars-of#MINE'],
    ['gsi3', 'bars#in-force'],
  ] as const;
  for (const [index, partition] of places)
    expect((await kit.bars.list(index, partition, {})).items.map((item) => item.id)).toEqual([id]);
  const item = await kit.bars.get(id);
  if (item === undefined) throw new Error('no bar');
  const ended = { is: 'ended', on: '2026-11-23', reason: 'submitted' } as const;
  const end = async () => kit.table.transact(await kit.bars.ending([{ item, standing: ended }], 'test'));
  await end();
  await expect(end()).rejects.toThrow(ConditionFailed);
  expect((await kit.bars.list('gsi3', 'bars#in-force', {})).items).toEqual([]);
  expect((await kit.bars.get(id))?.body.ended).toMatchObject({ on: '2026-11-23', reason: 'submitted' });
  expect((await eventTypesIn(tables, kit.table)).toSorted()).toEqual(['BarBegan', 'BarEnded']);
});
