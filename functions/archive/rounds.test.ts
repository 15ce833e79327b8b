import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { checkOf } from './check-term.ts';
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

test('the term stands still while the deposit is returned, and a list shows it', async () => {
  const depositId = ulid();
  const first = await kit.review({ depositId, clock: { from: '2026-11-20', pauses: [] } });
  await turnBack(first);
  kit.time.now = new Date('2026-12-30T02:00:00Z');
  const stands = { running: false, used: 2, left: 8 };
  expect(await seen('checker', first)).toMatchObject({ term: stands });
  const { checkBy, clock } = await checkOf(kit, { depositId, round: 2 });
  expect({ checkBy, clock }).toEqual({
    // The 7th is a day of a year without a table, and a Thursday.
    checkBy: '2027-01-07',
    clock: { from: '2026-11-20', pauses: [{ from: '2026-11-22', to: '2026-12-30' }] },
  });
  await kit.review({ depositId, round: 2, checkBy, clock });
  kit.time.now = new Date('2027-01-08T02:00:00Z');
  const { body } = await kit.as('checker', { path: '/archive/reviews' });
  expect(body['items']).toMatchObject([
    { term: stands },
    { checkBy, term: { running: true, used: 11, left: -1, due: checkBy } },
  ]);
  expect((await kit.as('keeper', { path: '/archive/overview' })).body).toMatchObject({ checkOverdue: 1 });
});

test('for who is not entitled, the reasons of a state secret are as hidden as its title', async () => {
  const depositId = ulid();
  const secret = { depositId, secrecy: 'secret', stub: { carrierSlip: 'S-1', place: '保密室' } } as const;
  await turnBack(await kit.review(secret));
  const second = await kit.review({ ...secret, round: 2 });
  expect(await seen('officer', second)).not.toHaveProperty('before');
  expect(await seen('checker', second)).toHaveProperty('before');
});
