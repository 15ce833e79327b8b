import { createHash } from 'node:crypto';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { auditOf, eventsIn } from '../testing/written.ts';
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
const key = 'files/01KAHZ6YB80000000000000001/000001';
/** A review of one file that a checker has accepted. */
const accepted = async (text = 'a') => {
  const { versionId, size } = await kit.intake.upload(key, text);
  const id = await kit.review({ fileCount: 1 });
  await kit.reviewFiles.put(
    id,
    [{ no: 1, path: '图/a.txt', size, sha256: sha(text), key, versionId, findings: [] }],
    [],
  );
  const { status } = await act('checker', id, 'accept');
  expect(status).toBe(202);
  return id;
};
const act = (who: 'checker' | 'colleague' | 'officer', id: string, what: string, body = {}) =>
  kit.as(who, { method: 'POST', path: `/archive/reviews/${id}/${what}`, body });
const see = async (id: string) => (await kit.as('checker', { path: `/archive/reviews/${id}` })).body;
const copy = (job: string, receives = 1) => copyFiles(kit, messageOf({ job, page: 1 }, receives));
/** As the queue does: tries again until it is put aside. */
const copyInVain = async (id: string) => {
  for (const receives of [1, 2, 3, 4, 5]) await expect(copy(id, receives)).rejects.toThrow('gone');
};
const later = (hours: number) => {
  kit.time.now = new Date(kit.time.now.getTime() + hours * 3_600_000);
};

describe('an acceptance whose source is gone', () => {
  test('is stalled at the third try, says which file, and offers a checker the two ways on', async () => {
    const id = await accepted();
    kit.intake.lose(key);
    for (const receives of [1, 2]) await expect(copy(id, receives)).rejects.toThrow('gone');
    expect(await see(id)).toMatchObject({ state: 'accepting', moves: [] });
    await expect(copy(id, 3)).rejects.toThrow('gone');
    expect(await see(id)).toMatchObject({
      state: 'stalled',
      stalled: { why: 'source-gone', file: '图/a.txt' },
      moves: ['retry', 'giveUp'],
      progress: { copied: 0, total: 1 },
    });
    expect((await kit.as('officer', { path: `/archive/reviews/${id}` })).body['moves']).toEqual([]);
    expect(await auditOf(tables, kit.table, id)).toContain('review.stall');
  });
  test('tried again once it is back, is taken in', async () => {
    const id = await accepted();
    kit.intake.lose(key);
    await copyInVain(id);
    await kit.intake.upload(key, 'a');
    const [file] = await kit.reviewFiles.page(id, 1);
    if (file !== undefined) await kit.reviewFiles.put(id, [{ ...file, versionId: undefined }], []);
    expect((await act('colleague', id, 'retry')).body).toMatchObject({ state: 'accepting' });
    await startCopying(kit, { reviewId: id });
    await copy(id);
    const done = await see(id);
    expect(done).toMatchObject({ state: 'accepted', archiveNumber: 'd00000001' });
    expect(done).not.toHaveProperty('stalled');
  });
  test('given up, goes back to its submitter with the reason; what is still on its way does nothing', async () => {
    const id = await accepted();
    kit.intake.lose(key);
    await copyInVain(id);
    const given = await act('checker', id, 'give-up', { reason: '原件丢失，请重新提交' });
    expect(given.body).toMatchObject({
      state: 'returned',
      moves: [],
      returned: { reason: '原件丢失，请重新提交' },
    });
    const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'DepositReturned');
    expect(told).toMatchObject([{ data: { round: 1, reason: '原件丢失，请重新提交' } }]);
    await copy(id);
    expect([await see(id), kit.archive.keys()]).toMatchObject([{ state: 'returned' }, []]);
  });
  test('cannot be given up or tried again before it is stalled, nor by whoever handed it in', async () => {
    const id = await accepted();
    for (const what of ['retry', 'give-up'])
      expect((await act('checker', id, what, { reason: '等不及' })).body['type']).toBe('wrong-state');
    const own = await kit.review({ createdBy: 'checker' }, 'stalled');
    for (const what of ['retry', 'give-up'])
      expect((await act('checker', own, what, { reason: '自己' })).status).toBe(403);
  });
});

describe('the clock', () => {
  test('stalls what has been taken in for more than a day, and counts', async () => {
    const old = await accepted();
    later(20);
    const young = await accepted();
    expect(await stallLate(kit)).toBe(0);
    later(5);
    expect(await stallLate(kit)).toBe(1);
    expect(await stallLate(kit)).toBe(1);
    expect([(await see(old))['state'], (await see(young))['state']]).toEqual(['stalled', 'accepting']);
    expect(await see(old)).toMatchObject({ stalled: { why: 'too-long' } });
  });
  test('a slow one that is stalled still ends by itself', async () => {
    const id = await accepted();
    later(25);
    await stallLate(kit);
    await copy(id);
    expect(await see(id)).toMatchObject({ state: 'accepted' });
    expect(await stallLate(kit)).toBe(0);
  });
  test('a day begins anew with a retry', async () => {
    const id = await accepted();
    later(25);
    await stallLate(kit);
    await act('checker', id, 'retry');
    later(20);
    expect(await stallLate(kit)).toBe(0);
    expect((await see(id))['state']).toBe('accepting');
  });
});
