import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { type Bucket, openBucket } from '@geoarchive/platform/objects.ts';
import { signedByOneOf } from '@geoarchive/platform/signers.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { makeBucket } from '../../../infra/local/s3/testing/helpers.ts';
import { startTestS3, type TestS3 } from '../../../infra/local/s3/testing/server.ts';
import { exportBundles } from './export.ts';
import { fingerprint, importBundles } from './import.ts';

// The S3 of the local run on both sides; its cores are shared with other tests.
jest.setTimeout(60_000);
const keys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
};
const archive = keys();
const common = { isSigned: signedByOneOf([archive.pem]), signer: fingerprint(archive.pem) };
const hex = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');
const idOf = (n: number) => `01KAHZ6YB8000000000000${String(n).padStart(4, '0')}`;

let s3: TestS3;
let inside: Bucket;
let outside: Bucket;
let disk: string;
let round = 0;
beforeAll(async () => {
  s3 = await startTestS3();
});
afterAll(() => s3.close());
beforeEach(async () => {
  round += 1;
  const client = s3.client();
  const open = async (name: string) => {
    await makeBucket(client, { Bucket: name });
    return openBucket(name, () => client);
  };
  inside = await open(`inside-${round}`);
  outside = await open(`outside-${round}`);
  disk = mkdtempSync(join(tmpdir(), 'geoarchive-ferry-'));
});
afterEach(() => rmSync(disk, { recursive: true, force: true }));

const record = {
  title: '某金矿普查报告',
  dataKind: 'result',
  dataClass: '矿产勘查',
  id: idOf(9000),
  code: 'cgdoi.NGA/d00000001',
  archiveNumber: 'd00000001',
  node: 'NGA',
  version: 1,
  publishedAt: '2026-11-22T02:00:00.000Z',
  submitted: '2026-10-01',
  access: 'open',
  fileCount: 1,
};

const hole = {
  ...{ id: idOf(9001), version: 1, node: 'NGA', hole: 'ZK1', holeType: 'geological' },
  ...{
    parts: [],
    counts: Object.fromEntries(partKinds.map((part) => [part, 0])),
    logs: [],
    strata: [],
    access: 'open',
    publishedAt: '2026-11-22T02:00:00.000Z',
  },
};

/** Puts a bundle into the inbox of the archive's side as `release` does. */
const release = async (n: number, contents: Uint8Array[], { key = archive.privateKey, place = '' } = {}) => {
  const bundleId = idOf(n);
  const inBundle = `bundles/${bundleId}`;
  const files = [];
  for (const [at, content] of contents.entries()) {
    const no = at + 1;
    const fileKey = `${inBundle}/files/${String(no).padStart(6, '0')}`;
    await inside.put(fileKey, content);
    const known = { no, path: `${no}.bin`, size: content.length, sha256: hex(content) };
    files.push({ ...known, key: place || fileKey, format: 'unknown', mime: 'application/octet-stream' });
  }
  const list = JSON.stringify(files);
  const page = { key: `${inBundle}/pages/0001.json`, sha256: hex(list), files: files.length };
  if (files.length > 0) await inside.put(page.key, list);
  const text = JSON.stringify({
    format: 'geoarchive-release/2',
    op: 'publish',
    bundleId,
    sequence: n,
    recordId: record.id,
    version: n,
    record,
    formats: [],
    pages: files.length > 0 ? [page] : [],
  });
  const signature = sign('sha256', Buffer.from(text), key).toString('base64');
  await inside.put(`${inBundle}/manifest.json`, JSON.stringify({ manifest: text, signature }));
};
/** Puts the bundle of a hole there, with its document and a curve. */
const releaseHole = async (n: number): Promise<string> => {
  const bundleId = idOf(n);
  const folder = `bundles/${bundleId}`;
  const [text, values] = [JSON.stringify({ logs: [] }), randomBytes(800)];
  const content = { key: `${folder}/content.json`, sha256: hex(text) };
  const curve = { key: `${folder}/curves/${hex(values)}.f64.gz`, sha256: hex(values) };
  await inside.put(content.key, text);
  await inside.put(curve.key, gzipSync(values));
  const manifest = JSON.stringify({
    ...{ format: 'geoarchive-hole/1', op: 'publish', bundleId, sequence: n },
    ...{ holeId: hole.id, version: 1, hole, content, curves: [curve] },
  });
  const signature = sign('sha256', Buffer.from(manifest), archive.privateKey).toString('base64');
  await inside.put(`${folder}/manifest.json`, JSON.stringify({ manifest, signature }));
  return curve.key;
};
const keysOf = async (bucket: Bucket, prefix = 'bundles/') => {
  const found: string[] = [];
  for await (const { key } of bucket.list(prefix)) found.push(key);
  return found;
};
const carry = () => importBundles({ ...common, inbox: outside, disk });
const write = (after?: number) =>
  exportBundles({ ...common, inbox: inside, disk, ...(after === undefined ? {} : { after }) });
