import type { S3Client } from '@aws-sdk/client-s3';
import { createCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';
import { openBucket, type Part } from '@geoarchive/platform/objects.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUCKET, bytes, makeBucket } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

// What functions sign for uploaders, against the S3 of the local run.
let s3: TestS3;
let client: S3Client;
let bucket: ReturnType<typeof openBucket>;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
  bucket = openBucket(BUCKET, () => client);
});
afterAll(() => s3.close());

const mib = 1024 ** 2;
const sizes = [5 * mib, 5 * mib, 100];
const content = sizes.map((size, at) => bytes(size, at + 1));
const crc64 = async (...pieces: Uint8Array[]): Promise<string> => {
  const crc = await createCrc64();
  for (const piece of pieces) crc.update(piece);
  return crc.take();
};
const damaged = (of: Buffer): Buffer => {
  const other = Buffer.from(of);
  other[1000 % of.length] = (other[1000 % of.length] ?? 0) ^ 1;
  return other;
};

type Signed = { url: string; headers: Record<string, string> };
const put = async (
  { url }: Signed,
  body: Buffer,
  headers: Record<string, string>,
): Promise<{ status: number; code: string | undefined }> => {
  const answer = await fetch(url, { method: 'PUT', headers, body: Uint8Array.from(body) });
  return { status: answer.status, code: /<Code>(\w+)/.exec(await answer.text())?.[1] };
};

describe('a part', () => {
  const first = content[0] ?? Buffer.alloc(0);
  let signed: Signed;
  let uploadId: string;
  beforeAll(async () => {
    uploadId = await bucket.createUpload('part');
    const of = { uploadId, part: 1, size: first.length, crc64: await crc64(first) };
    signed = await bucket.signPart('part', of);
  });

  test('damaged on the way is refused, and taken when it comes whole', async () => {
    expect(await put(signed, damaged(first), signed.headers)).toEqual({ status: 400, code: 'BadDigest' });
    expect(await bucket.listParts('part', uploadId)).toEqual([]);
    expect(await put(signed, first, signed.headers)).toMatchObject({ status: 200 });
    expect(await bucket.listParts('part', uploadId)).toMatchObject([
      { part: 1, size: first.length, crc64: signed.headers['x-amz-checksum-crc64nvme'] },
    ]);
  });
  test('without the signed header, with another checksum or an altered signature is refused', async () => {
    const refused = { status: 403, code: 'SignatureDoesNotMatch' };
    expect(await put(signed, first, {})).toEqual(refused);
    const other = { 'x-amz-checksum-crc64nvme': await crc64(damaged(first)) };
    expect(await put(signed, damaged(first), other)).toEqual(refused);
    const url = signed.url.replace(/Signature=(.)/, (_, first) => `Signature=${first === '0' ? 1 : 0}`);
    expect(await put({ ...signed, url }, first, signed.headers)).toEqual(refused);
  });
  test('with a checksum of another kind besides is refused', async () => {
    const answer = await put(signed, first, { ...signed.headers, 'x-amz-checksum-crc32': 'AAAAAA==' });
    expect(answer).toEqual({ status: 403, code: 'AccessDenied' });
  });
  test('longer or shorter than it was signed is refused, whatever it says of itself', async () => {
    for (const body of [Buffer.concat([first, Buffer.from('x')]), first.subarray(1), Buffer.alloc(0)])
      expect(await put(signed, body, signed.headers)).toEqual({ status: 403, code: 'SignatureDoesNotMatch' });
  });
});

describe('a file of one PUT', () => {
  test.each(['hello', ''])('"%s" is taken as signed, and neither longer nor shorter', async (text) => {
    const { createHash } = await import('node:crypto');
    const signed = await bucket.signPut(
      `put-${text}`,
      text.length,
      createHash('sha256').update(text).digest('hex'),
    );
    const longer = await put(signed, Buffer.from(`${text}!`), signed.headers);
    expect(longer).toEqual({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await put(signed, Buffer.from(text), signed.headers)).toMatchObject({ status: 200 });
    expect((await bucket.head(`put-${text}`))?.size).toBe(text.length);
  });
});

describe('parts are joined', () => {
  const upload = async (key: string): Promise<{ uploadId: string; parts: Part[] }> => {
    const uploadId = await bucket.createUpload(key);
    for (const [at, body] of content.entries()) {
      const of = { uploadId, part: at + 1, size: body.length, crc64: await crc64(body) };
      const signed = await bucket.signPart(key, of);
      expect(await put(signed, body, signed.headers)).toMatchObject({ status: 200 });
    }
    return { uploadId, parts: (await bucket.listParts(key, uploadId)) ?? [] };
  };

  test('only into the object whose CRC-64 was given', async () => {
    const { uploadId, parts } = await upload('whole');
    const other = bucket.completeUpload('whole', uploadId, parts, await crc64(...content.slice(0, 2)));
    await expect(other).rejects.toMatchObject({ name: 'BadDigest' });
    const whole = await crc64(...content);
    await bucket.completeUpload('whole', uploadId, parts, whole);
    expect(await bucket.head('whole')).toMatchObject({ size: 10 * mib + 100, crc64: whole });
  });
  test('not with a part left out', async () => {
    const { uploadId, parts } = await upload('gap');
    const gap = bucket.completeUpload('gap', uploadId, parts.slice(0, 2), await crc64(...content));
    await expect(gap).rejects.toMatchObject({ name: 'BadDigest' });
  });
});
