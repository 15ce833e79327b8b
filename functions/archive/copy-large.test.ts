import { createHash } from 'node:crypto';
import { largeCopies } from '@geoarchive/platform/large-copy.ts';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startCopying } from './accept.ts';
import { copyFiles } from './copy.ts';
import { stallLate } from './stall.ts';
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

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const deps = () => ({
  ...kit,
  large: largeCopies(kit.table, kit.archive, { whole: 10, part: 4, step: 2 }),
});
const contents = ['small', 'the first large file', 'tiny', 'the second large file of all'];
/** A review of these files that a checker accepted, its copying begun. */
const taken = async () => {
  const files = await Promise.all(
    contents.map(async (text, at) => {
      const key = `files/01KAHZ6YB80000000000000001/${String(at + 1).padStart(6, '0')}`;
      const { versionId, size } = await kit.intake.upload(key, text);
      return { no: at + 1, path: `${at + 1}.txt`, size, sha256: sha(text), key, versionId, findings: [] };
    }),
  );
  const id = await kit.review({ fileCount: files.length });
  await kit.reviewFiles.put(id, files, []);
  await kit.as('checker', { method: 'POST', path: `/archive/reviews/${id}/accept` });
  await startCopying(kit, { reviewId: id });
  return id;
};
const step = () => copyFiles(deps(), messageOf(kit.copies.sent.shift()?.body));
const finish = async () => {
  for (let steps = 0; kit.copies.sent.length > 0; steps += 1) {
    expect(steps).toBeLessThan(40);
    await step();
  }
};
const state = async (id: string) => (await kit.reviews.get(id))?.state;

describe('a deposit with files too large for one call', () => {
  test('is taken in step by step, each file compared, held and whole', async () => {
    const id = await taken();
    await finish();
    expect(await state(id)).toBe('accepted');
    const dossierId = (await kit.reviews.get(id))?.body.dossierId ?? '';
    const { items } = await kit.dossierFiles.list(dossierId, undefined);
    expect(items.map(({ sha256 }) => sha256)).toEqual(contents.map(sha));
    expect(kit.archive.held().sort()).toEqual(items.map(({ key, versionId }) => `${key}@${versionId}`));
    for (const [at, { key }] of items.entries())
      expect(Buffer.from((await kit.archive.readAll(key)) ?? []).toString('utf8')).toBe(contents[at]);
    expect(kit.archive.uploads()).toEqual([]);
    expect((await tables.all(kit.table)).filter(({ pk }) => String(pk).startsWith('copying#'))).toEqual([]);
  });
  test('goes on where its chains were lost, when it is tried again', async () => {
    const id = await taken();
    for (let n = 0; n < 4; n += 1) await step();
    kit.copies.sent.length = 0;
    kit.time.now = new Date('2026-11-24T02:00:00.000Z');
    expect(await stallLate(kit)).toBe(1);
    await kit.as('checker', { method: 'POST', path: `/archive/reviews/${id}/retry` });
    await startCopying(kit, { reviewId: id });
    await finish();
    expect([await state(id), kit.archive.uploads()]).toEqual(['accepted', []]);
  });
  test('given up on its way leaves no unfinished upload', async () => {
    const id = await taken();
    for (let n = 0; n < 3; n += 1) await step();
    expect(kit.archive.uploads().length).toBeGreaterThan(0);
    kit.time.now = new Date('2026-11-24T02:00:00.000Z');
    await stallLate(kit);
    const path = `/archive/reviews/${id}/give-up`;
    await kit.as('checker', { method: 'POST', path, body: { reason: '放弃' } });
    await finish();
    expect([await state(id), kit.archive.uploads(), kit.archive.held()]).toEqual(['returned', [], []]);
  });
  test('whose copy differs is not copied for ever: it stalls, and a retry copies it anew', async () => {
    const id = await taken();
    const { copyPart } = kit.archive;
    const wrong = { bucket: 'intake', key: 'files/01KAHZ6YB80000000000000001/000004' };
    let parts = 0;
    kit.archive.copyPart = (from, key, uploadId, range) => {
      parts += 1;
      return copyPart(from.key.endsWith('2') ? wrong : from, key, uploadId, range);
    };
    const failing: unknown[] = [];
    for (let steps = 0; kit.copies.sent.length > 0; steps += 1) {
      expect(steps).toBeLessThan(40);
      const message = kit.copies.sent.shift();
      await copyFiles(deps(), messageOf(message?.body)).catch(() => failing.push(message?.body));
    }
    expect(failing).toMatchObject([{ no: 2 }]);
    const before = parts;
    for (const receives of [2, 3])
      await expect(copyFiles(deps(), messageOf(failing[0], receives))).rejects.toThrow('differs');
    expect([await state(id), parts]).toEqual(['stalled', before]);
    kit.archive.copyPart = copyPart;
    await kit.as('checker', { method: 'POST', path: `/archive/reviews/${id}/retry` });
    await startCopying(kit, { reviewId: id });
    await finish();
    expect(await state(id)).toBe('accepted');
  });
});
