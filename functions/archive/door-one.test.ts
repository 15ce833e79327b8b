import { createHash } from 'node:crypto';
import { functionSettings } from '@geoarchive/platform/environment.ts';
import { memoryBuckets } from '@geoarchive/platform/testing/bucket.ts';
import { memoryKey } from '@geoarchive/platform/testing/keys.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { eventTypesIn } from '../testing/written.ts';
import { startCopying } from './accept.ts';
import { copyFiles } from './copy.ts';
import { archiveStores } from './deps.ts';
import { receiveBundle } from './receive.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const sha = (data: string) => createHash('sha256').update(data).digest('hex');
const idOf = (kind: string, n = 1) => `01KAHZ6YB800000000000000${kind}${n}`;
const by = { worker: 'test' };

const setUp = async () => {
  const table = await tables.fresh();
  const { intake, archive } = memoryBuckets('intake', 'archive');
  if (intake === undefined || archive === undefined) throw new Error('no buckets');
  const settings = functionSettings({
    ...{ PLANE: 'archive', TABLE_NAME: table.name, AWS_REGION: 'local', SETTINGS: '{"checkDays":10}' },
  });
  const clock = () => new Date('2026-11-22T02:00:00.000Z');
  const stores = archiveStores(table, clock);
  return { ...stores, settings, intake, archive, receiptKey: memoryKey(), copies: memoryQueue() };
};
let kit: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  kit = await setUp();
});

/** A sealed bundle in the intake bucket, as `seal` writes it, and the event that tells of it. */
const seal = async (contents: Record<string, string>, { n = 1, key = kit.receiptKey, taskId = '' } = {}) => {
  const depositId = idOf('D', n);
  const files = [];
  for (const [at, [path, text]] of Object.entries(contents).entries()) {
    const place = `files/${depositId}/${String(at + 1).padStart(6, '0')}`;
    const { versionId } = await kit.intake.upload(place, text);
    const size = Buffer.byteLength(text);
    files.push({ no: at + 1, path, size, sha256: sha(text), findings: [], key: place, versionId });
  }
  const list = files.map((file) => JSON.stringify(file)).join('\n');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const at = '2026-11-21T08:00:00.000Z';
  const manifest = JSON.stringify({
    ...{ format: 'geoarchive-deposit/1', bundleId: idOf('B', n), sequence: n, depositId, round: 1 },
    ...{ node: 'NGA', submitter: 'MINE', createdBy: 'li', findings: [], verdict: { errors: 0, warnings: 1 } },
    description: {
      ...{
        title: '报告',
        dataKind: 'result',
        dataClass: '矿产勘查',
        source: 'engineering',
        secrecy: 'public',
      },
      ...(taskId === '' ? {} : { taskId }),
    },
    receipt: { number: `HZ-${n}`, issuedAt: at, handedInAt: at, files: files.length, bytes },
    files: { key: `bundles/${n}/files.ndjson`, sha256: sha(list), count: files.length, bytes },
  });
  await kit.intake.put(`bundles/${n}/files.ndjson`, list);
  await kit.intake.put(`bundles/${n}/manifest.json`, manifest);
  return {
    ...{ depositId, round: 1, bundleId: idOf('B', n), bundle: `bundles/${n}/manifest.json` },
    ...{ manifestSha256: sha(manifest), signature: await key.sign(sha(manifest)) },
  };
};
const review = async (n = 1) => {
  const found = await kit.reviews.get(idOf('B', n));
  if (found === undefined) throw new Error('no review');
  return found;
};
const nothingHere = async () => expect(await tables.all(kit.table)).toEqual([]);

describe('receiving a bundle', () => {
  test('opens its review with a day to check by', async () => {
    await receiveBundle(kit, await seal({ 'a.txt': 'a', 'b.txt': 'bb' }));
    expect(await review()).toMatchObject({
      state: 'received',
      body: {
        depositId: idOf('D'),
        checkBy: '2026-12-02',
        fileCount: 2,
        bytes: 3,
        warnings: 1,
        submitter: 'MINE',
      },
    });
    expect((await kit.reviewFiles.page(idOf('B'), 1)).map(({ path }) => path)).toEqual(['a.txt', 'b.txt']);
    expect(await eventTypesIn(tables, kit.table)).toEqual(['DepositReceived']);
  });
  test('twice, also at once, opens one', async () => {
    const event = await seal({ 'a.txt': 'a' });
    await Promise.all([receiveBundle(kit, event), receiveBundle(kit, event)]);
    await receiveBundle(kit, event);
    expect((await review()).version).toBe(1);
    expect(await eventTypesIn(tables, kit.table)).toEqual(['DepositReceived']);
  });
  test('signed by another key is refused and leaves nothing', async () => {
    const event = await seal({ 'a.txt': 'a' }, { key: memoryKey() });
    await expect(receiveBundle(kit, event)).rejects.toThrow('not signed');
    await nothingHere();
  });
  test.each([
    ['manifest', 'bundles/1/manifest.json'],
    ['list of files', 'bundles/1/files.ndjson'],
  ])('with an altered %s is refused and leaves nothing', async (_, place) => {
    const event = await seal({ 'a.txt': 'a' });
    const text = Buffer.from((await kit.intake.readAll(place)) ?? []).toString('utf8');
    await kit.intake.put(place, text.replace(/a\.txt|MINE/, 'x.txt'));
    await expect(receiveBundle(kit, event)).rejects.toThrow('not what was signed');
    kit.intake.lose(place);
    await expect(receiveBundle(kit, event)).rejects.toThrow('not in the intake bucket');
    await nothingHere();
  });
  test('moves its task along, and tells intake of it', async () => {
    const taskId = idOf('T');
    const task = { number: 'T-1', name: '某', source: 'engineering' as const, organisation: 'MINE' };
    await kit.tasks.create(
      taskId,
      { ...task, node: 'NGA', due: '2027-01-31', deposits: {} },
      { action: 'test', by },
    );
    await receiveBundle(kit, await seal({ 'a.txt': 'a' }, { taskId }));
    expect(await kit.tasks.get(taskId)).toMatchObject({ state: 'handed-in', body: { depositId: idOf('D') } });
    expect((await eventTypesIn(tables, kit.table)).sort()).toEqual(['DepositReceived', 'TaskRecorded']);
  });
});

