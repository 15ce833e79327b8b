import { functionSettings } from '@geoarchive/platform/environment.ts';
import { caller as calling, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveDeps, archiveStores } from './deps.ts';
import { reviewRoutes } from './reviews.ts';

// A table is made for each test.
jest.setTimeout(60_000);
const now = new Date('2026-11-24T02:00:00Z');
const at = { 'custom:node': 'NGA' };
const checker = claimsOf('checker', ['ARCHIVE_CHECKER'], at);
const colleague = claimsOf('colleague', ['ARCHIVE_CHECKER'], at);
const keeper = claimsOf('keeper', ['ARCHIVE_KEEPER'], at);
const settings = functionSettings({
  PLANE: 'archive',
  TABLE_NAME: 'test',
  AWS_REGION: 'local',
  SETTINGS: '{}',
});
let tables: TestTables;
let deps: ArchiveDeps;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  deps = { ...archiveStores(await tables.fresh(), () => now), settings };
});

const depositId = ulid();
const received = async (round = 1, more: { node?: string; createdBy?: string } = {}) => {
  const id = ulid();
  const text = now.toISOString();
  await deps.reviews.create(
    id,
    {
      title: '某地金矿普查报告',
      dataKind: 'result',
      dataClass: 'mineral-exploration',
      keywords: [],
      authors: [],
      language: '中文',
      minerals: [],
      regions: [],
      sheets: [],
      source: 'other',
      copyright: 'consented',
      earlyConsent: false,
      secrecy: 'public',
      depositId,
      round,
      node: 'NGA',
      submitter: 'DEMO-SURVEY',
      receivedAt: text,
      checkBy: '2026-12-04',
      receipt: {
        number: 'HZ-NGA-2026-000001',
        issuedAt: text,
        handedInAt: text,
        manifestSha256: 'a'.repeat(64),
        signature: 's',
        files: 1,
        bytes: 1,
      },
      fileCount: 1,
      bytes: 1,
      errors: 0,
      warnings: 0,
      createdBy: 'submitter',
      bundle: 'b',
      sequence: 1,
      ...more,
    },
    { action: 'review.receive', by: { worker: 'receive' } },
  );
  return id;
};
const api = () => calling(() => deps, reviewRoutes).call;
const tick = (id: string, section: string, seen = true, claims = checker) =>
  api()({ method: 'PUT', path: `/archive/reviews/${id}/ticks`, claims, body: { section, seen } });
const ticksOf = async (id: string, claims = colleague) =>
  (await api()({ path: `/archive/reviews/${id}`, claims })).body['ticks'];

test('a tick is seen by the next checker with its person and time, in the order of the parts', async () => {
  const id = await received();
  expect(await ticksOf(id)).toEqual([]);
  await tick(id, 'files');
  const { body } = await tick(id, 'description', true, colleague);
  const both = [
    { section: 'description', by: 'colleague', at: now.toISOString() },
    { section: 'files', by: 'checker', at: now.toISOString() },
  ];
  expect(body['ticks']).toEqual(both);
  expect(await ticksOf(id, keeper)).toEqual(both);
});

test('it can be taken back; both leave an audit entry and neither changes the version', async () => {
  const id = await received();
  await tick(id, 'files');
  expect((await tick(id, 'files', false)).body['ticks']).toEqual([]);
  const rows = await tables.all(deps.table);
  const entries = rows.filter(({ pk, action }) => pk === `audit#${id}` && action === 'review.tick');
  // Both in the same instant of the test's clock: in either order.
  expect(new Set(entries.map(({ detail }) => detail))).toEqual(
    new Set([
      { section: 'files', seen: true },
      { section: 'files', seen: false },
    ]),
  );
  expect((await deps.reviews.get(id))?.version).toBe(1);
});

test('two who tick at once both succeed', async () => {
  const id = await received();
  const done = await Promise.all([tick(id, 'files'), tick(id, 'duty', true, colleague)]);
  expect(done.map(({ status }) => status)).toEqual([200, 200]);
  expect(await ticksOf(id)).toHaveLength(2);
});

test('the next round begins without ticks; those of the returned one stay as they were', async () => {
  const first = await received(1);
  await tick(first, 'files');
  await api()({
    method: 'POST',
    path: `/archive/reviews/${first}/return`,
    claims: checker,
    body: { reason: '缺图' },
  });
  const second = await received(2);
  expect(await ticksOf(second)).toEqual([]);
  expect(await ticksOf(first)).toHaveLength(1);
  const late = await tick(first, 'duty');
  expect([late.status, late.body['type']]).toEqual([409, 'wrong-state']);
});

test('it is for checkers of that archive who did not hand it in', async () => {
  expect((await tick(await received(), 'files', true, keeper)).status).toBe(403);
  expect((await tick(await received(1, { node: 'HB' }), 'files')).status).toBe(404);
  expect((await tick(await received(1, { createdBy: 'checker' }), 'files')).status).toBe(403);
  expect((await tick(await received(), 'nothing')).status).toBe(400);
});