const refusal = (work: Promise<unknown>) => expect(work).rejects;

test('carries bundles byte for byte, large and empty files among them; twice is once', async () => {
  const large = randomBytes(17 * 1024 ** 2);
  await release(1, [Buffer.from('a'), new Uint8Array(), large]);
  await release(2, []);
  expect(await write()).toEqual({ bundles: 2, last: 2 });
  expect(await write()).toEqual({ bundles: 0, last: 2 });
  expect(await carry()).toEqual({ bundles: 2, last: 2 });
  expect(await carry()).toEqual({ bundles: 0, last: 2 });
  const wanted = await keysOf(inside);
  expect(await keysOf(outside)).toEqual(wanted);
  for (const key of wanted)
    expect(hex((await outside.readAll(key)) ?? '')).toBe(hex((await inside.readAll(key)) ?? ''));
});

test('carries a hole with its document and curves, each proven', async () => {
  await releaseHole(1);
  expect(await write()).toEqual({ bundles: 1, last: 1 });
  expect(await carry()).toEqual({ bundles: 1, last: 1 });
  const wanted = await keysOf(inside);
  expect(wanted).toHaveLength(3);
  expect(await keysOf(outside)).toEqual(wanted);
  for (const key of wanted) expect(await outside.readAll(key)).toEqual(await inside.readAll(key));
  const curve = await releaseHole(2);
  await inside.put(curve, gzipSync(Buffer.from('other')));
  await refusal(write()).toThrow('not what its bundle says');
  await inside.put(curve, 'not packed');
  await refusal(write()).toThrow('not what its bundle says');
});

test('goes on with the next disk after the number that was taken in', async () => {
  await release(1, [Buffer.from('a')]);
  await write();
  await carry();
  rmSync(disk, { recursive: true });
  await release(2, [Buffer.from('b')]);
  expect(await write(1)).toEqual({ bundles: 1, last: 2 });
  expect(await carry()).toEqual({ bundles: 1, last: 2 });
});

test('stops at a missing number, on either side', async () => {
  await release(1, []);
  await release(3, []);
  await refusal(write()).toThrow('Bundle 2 is missing');
  expect(readdirSync(disk)).toEqual([]);
  await release(2, []);
  await write();
  const [, second = ''] = readdirSync(disk).sort();
  renameSync(join(disk, second), join(disk, 'lost'));
  await refusal(carry()).toThrow('Bundle 2 is missing');
  renameSync(join(disk, 'lost'), join(disk, second));
  expect(await carry()).toEqual({ bundles: 2, last: 3 });
});

test('takes nothing that an unknown key signed', async () => {
  await release(1, [], { key: keys().privateKey });
  await refusal(write()).toThrow('not signed by a trusted key');
  await release(1, []);
  await write();
  const stranger = { ...common, isSigned: signedByOneOf([keys().pem]), inbox: outside, disk };
  await refusal(importBundles(stranger)).toThrow('not signed by a trusted key');
  expect(await keysOf(outside, '')).toEqual([]);
});

test('takes no bundle with a file that was damaged under way; the manifest comes last', async () => {
  await release(1, [Buffer.from('a'), Buffer.from('b')]);
  await write();
  const [folder = ''] = readdirSync(disk);
  appendFileSync(join(disk, folder, 'files', '000002'), '!');
  await refusal(carry()).toThrow('000002: not what its bundle says');
  expect((await keysOf(outside)).filter((key) => key.endsWith('manifest.json'))).toEqual([]);
});

test('takes no file out of another place than its bundle', async () => {
  await release(1, [Buffer.from('a')], { place: 'bundles/../../etc/passwd' });
  await refusal(write()).toThrow('which is not its own');
});

test('a bundle under another number than its own is refused', async () => {
  await release(1, []);
  await release(2, []);
  await write();
  const [first = '', second = ''] = readdirSync(disk).sort();
  rmSync(join(disk, first), { recursive: true });
  renameSync(join(disk, second), join(disk, second.replace('000000002', '000000001')));
  await refusal(carry()).toThrow('holds bundle 2');
});
