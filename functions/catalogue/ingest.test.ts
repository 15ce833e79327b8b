import { createHash } from 'node:crypto';
import { largeCopies } from '@geoarchive/platform/large-copy.ts';
import { memoryBucket, memoryBuckets } from '@geoarchive/platform/testing/bucket.ts';
import { memoryKey } from '@geoarchive/platform/testing/keys.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import type { Change } from '@geoarchive/search/port.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { heldGrants } from '../delivery/grant-store.ts';
import { eventTypesIn } from '../testing/written.ts';
import { figureStore } from './figure-store.ts';
import { publicHoleStore } from './hole-store.ts';
import { indexBatch, rebuildIndex } from './index-worker.ts';
import { ingestBundles } from './ingest.ts';
import { publicNoticeStore } from './notice-store.ts';
import { recordStore } from './record-store.ts';
import { submissionStore } from './submission-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const id = '01KAHZ6YB80000000000000001';
const other = '01KAHZ6YB80000000000000002';
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const record = (recordId: string, version: number, files: number) => ({
  title: `某金矿普查报告 ${version}`,
  dataKind: 'result' as const,
  dataClass: '矿产勘查',
  keywords: [],
  authors: [],
  language: '中文',
  minerals: ['金矿'],
  regions: [],
  sheets: [],
  id: recordId,
  code: 'cgdoi.NGA/d00000001',
  archiveNumber: 'd00000001',
  node: 'NGA',
  version,
  publishedAt: '2026-11-22T02:00:00.000Z',
  submitted: '2026-10-01',
  access: 'open' as const,
  fileCount: files,
});

const setUp = async () => {
  const table = await tables.fresh();
  const { inbox, portal } = memoryBuckets('inbox', 'portal');
  if (inbox === undefined || portal === undefined) throw new Error('no buckets');
  const clock = () => new Date('2026-11-22T02:00:00.000Z');
  const records = recordStore(table, clock);
  return {
    ...{ table, clock, inbox, files: portal, records, releaseKey: memoryKey(), ingests: memoryQueue() },
    notices: publicNoticeStore(table, clock),
    holes: publicHoleStore(table, clock),
    submissions: submissionStore(table),
    figures: figureStore(table, clock),
    held: heldGrants(table, clock),
    delivery: memoryBucket('delivery'),
  };
};
let kit: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  kit = await setUp();
});

type Contents = Record<string, string>;
/** Puts a bundle into the inbox as the archive does, and gives the notification S3 would send. */
const send = async (
  version: number,
  contents: Contents | 'remove',
  { recordId = id, key = kit.releaseKey } = {},
) => {
  const bundleId = `01KAHZ6YB8000000000000${String(version).padStart(4, '0')}`;
  const common = { format: 'geoarchive-release/2', bundleId, sequence: version, recordId, version };
  const files = [];
  for (const [at, [path, text]] of Object.entries(contents === 'remove' ? {} : contents).entries()) {
    const place = `bundles/${bundleId}/files/${String(at + 1).padStart(6, '0')}`;
    await kit.inbox.upload(place, text);
    files.push({
      ...{ no: at + 1, path, size: Buffer.byteLength(text), sha256: sha(text), key: place },
      ...{ format: 'txt', mime: 'text/plain' },
    });
  }
  const pages = [];
  for (let at = 0; at < files.length; at += 100) {
    const some = files.slice(at, at + 100);
    const place = `bundles/${bundleId}/pages/${String(at / 100 + 1).padStart(5, '0')}.json`;
    await kit.inbox.put(place, JSON.stringify(some));
    pages.push({ key: place, sha256: sha(JSON.stringify(some)), files: some.length });
  }
  const formats = files.length === 0 ? [] : ['txt'];
  const manifest = JSON.stringify(
    contents === 'remove'
      ? { ...common, op: 'remove' }
      : { ...common, op: 'publish', record: record(recordId, version, files.length), formats, pages },
  );
  const place = `bundles/${bundleId}/manifest.json`;
  await kit.inbox.put(place, JSON.stringify({ manifest, signature: await key.sign(sha(manifest)) }));
  return messageOf({ Records: [{ s3: { object: { key: place } } }] });
};
const ingest = async (...given: Parameters<typeof send>) => ingestBundles(kit, await send(...given));
const listed = async () => {
  const held = await kit.records.get(id);
  if (held === undefined) return undefined;
  const pages = Array.from({ length: Math.ceil(held.fileCount / 100) }, (_, at) => at + 1);
  return (await Promise.all(pages.map((page) => kit.records.filesOf(held, page)))).flat();
};
const paths = async () => (await listed())?.map(({ path }) => path);
const rows = async () => JSON.stringify(await tables.all(kit.table));

