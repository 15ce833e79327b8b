import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { type ChildS3, spawnS3 } from '@geoarchive/infra/local/s3/testing/spawn.ts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

jest.setTimeout(120_000);

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const Bucket = 'large-bucket';
const PART = 128 * MIB;
const PARTS = 24;

let dataDir: string;
let s3: ChildS3;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-s3-large-'));
  s3 = await spawnS3(dataDir);
  await s3.client.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  await s3.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const megabytesPerSecond = (size: number, since: number): string =>
  `${(size / 1e6 / ((performance.now() - since) / 1000)).toFixed(0)} MB/s`;

async function start(Key: string): Promise<string | undefined> {
  return (await s3.client.send(new CreateMultipartUploadCommand({ Bucket, Key }))).UploadId;
}

async function copyParts(from: string, ranges: [first: number, last: number][], Key: string): Promise<void> {
  const UploadId = await start(Key);
  const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
  for (const [i, [first, last]] of ranges.entries()) {
    const { CopyPartResult } = await s3.client.send(
      new UploadPartCopyCommand({
        Bucket,
        Key,
        UploadId,
        PartNumber: i + 1,
        CopySource: `${Bucket}/${from}`,
        CopySourceRange: `bytes=${first}-${last}`,
      }),
    );
    Parts.push({ PartNumber: i + 1, ETag: CopyPartResult?.ETag });
  }
  await s3.client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  );
}

const head = (Key: string) => s3.client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));

describe('the local S3 with large objects', () => {
  test('takes 3 GiB by parts in under 400 MB of memory', async () => {
    const since = performance.now();
    const UploadId = await start('three');
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    const body = Buffer.alloc(PART, 'geology');
    for (let PartNumber = 1; PartNumber <= PARTS; PartNumber++) {
      body.writeUInt32BE(PartNumber, 0);
      const part = new UploadPartCommand({ Bucket, Key: 'three', UploadId, PartNumber, Body: body });
      Parts.push({ PartNumber, ETag: (await s3.client.send(part)).ETag });
    }
    await s3.client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key: 'three', UploadId, MultipartUpload: { Parts } }),
    );
    expect((await head('three')).ContentLength).toBe(3 * GIB);
    const peak = await s3.peakMemory();
    console.info(
      `3 GiB upload: ${megabytesPerSecond(3 * GIB, since)}, peak memory ${(peak / 1e6).toFixed(0)} MB`,
    );
    expect(peak).toBeLessThan(400e6);
  });

  test('reads its end without reading its beginning', async () => {
    const first = 23 * PART;
    const { Body } = await s3.client.send(
      new GetObjectCommand({ Bucket, Key: 'three', Range: `bytes=${first}-${first + 6}` }),
    );
    const found = Buffer.from((await Body?.transformToByteArray()) ?? []);
    expect(found).toEqual(Buffer.from([0, 0, 0, 24, ...Buffer.from('ogy')]));
  });

  test('copies more than 5 GiB by parts only, with the same full-object checksum', async () => {
    const since = performance.now();
    // Twice 2.5 GiB + 1 of the object above make one of 5 GiB + 2.
    const last = 2.5 * GIB;
    await copyParts(
      'three',
      [
        [0, last],
        [0, last],
      ],
      'five',
    );
    const size = 2 * (last + 1);
    const plain = s3.client.send(
      new CopyObjectCommand({ Bucket, Key: 'refused', CopySource: `${Bucket}/five` }),
    );
    await expect(plain).rejects.toMatchObject({ name: 'InvalidRequest' });
    await copyParts(
      'five',
      [
        [0, 4 * GIB - 1],
        [4 * GIB, size - 1],
      ],
      'five-again',
    );
    const [from, to] = [await head('five'), await head('five-again')];
    expect(to).toMatchObject({ ContentLength: size, ChecksumCRC64NVME: from.ChecksumCRC64NVME });
    expect(from.ETag).not.toBe(to.ETag);
    const peak = await s3.peakMemory();
    console.info(
      `2 × 5 GiB copied by parts: ${megabytesPerSecond(2 * size, since)}, peak memory ${(peak / 1e6).toFixed(0)} MB`,
    );
    expect(peak).toBeLessThan(400e6);
  });
});
