import { createHash } from 'node:crypto';
import {
  type ChecksumAlgorithm,
  GetObjectCommand,
  HeadObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALGORITHMS, hasher } from './body/hashers.ts';
import { BUCKET, bytes, makeBucket, put, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  await makeBucket(client);
});
afterAll(() => s3.close());

const DATA = bytes(1000);
const head = (Key: string) =>
  client.send(new HeadObjectCommand({ Bucket: BUCKET, Key, ChecksumMode: 'ENABLED' }));

async function base64(algorithm: (typeof ALGORITHMS)[number], data: Buffer): Promise<string> {
  const h = await hasher(algorithm);
  h.update(data);
  return h.digest().toString('base64');
}

describe('a checksum that the client sends', () => {
  test.each(ALGORITHMS)('%s is verified, kept and given back', async (algorithm) => {
    const field = `Checksum${algorithm}` as const;
    const right = await base64(algorithm, DATA);
    const answer = await put(client, algorithm, DATA, { [field]: right });
    expect(answer).toMatchObject({ [field]: right, ChecksumType: 'FULL_OBJECT' });
    expect(await head(algorithm)).toMatchObject({ [field]: right, ChecksumType: 'FULL_OBJECT' });
    const wrong = await base64(algorithm, bytes(1000, 2));
    const refused = await refusal(put(client, `${algorithm}-wrong`, DATA, { [field]: wrong }));
    expect(refused).toEqual({
      name: 'BadDigest',
      status: 400,
      message: `The ${algorithm} you specified did not match the calculated checksum.`,
    });
    expect((await refusal(head(`${algorithm}-wrong`))).status).toBe(404);
  });

  test('CRC64NVME is computed when none is sent', async () => {
    await put(client, 'none', DATA);
    expect(await head('none')).toMatchObject({ ChecksumCRC64NVME: await base64('CRC64NVME', DATA) });
  });

  test('is not shown for a range, nor when not asked for', async () => {
    await put(client, 'shown', DATA);
    const get = (more: object) =>
      client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'shown', ...more }));
    const range = await get({ Range: 'bytes=0-1', ChecksumMode: 'ENABLED' });
    expect(range.ChecksumCRC64NVME).toBeUndefined();
    const plain = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'shown' }));
    expect(plain.ChecksumCRC64NVME).toBeUndefined();
  });

  test.each([
    ['not base64 of four bytes', { ChecksumCRC32: 'AAAA' }, 'InvalidRequest'],
    ['two of them', { ChecksumCRC32: 'AAAAAA==', ChecksumCRC32C: 'AAAAAA==' }, 'InvalidRequest'],
  ])('%s is refused', async (_, more, name) => {
    expect(await refusal(put(client, 'odd', DATA, more))).toMatchObject({ name, status: 400 });
  });

  test('SDK-computed checksums of each algorithm fit ours', async () => {
    const own = s3.client();
    const algorithms: ChecksumAlgorithm[] = ['CRC32', 'CRC32C', 'SHA1', 'SHA256'];
    for (const ChecksumAlgorithm of algorithms) {
      await put(own, 'sdk', DATA, { ChecksumAlgorithm });
      const got = await own.send(
        new GetObjectCommand({ Bucket: BUCKET, Key: 'sdk', ChecksumMode: 'ENABLED' }),
      );
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(DATA)).toBe(true);
    }
  });
});

describe('Content-MD5', () => {
  const md5 = (data: Buffer) => createHash('md5').update(data).digest('base64');
  test('is verified', async () => {
    await put(client, 'md5', DATA, { ContentMD5: md5(DATA) });
    expect((await refusal(put(client, 'md5', DATA, { ContentMD5: md5(bytes(3)) }))).name).toBe('BadDigest');
    expect((await refusal(put(client, 'md5', DATA, { ContentMD5: 'x' }))).name).toBe('InvalidDigest');
  });
});

describe('a refused body', () => {
  test('leaves the object as it was', async () => {
    await put(client, 'kept', 'old');
    await refusal(put(client, 'kept', 'new', { ChecksumCRC32: 'AAAAAA==' }));
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'kept' }));
    expect(await got.Body?.transformToString()).toBe('old');
  });
});