describe('taking in a bundle', () => {
  test('publishes the record with its files under the portal’s own keys', async () => {
    await ingest(1, { 'a.txt': 'a', '附图/b.txt': 'b' });
    const held = await kit.records.get(id);
    expect(held).toMatchObject({ title: '某金矿普查报告 1', version: 1, fileCount: 2 });
    expect(await paths()).toEqual(['a.txt', '附图/b.txt']);
    expect(kit.files.keys()).toEqual([`files/${id}/1/000001`, `files/${id}/1/000002`]);
    expect((await listed())?.map(({ key }) => key)).toEqual(kit.files.keys());
    expect(await eventTypesIn(tables, kit.table)).toEqual(['RecordPublished']);
  });

  test('twice has one effect', async () => {
    const message = await send(1, { 'a.txt': 'a' });
    await ingestBundles(kit, message);
    const before = await rows();
    await ingestBundles(kit, message);
    expect(await rows()).toBe(before);
  });

  test('older than what is there changes nothing', async () => {
    await ingest(2, { 'new.txt': 'new' });
    await ingest(1, { 'old.txt': 'old' });
    expect(await paths()).toEqual(['new.txt']);
    expect(await eventTypesIn(tables, kit.table)).toEqual(['RecordPublished']);
  });

  test('newer replaces it, and what it left out lies nowhere any more', async () => {
    await ingest(1, { 'a.txt': 'a', 'secret-name.txt': 'left out' });
    await ingest(2, { 'a.txt': 'a' });
    expect(await paths()).toEqual(['a.txt']);
    expect(kit.files.keys()).toEqual([`files/${id}/2/000001`]);
    expect(await rows()).not.toContain('secret-name');
  });

  test('of many pages goes page by page, in whatever order, and is public with the last', async () => {
    await ingest(1, Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, `${at}`])));
    expect(kit.ingests.sent).toHaveLength(3);
    for (const { body } of [...kit.ingests.sent.splice(0)].reverse()) {
      expect(await kit.records.get(id)).toBeUndefined();
      await ingestBundles(kit, messageOf(body));
    }
    expect((await listed())?.map(({ no }) => no)).toEqual(Array.from({ length: 201 }, (_, at) => at + 1));
    expect(kit.files.keys()).toHaveLength(201);
    expect(await rows()).not.toContain('copying#');
  });

  test('overtaken by a withdrawal while its pages come in leaves nothing', async () => {
    await ingest(1, Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${at}`, `${at}`])));
    const [first, second] = kit.ingests.sent.splice(0);
    await ingestBundles(kit, messageOf(first?.body));
    expect(kit.files.keys()).toHaveLength(100);
    await ingest(2, 'remove');
    await ingestBundles(kit, messageOf(second?.body));
    expect([kit.files.keys(), await kit.records.get(id)]).toEqual([[], undefined]);
    expect(await rows()).not.toMatch(/copying#|"f0"/);
  });

  test('overtaken while a page is being copied leaves nothing of it either', async () => {
    await ingest(1, Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${at}`, `${at}`])));
    const [first] = kit.ingests.sent.splice(0);
    const { putFiles } = kit.records;
    const withdrawal = await send(2, 'remove');
    kit.records.putFiles = async (...given) => {
      await ingestBundles(kit, withdrawal);
      await putFiles(...given);
    };
    await ingestBundles(kit, messageOf(first?.body));
    expect(kit.files.keys()).toEqual([]);
    expect(await rows()).not.toContain('"f0"');
  });

  test('a large file goes by a chain of steps, and the page with its end', async () => {
    const large = largeCopies(kit.table, kit.files, { whole: 10, part: 4, step: 2 });
    const message = await send(1, { 'small.txt': 'small', 'large.txt': 'x'.repeat(30) });
    await ingestBundles({ ...kit, large }, message);
    for (let steps = 0; kit.ingests.sent.length > 0; steps += 1) {
      expect(steps).toBeLessThan(20);
      await ingestBundles({ ...kit, large }, messageOf(kit.ingests.sent.shift()?.body));
    }
    expect(await paths()).toEqual(['small.txt', 'large.txt']);
    expect(kit.files.uploads()).toEqual([]);
  });
});

describe('what is refused', () => {
  test('a bundle signed by another key', async () => {
    await expect(ingest(1, { 'a.txt': 'a' }, { key: memoryKey() })).rejects.toThrow('not signed');
    expect(await kit.records.version(id)).toBe(0);
    expect(kit.files.keys()).toEqual([]);
  });
  test('unless the deployment trusts that key, as it does an archive behind a ferry', async () => {
    const message = await send(1, 'remove', { key: memoryKey() });
    await expect(ingestBundles({ ...kit, signers: () => false }, message)).rejects.toThrow('not signed');
    await ingestBundles({ ...kit, signers: () => true }, message);
    expect(await kit.records.version(id)).toBe(1);
  });
  test('a manifest altered after signing', async () => {
    const message = await send(1, { 'a.txt': 'a' });
    const [place] = kit.inbox.keys().filter((key) => key.endsWith('manifest.json'));
    const text = Buffer.from((await kit.inbox.readAll(place ?? '')) ?? []).toString('utf8');
    await kit.inbox.put(place ?? '', text.replace('NGA', 'XXX'));
    await expect(ingestBundles(kit, message)).rejects.toThrow('not signed');
  });
  test('a page of its list of files that is not what was signed', async () => {
    const message = await send(1, { 'a.txt': 'a' });
    const place = kit.inbox.keys().find((key) => key.includes('/pages/')) ?? '';
    const text = Buffer.from((await kit.inbox.readAll(place)) ?? []).toString('utf8');
    await kit.inbox.put(place, text.replace('a.txt', 'b.txt'));
    await expect(ingestBundles(kit, message)).rejects.toThrow('not what its bundle says');
    expect([await kit.records.version(id), kit.files.keys()]).toEqual([0, []]);
  });
  test('a file that is not what the manifest says', async () => {
    const message = await send(1, { 'a.txt': 'a' });
    await kit.inbox.upload(kit.inbox.keys().find((key) => key.includes('/files/')) ?? '', 'b');
    await expect(ingestBundles(kit, message)).rejects.toThrow('not what its bundle says');
    expect(await kit.records.get(id)).toBeUndefined();
  });
});

