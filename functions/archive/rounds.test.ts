import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from './testing/kit.ts';

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

const words = { reason: '坐标有误', items: ['ZK01'], correctBy: '2026-12-20' };
const turnBack = (id: string) =>
  kit.as('checker', { method: 'POST', path: `/archive/reviews/${id}/return`, body: words });
const seen = async (who: Staff, id: string) => (await kit.as(who, { path: `/archive/reviews/${id}` })).body;

test('the next round shows what the one before was returned for, and which review that was', async () => {
  const depositId = ulid();
  const first = await kit.review({ depositId });
  expect(await seen('checker', first)).not.toHaveProperty('before');
  await turnBack(first);
  const second = await kit.review({ depositId, round: 2 });
  expect(await seen('checker', second)).toMatchObject({ before: { reviewId: first, ...words } });
  // Only the very round before counts, and only of the same deposit.
  expect(await seen('checker', await kit.review({ depositId, round: 3 }))).not.toHaveProperty('before');
  expect(await seen('checker', await kit.review({ round: 2 }))).not.toHaveProperty('before');
});

test('for who is not entitled, the reasons of a state secret are as hidden as its title', async () => {
  const depositId = ulid();
  const secret = { depositId, secrecy: 'secret', stub: { carrierSlip: 'S-1', place: '保密室' } } as const;
  await turnBack(await kit.review(secret));
  const second = await kit.review({ ...secret, round: 2 });
  expect(await seen('officer', second)).not.toHaveProperty('before');
  expect(await seen('checker', second)).toHaveProperty('before');
});
