import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { auditOf } from '../testing/written.ts';
import { type ArchiveKit, archiveKit } from './testing/kit.ts';

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

const record = (id: string, version: number, licenceEnd: string, who: 'keeper' | 'checker' = 'keeper') =>
  kit.as(who, {
    method: 'POST',
    path: `/archive/dossiers/${id}/licence-end`,
    body: { licenceEnd, reason: '据登记机关来函' },
    headers: { 'if-match': `"${version}"` },
  });
const rightWithoutEnd = { source: 'mining-right', window: undefined, licenceEnd: undefined } as const;

test('a right whose licence’s end was unknown gets its days of publication, and is late from the day after', async () => {
  const id = await kit.dossier(rightWithoutEnd);
  const overdue = async () => (await kit.as('keeper', { path: '/archive/overview' })).body['releaseOverdue'];
  expect(await overdue()).toBe(0);
  const { status, body } = await record(id, 1, '2026-01-10');
  expect([status, body]).toMatchObject([
    200,
    {
      licenceEnd: '2026-01-10',
      // Art. 15: within 30 days from the end of the licence.
      window: { earliest: '2026-01-10', latest: '2026-02-09', rule: { id: 'release-rights' } },
      bars: [],
    },
  ]);
  expect(await overdue()).toBe(1);
  expect(await auditOf(tables, kit.table, id)).toContain('dossier.licence-end');
  // A slip is corrected the same way.
  expect((await record(id, 2, '2027-01-10')).body).toMatchObject({
    window: { earliest: '2027-01-10' },
    licenceEndRecorded: { on: '2026-11-22', reason: '据登记机关来函' },
  });
  expect(await overdue()).toBe(0);
});

test('not for other data, not once release is under way, not by others, not on an old version', async () => {
  const project = await kit.dossier({ source: 'state-project' });
  expect((await record(project, 1, '2026-01-10')).body).toMatchObject({ status: 422 });
  const released = await kit.dossier({ ...rightWithoutEnd, fileCount: 2, releasedFiles: 2 }, 'released');
  expect((await record(released, 1, '2026-01-10')).body).toMatchObject({ status: 409 });
  const releasing = await kit.dossier(rightWithoutEnd, 'releasing');
  expect((await record(releasing, 1, '2026-01-10')).body).toMatchObject({ status: 409 });
  const open = await kit.dossier(rightWithoutEnd);
  const proposed = await kit.dossier({ ...rightWithoutEnd, fileCount: 0 });
  await kit.as('keeper', {
    method: 'POST',
    path: `/archive/dossiers/${proposed}/release-proposal`,
    body: { files: [], note: '先公开目录' },
  });
  expect((await record(proposed, 2, '2026-01-10')).body).toMatchObject({ status: 409 });
  const stated = await kit.dossier({ source: 'mining-right', licenceEnd: '2026-01-01' });
  expect((await record(stated, 1, '2099-01-10')).body).toMatchObject({ status: 422 });
  expect((await record(open, 1, '2026-01-10', 'checker')).status).toBe(403);
  expect((await record(open, 7, '2026-01-10')).status).toBe(412);
  const abroad = await kit.dossier({ ...rightWithoutEnd, node: 'HB' });
  expect((await record(abroad, 1, '2026-01-10')).status).toBe(404);
});

test('how it is known is not shown of a state secret to those who may not know what it is about', async () => {
  const id = await kit.dossier({ ...rightWithoutEnd, secrecy: 'secret' });
  expect((await record(id, 1, '2026-01-10')).body).toHaveProperty('licenceEndRecorded');
  const seen = (await kit.as('ministry', { path: `/archive/dossiers/${id}` })).body;
  expect(seen).toMatchObject({ licenceEnd: '2026-01-10' });
  expect(seen).not.toHaveProperty('licenceEndRecorded');
});

test('what was withdrawn from the public may get another day before it is proposed again', async () => {
  const id = await kit.dossier(
    {
      ...rightWithoutEnd,
      fileCount: 2,
      licenceEnd: '2026-01-10',
      licenceEndRecorded: { by: 'k', on: '2026-11-01', reason: '误' },
    },
    'withdrawn',
  );
  expect((await record(id, 1, '2026-10-01')).body).toMatchObject({ window: { earliest: '2026-10-01' } });
});

test('where only the catalogue record is public, the files still wait for their days', async () => {
  const id = await kit.dossier({ ...rightWithoutEnd, fileCount: 2, releasedFiles: 0 }, 'released');
  expect((await record(id, 1, '2026-10-01')).body).toMatchObject({ window: { earliest: '2026-10-01' } });
});