describe('withdrawal', () => {
  beforeEach(() => ingest(1, { 'a.txt': 'a' }));

  test('leaves a tombstone that says nothing, and no file', async () => {
    await ingest(2, 'remove');
    expect(await kit.records.get(id)).toBeUndefined();
    expect(await kit.records.some([id])).toEqual(new Map());
    expect([await kit.records.version(id), await kit.records.count()]).toEqual([2, 0]);
    expect(kit.files.keys()).toEqual([]);
    expect(await rows()).not.toMatch(/a\.txt|普查/);
    expect(await eventTypesIn(tables, kit.table)).toEqual(['RecordPublished', 'RecordRemoved']);
  });
  test('that crashed before the files were gone removes them at the next try', async () => {
    const { removeAll } = kit.files;
    kit.files.removeAll = () => Promise.reject(new Error('killed'));
    const message = await send(2, 'remove');
    await expect(ingestBundles(kit, message)).rejects.toThrow('killed');
    kit.files.removeAll = removeAll;
    await ingestBundles(kit, message);
    expect(kit.files.keys()).toEqual([]);
  });
  test('is not undone by the older bundle, and a late one does not touch what was published since', async () => {
    const withdrawal = await send(2, 'remove');
    await ingestBundles(kit, withdrawal);
    await ingest(1, { 'a.txt': 'a' });
    expect(await kit.records.get(id)).toBeUndefined();
    await ingest(3, { 'again.txt': 'again' });
    await ingestBundles(kit, withdrawal);
    expect(await paths()).toEqual(['again.txt']);
    expect(kit.files.keys()).toEqual([`files/${id}/3/000001`]);
  });
});

describe('telling the index', () => {
  const heard: Change[][] = [];
  const worker = () => ({
    records: kit.records,
    holes: kit.holes,
    writer: {
      apply: async (changes: readonly Change[]) => {
        heard.push([...changes]);
      },
      compact: async () => undefined,
      rebuild: async (records: AsyncIterable<{ id: string }>) => {
        for await (const one of records) heard.push([{ op: 'remove', id: one.id, version: 0 }]);
      },
    },
  });
  const event = (recordId: string, version: number) =>
    messageOf(
      { id: other, type: 'RecordPublished', at: '2026-11-22T02:00:00.000Z', data: { recordId, version } },
      1,
      `${recordId}-${version}`,
    );
  beforeEach(() => {
    heard.length = 0;
  });

  test('always the present state, whatever the event was about', async () => {
    await ingest(1, { 'a.txt': 'a' });
    await ingest(2, { 'a.txt': 'a', 'b.txt': 'b' });
    expect(await indexBatch(worker(), [event(id, 1), event(id, 2)])).toEqual([]);
    const put = { op: 'put', record: { id, version: 2, fileCount: 2, fileFormats: ['txt'] } };
    expect(heard).toMatchObject([[put, put]]);
    await ingest(3, 'remove');
    await indexBatch(worker(), [event(id, 2)]);
    expect(heard[1]).toEqual([{ op: 'remove', id, version: 3 }]);
  });
  test('a strange message goes back alone; nothing to tell is not told', async () => {
    await ingest(1, { 'a.txt': 'a' });
    const strange = messageOf({ type: 'RecordPublished' }, 1, 'strange');
    expect((await indexBatch(worker(), [strange, event(id, 1)])).map((f) => f.id)).toEqual(['strange']);
    expect(heard[0]).toHaveLength(1);
    await indexBatch(worker(), [strange]);
    expect(heard).toHaveLength(1);
  });
  test('a rebuild gives every public record once and no withdrawn one', async () => {
    await ingest(1, { 'a.txt': 'a' });
    await ingest(5, { 'c.txt': 'c' }, { recordId: other });
    await ingest(2, 'remove');
    await rebuildIndex(worker());
    expect(heard.flat().map((change) => (change.op === 'remove' ? change.id : ''))).toEqual([other]);
  });
});