describe('taking a deposit in', () => {
  const accepting = async (contents: Record<string, string>, n = 1) => {
    await receiveBundle(kit, await seal(contents, { n }));
    const item = await review(n);
    const body = { ...item.body, dossierId: idOf('S', n) };
    await kit.reviews.move(item, 'accept', body, { action: 'test', by });
    await startCopying(kit, { reviewId: item.id });
  };
  const copy = (page = 1, n = 1) => copyFiles(kit, messageOf({ job: idOf('B', n), page }));
  const dossier = (n = 1) => kit.dossiers.get(idOf('S', n));

  test('copies, locks the very version, numbers and opens the dossier', async () => {
    await accepting({ 'a.txt': 'a', 'b.txt': 'bb' });
    expect(kit.copies.sent).toEqual([{ body: { job: idOf('B'), page: 1 }, group: idOf('B') }]);
    await copy();
    expect(await review()).toMatchObject({ state: 'accepted', body: { archiveNumber: 'd00000001' } });
    expect(await dossier()).toMatchObject({
      state: 'closed',
      body: { code: 'cgdoi.NGA/d00000001', fileCount: 2, window: { earliest: '2026-11-21' } },
    });
    const { items } = await kit.dossierFiles.list(idOf('S'), undefined);
    expect(kit.archive.held()).toEqual(items.map(({ key, versionId }) => `${key}@${versionId}`));
    expect(items.map(({ sha256 }) => sha256)).toEqual([sha('a'), sha('bb')]);
  });
  test('a page copied twice is copied and numbered once', async () => {
    await accepting({ 'a.txt': 'a' });
    await copy();
    const held = kit.archive.held();
    await copy();
    expect(kit.archive.held()).toEqual(held);
    expect((await eventTypesIn(tables, kit.table)).filter((t) => t === 'DepositAccepted')).toHaveLength(1);
  });
  test('after a crash before the page was noted, true copies are kept and the rest goes on', async () => {
    await accepting({ 'a.txt': 'a', 'b.txt': 'b' });
    const { noteCopied } = kit.reviewFiles;
    kit.reviewFiles.noteCopied = () => Promise.reject(new Error('killed'));
    await expect(copy()).rejects.toThrow('killed');
    const held = kit.archive.held();
    kit.reviewFiles.noteCopied = noteCopied;
    await copy();
    expect(kit.archive.held()).toEqual(held);
    expect((await review()).state).toBe('accepted');
  });
  test('ends with the last of its pages, in whatever order they come', async () => {
    await accepting(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${at}`, `${at}`])));
    await copy(2);
    await copy(2);
    expect((await review()).state).toBe('accepting');
    await copy(1);
    expect((await review()).state).toBe('accepted');
    expect(kit.archive.held()).toHaveLength(101);
  });
  test('a source that is not what was signed is refused: no lock, no dossier', async () => {
    await accepting({ 'a.txt': 'a' });
    const [file] = await kit.reviewFiles.page(idOf('B'), 1);
    kit.intake.lose(file?.key ?? '');
    await expect(copy()).rejects.toThrow('is gone');
    await kit.reviewFiles.put(
      idOf('B'),
      [
        {
          ...file,
          findings: [],
          no: 1,
          path: 'a.txt',
          size: 1,
          sha256: sha('a'),
          key: 'k',
          versionId: undefined,
        },
      ],
      [],
    );
    await kit.intake.upload('k', 'b');
    await expect(copy()).rejects.toThrow('differs from its source');
    expect([kit.archive.held(), await dossier()]).toEqual([[], undefined]);
    expect((await review()).state).toBe('accepting');
  });
  test('without files is done at once', async () => {
    await accepting({});
    expect(kit.copies.sent).toEqual([]);
    expect(await review()).toMatchObject({ state: 'accepted', body: { archiveNumber: 'd00000001' } });
  });
  test('several at once get numbers without gaps or doubles', async () => {
    const numbers = [1, 2, 3, 4];
    for (const n of numbers) await accepting({ 'a.txt': `a${n}` }, n);
    await Promise.all(numbers.map((n) => copy(1, n)));
    const given = await Promise.all(numbers.map(async (n) => (await dossier(n))?.body.archiveNumber));
    expect(given.sort()).toEqual(numbers.map((n) => `d0000000${n}`));
  });
  test('a message for what is not being taken in does nothing', async () => {
    await receiveBundle(kit, await seal({ 'a.txt': 'a' }));
    await startCopying(kit, { reviewId: idOf('B') });
    await copy();
    expect([kit.copies.sent, kit.archive.keys()]).toEqual([[], []]);
  });
});
