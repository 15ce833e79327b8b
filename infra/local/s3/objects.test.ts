import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUCKET, bytes, makeBucket, put, read, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
});
afterAll(() => s3.close());

const get = (Key: string, more = {}) => client.send(new GetObjectCommand({ Bucket: BUCKET, Key, ...more }));
const head = (Key: string, more = {}) => client.send(new HeadObjectCommand({ Bucket: BUCKET, Key, ...more }));

describe('buckets', () => {
  test('are listed, headed, made once', async () => {
    const { Buckets } = await client.send(new ListBucketsCommand({}));
    expect(Buckets?.map((b) => b.Name)).toEqual([BUCKET]);
    const { BucketRegion } = await client.send(new HeadBucketCommand({ Bucket: BUCKET }));
    expect(BucketRegion).toBe('cn-north-1');
    expect(await refusal(makeBucket(client))).toMatchObject({ name: 'BucketAlreadyOwnedByYou', status: 409 });
    expect((await refusal(makeBucket(client, { Bucket: 'No_Good' }))).name).toBe('InvalidBucketName');
    expect((await refusal(client.send(new HeadBucketCommand({ Bucket: 'absent' })))).status).toBe(404);
  });
  test('are deleted only when empty', async () => {
    await put(client, 'keeps');
    expect((await refusal(client.send(new DeleteBucketCommand({ Bucket: BUCKET })))).name).toBe(
      'BucketNotEmpty',
    );
    await makeBucket(client, { Bucket: 'short-lived' });
    await client.send(new DeleteBucketCommand({ Bucket: 'short-lived' }));
    expect((await refusal(client.send(new GetObjectCommand({ Bucket: 'short-lived', Key: 'a' })))).name).toBe(
      'NoSuchBucket',
    );
  });
});

describe('an object', () => {
  test('comes back with its headers and metadata', async () => {
    const sent = {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment; filename="a.txt"',
      ContentLanguage: 'zh',
      ContentEncoding: 'gzip',
      Metadata: { deposit: 'D-1', empty: '' },
    };
    const { ETag } = await put(client, 'headers', 'hello', sent);
    const got = await get('headers');
    expect(got).toMatchObject(sent);
    expect(ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    expect(await got.Body?.transformToString()).toBe('hello');
    const headed = await head('headers');
    expect(headed).toMatchObject({ ...sent, ContentLength: 5, ETag, AcceptRanges: 'bytes' });
    expect(Math.abs(Date.now() - Number(headed.LastModified))).toBeLessThan(5000);
  });

  test('is replaced, and its old bytes leave the disk', async () => {
    const blobs = () =>
      readdirSync(join(s3.dataDir, 'blobs'), { recursive: true, withFileTypes: true }).filter((e) =>
        e.isFile(),
      ).length;
    await put(client, 'replaced', 'one');
    const before = blobs();
    await put(client, 'replaced', 'two');
    expect(await read(client, 'replaced')).toBe('two');
    expect(blobs()).toBe(before);
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'replaced' }));
    expect(blobs()).toBe(before - 1);
  });

  test('may be empty', async () => {
    await put(client, 'empty', '');
    expect(await read(client, 'empty')).toBe('');
    expect((await head('empty')).ContentLength).toBe(0);
    expect((await refusal(get('empty', { Range: 'bytes=0-0' }))).name).toBe('InvalidRange');
  });

  test('may be streamed with a trailing checksum (aws-chunked)', async () => {
    const data = bytes(300_000);
    const pieces = [data.subarray(0, 70_000), data.subarray(70_000)];
    const { ChecksumCRC32 } = await put(client, 'streamed', '', {
      Body: Readable.from(pieces),
      ContentLength: data.length,
    });
    expect(ChecksumCRC32).toBeDefined();
    const got = await get('streamed');
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(data)).toBe(true);
    expect(got.ContentEncoding).toBeUndefined();
  });

  test('too much metadata is refused', async () => {
    const Metadata = { a: 'x'.repeat(2048) };
    expect((await refusal(put(client, 'meta', 'x', { Metadata }))).name).toBe('MetadataTooLarge');
  });

  test('that is missing: 404, or 403 for whoever may not list the bucket', async () => {
    expect(await refusal(get('absent'))).toMatchObject({ name: 'NoSuchKey', status: 404 });
    expect((await refusal(head('absent'))).status).toBe(404);
    s3.denied.add('s3:ListBucket');
    expect(await refusal(get('absent'))).toMatchObject({ name: 'AccessDenied', status: 403 });
    expect((await refusal(head('absent'))).status).toBe(403);
    s3.denied.clear();
  });

  test('deletes are idempotent; many at once', async () => {
    for (const key of ['d1', 'd2', 'd3 ']) await put(client, key);
    const Objects = ['d1', 'd3 ', 'never-was'].map((Key) => ({ Key }));
    const { Deleted, Errors } = await client.send(
      new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }),
    );
    expect(Deleted?.map((d) => d.Key)).toEqual(['d1', 'd3 ', 'never-was']);
    expect(Errors ?? []).toEqual([]);
    expect((await refusal(get('d1'))).name).toBe('NoSuchKey');
    expect(await read(client, 'd2')).toBe('x');
  });
});

