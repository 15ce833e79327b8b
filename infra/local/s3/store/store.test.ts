import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Bucket } from './model.ts';
import { openStore, type Store } from './store.ts';

jest.setTimeout(30_000);

let dir: string;
let store: Store;
const bucket: Bucket = { name: 'b', created: new Date(0), versioning: 'Enabled', objectLock: false };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'local-s3-store-'));
  store = openStore(dir);
  store.buckets.create(bucket);
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true, force: true });
});

const add = (key: string, check?: () => void) =>
  store.versions.put({
    bucket,
    version: {
      key,
      marker: false,
      size: 0,
      etag: '',
      modified: new Date(0),
      meta: { headers: {} },
      parts: [],
    },
    ...(check && { check }),
  });

const START = Buffer.alloc(0);

describe('scan', () => {
  const keys = Array.from({ length: 600 }, (_, i) => `k${String(i).padStart(4, '0')}`);

  test('walks more keys than a batch holds, in order', () => {
    for (const key of [...keys].reverse()) add(key);
    expect([...store.scan.objects('b', START, {})].map((v) => v.key)).toEqual(keys);
    expect([...store.scan.versions('b', START, {})].map((v) => v.key)).toEqual(keys);
  });

  test('walks more versions of one key than a batch holds', () => {
    for (let i = 0; i < 600; i++) add('same');
    add('z');
    const found = [...store.scan.versions('b', START, {})];
    expect(found).toHaveLength(601);
    expect(found.map((v) => v.id).slice(0, 600)).toEqual(Array.from({ length: 600 }, (_, i) => 600 - i));
    expect(found.filter((v) => v.latest).map((v) => v.key)).toEqual(['same', 'z']);
  });
});

describe('put', () => {
  test('a check that throws undoes everything', () => {
    const before = add('a').written.versionId;
    const refuse = () => {
      throw new Error('no');
    };
    expect(() => add('a', refuse)).toThrow('no');
    expect(store.versions.find('b', 'a')?.versionId).toBe(before);
    expect([...store.scan.versions('b', START, {})]).toHaveLength(1);
  });
});

describe('blobs', () => {
  test('keep every byte; zeros at the end and in between count', async () => {
    const pieces = [
      Buffer.alloc(600_000),
      Buffer.from('middle'),
      Buffer.alloc(2_000_000),
      Buffer.from('x'),
      Buffer.alloc(700_000),
    ];
    const writer = await store.blobs.create();
    for (const piece of pieces) await writer.write(piece);
    const path = store.blobs.pathOf(await writer.commit());
    expect(readFileSync(path).equals(Buffer.concat(pieces))).toBe(true);
  });
  test('of zeros only take no room', async () => {
    const writer = await store.blobs.create();
    for (let i = 0; i < 64; i++) await writer.write(Buffer.alloc(1024 ** 2 / 4));
    const { size, blocks } = statSync(store.blobs.pathOf(await writer.commit()));
    expect(size).toBe(16 * 1024 ** 2);
    expect(blocks * 512).toBeLessThan(1024 ** 2);
  });
});

describe('outbox', () => {
  test('gives what is due, oldest first, until it is delivered', () => {
    store.outbox.add('t', '1');
    store.outbox.add('t', '2');
    const [first] = store.outbox.ready(100, 10);
    store.outbox.postpone(first?.id ?? 0, 500);
    expect(store.outbox.ready(100, 10).map((p) => p.body)).toEqual(['2']);
    expect(store.outbox.ready(500, 10).map((p) => [p.body, p.attempts])).toEqual([
      ['1', 1],
      ['2', 0],
    ]);
    for (const { id } of store.outbox.ready(500, 10)) store.outbox.delivered(id);
    expect(store.outbox.nextDue()).toBeUndefined();
  });
});

test('everything is there after the store is opened again', () => {
  add('a');
  store.buckets.putSetting('b', 'cors', '<x/>');
  store.close();
  store = openStore(dir);
  expect(store.buckets.get('b')).toEqual(bucket);
  expect(store.buckets.setting('b', 'cors')).toBe('<x/>');
  expect(store.versions.find('b', 'a')?.key).toBe('a');
});
