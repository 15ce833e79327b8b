import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { startTestS3, type TestS3 } from '@geoarchive/infra/local/s3/testing/server.ts';
import { ConditionFailed, type ObjectStore } from '@geoarchive/search/snapshot/store.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { indexStore } from './index-store.ts';

// Requests go over the network stack; a busy machine must not fail the tests.
jest.setTimeout(120_000);
let s3: TestS3;
let store: ObjectStore;
let made = 0;
beforeAll(async () => {
  s3 = await startTestS3();
});
afterAll(() => s3.close());
beforeEach(async () => {
  made += 1;
  const client = s3.client();
  await client.send(new CreateBucketCommand({ Bucket: `index-${made}` }));
  store = indexStore(`index-${made}`, () => client);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (key: string) => {
  const found = await store.get(key);
  return found === undefined ? undefined : new TextDecoder().decode(found.body);
};

describe('the index bucket', () => {
  test('gives what was put, byte for byte, under the tag of that write', async () => {
    const all = Uint8Array.from({ length: 256 }, (_, at) => at);
    const { etag } = await store.put('base/1', all);
    expect(await store.get('base/1')).toEqual({ body: all, etag });
  });
  test('has nothing where nothing is, and does not mind deleting it', async () => {
    expect(await store.get('none')).toBeUndefined();
    await expect(store.delete('none')).resolves.toBeUndefined();
  });
  test('writes over the version read, and over no other', async () => {
    const { etag } = await store.put('pointer', bytes('1'));
    const second = await store.put('pointer', bytes('2'), { ifMatch: etag });
    await expect(store.put('pointer', bytes('3'), { ifMatch: etag })).rejects.toBeInstanceOf(ConditionFailed);
    expect(await store.get('pointer')).toEqual({ body: bytes('2'), etag: second.etag });
  });
  test('makes what is not there yet once', async () => {
    const make = (text: string) => store.put('lease', bytes(text), { ifNoneMatch: '*' });
    const tried = await Promise.allSettled([make('a'), make('b'), make('c')]);
    const failures = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failures).toHaveLength(2);
    for (const failure of failures) expect(failure).toBeInstanceOf(ConditionFailed);
    expect(['a', 'b', 'c']).toContain(await textOf('lease'));
  });
  test('a version to write over that is gone is a failed condition or an error, never a write', async () => {
    await expect(store.put('never', bytes('x'), { ifMatch: '"0"' })).rejects.toBeInstanceOf(Error);
    expect(await store.get('never')).toBeUndefined();
  });
  test('lists every key under a prefix, over pages, and no other', async () => {
    const keys = Array.from({ length: 1005 }, (_, at) => `delta/${String(at).padStart(5, '0')}`);
    for (let at = 0; at < keys.length; at += 50)
      await Promise.all(keys.slice(at, at + 50).map((key) => store.put(key, bytes(''))));
    await store.put('delta-other', bytes(''));
    await store.delete('delta/00003');
    const listed: string[] = [];
    for await (const key of store.list('delta/')) listed.push(key);
    expect(listed).toEqual(keys.filter((key) => key !== 'delta/00003'));
  });
  test('what S3 refuses for another reason goes on as it is', async () => {
    s3.denied.add('s3:GetObject').add('s3:PutObject');
    const denied = { name: 'AccessDenied' };
    await expect(store.get('x')).rejects.toMatchObject(denied);
    await expect(store.put('x', bytes(''))).rejects.toMatchObject(denied);
    s3.denied.clear();
  });
});