describe('ranges', () => {
  const data = bytes(700_000);
  beforeAll(() => put(client, 'ranged', data));
  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=262143-262145', 262_143, 262_146],
    ['bytes=699990-', 699_990, 700_000],
    ['bytes=-10', 699_990, 700_000],
    ['bytes=10-99999999', 10, 700_000],
  ])('%s', async (Range, from, to) => {
    const got = await get('ranged', { Range });
    expect(got.$metadata.httpStatusCode).toBe(206);
    expect(got.ContentRange).toBe(`bytes ${from}-${to - 1}/700000`);
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(data.subarray(from, to))).toBe(
      true,
    );
  });
  test('beyond the end: 416', async () => {
    expect(await refusal(get('ranged', { Range: 'bytes=700000-' }))).toMatchObject({
      name: 'InvalidRange',
      status: 416,
    });
  });
  test('a head may ask for a range', async () => {
    expect(await head('ranged', { Range: 'bytes=0-9' })).toMatchObject({ ContentLength: 10 });
  });
});

describe('conditions', () => {
  test('of reads', async () => {
    const { ETag = '' } = await put(client, 'cond', 'a');
    const past = new Date(Date.now() - 60_000);
    const future = new Date(Date.now() + 60_000);
    expect((await get('cond', { IfMatch: ETag })).ContentLength).toBe(1);
    expect((await refusal(get('cond', { IfMatch: '"other"' }))).status).toBe(412);
    expect((await refusal(get('cond', { IfNoneMatch: ETag }))).status).toBe(304);
    expect((await get('cond', { IfNoneMatch: '"other"' })).ContentLength).toBe(1);
    expect((await refusal(get('cond', { IfUnmodifiedSince: past }))).status).toBe(412);
    expect((await refusal(head('cond', { IfModifiedSince: future }))).status).toBe(304);
  });

  test('of writes: If-None-Match and If-Match', async () => {
    const { ETag = '' } = await put(client, 'once', 'a', { IfNoneMatch: '*' });
    expect(await refusal(put(client, 'once', 'b', { IfNoneMatch: '*' }))).toMatchObject({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect((await refusal(put(client, 'once', 'b', { IfMatch: '"other"' }))).status).toBe(412);
    expect((await refusal(put(client, 'nothing-here', 'b', { IfMatch: ETag }))).status).toBe(404);
    await put(client, 'once', 'b', { IfMatch: ETag });
    expect(await read(client, 'once')).toBe('b');
  });

  test('of twenty writers with If-None-Match one wins', async () => {
    const all = Array.from({ length: 20 }, (_, i) =>
      put(client, 'race', `writer ${i}`, { IfNoneMatch: '*' }),
    );
    const outcomes = await Promise.allSettled(all);
    const winners = outcomes.flatMap((o, i) => (o.status === 'fulfilled' ? [i] : []));
    expect(winners).toHaveLength(1);
    expect(await read(client, 'race')).toBe(`writer ${winners[0]}`);
  });
});
