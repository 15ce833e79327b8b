import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { projections } from './project.ts';
import { type IntakeKit, intakeKit } from './testing/kit.ts';

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

const retire = { kind: 'retire' as const, slug: 'mica', to: '2026-12-31', replacedBy: [] };
const minerals = (version: number, ...edits: (typeof retire)[]) => ({
  list: 'minerals' as const,
  version,
  edits,
});
const seen = async () => (await kit.as('MINE', { path: '/intake/codes' })).body['items'];

test('a submitter sees the lists that were edited; an older edit that comes late, or again, changes nothing', async () => {
  expect(await seen()).toEqual([]);
  const { CodeListEdited: take } = projections;
  await take(kit, minerals(2, retire));
  await take(kit, minerals(1));
  await take(kit, minerals(2, retire));
  expect(await seen()).toEqual([minerals(2, retire)]);
});

test('a list that was put back stands in no answer, and does not come back', async () => {
  const { CodeListEdited: take } = projections;
  await take(kit, minerals(3));
  await take(kit, minerals(2, retire));
  expect(await seen()).toEqual([]);
});
