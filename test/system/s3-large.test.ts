import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { combineCrc } from '@geoarchive/infra/local/s3/body/crc-combine.ts';
import { hasher } from '@geoarchive/infra/local/s3/body/hashers.ts';
import { openStore } from '@geoarchive/infra/local/s3/store/store.ts';
import { type ChildS3, spawnS3 } from '@geoarchive/infra/local/s3/testing/spawn.ts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

// Some 20 s on a quiet machine; far longer beside other work.
jest.setTimeout(300_000);

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const Bucket = 'large-bucket';
const PART = 128 * MIB;
const PARTS = 24;

let dataDir: string;
let s3: ChildS3;

async function crc64(data: Buffer): Promise<Buffer> {
  const h = await hasher('CRC64NVME');
  h.update(data);
  return h.digest();
}

/** Puts an object of 5 GiB and 2 bytes, nearly all zeros, straight into the store: it takes hardly any disk. */
async function seedSparse(): Promise<void> {
  const store = openStore(dataDir);
  const created = new Date();
  const bucket = { name: Bucket, created, versioning: '', objectLock: false } as const;
  store.buckets.create(bucket);
  const zeros = Buffer.alloc(MIB);
  const end = Buffer.from('ok');
  const count = (5 * GIB) / MIB;
  const writer = await store.blobs.create();
  for (let i = 0; i < count; i++) await writer.write(zeros);
  await writer.write(end);
  const blob = await writer.commit();
  const run = { size: MIB, digest: await crc64(zeros) };
  const digest = combineCrc('CRC64NVME', [...Array(count).fill(run), { size: 2, digest: await crc64(end) }]);
  const checksum = { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: digest.toString('base64') } as const;
  const size = 5 * GIB + 2;
  store.versions.put({
    bucket,
    version: {
      key: 'five',
      marker: false,
      size,
      etag: 'e'.repeat(32),
      modified: created,
      meta: { headers: {}, checksum },
      parts: [{ number: 1, size, blob }],
    },
  });
  store.close();
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-s3-large-'));
  await seedSparse();
  s3 = await spawnS3(dataDir);
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
    const size = 5 * GIB + 2;
    const plain = s3.client.send(
      new CopyObjectCommand({ Bucket, Key: 'refused', CopySource: `${Bucket}/five` }),
    );
    await expect(plain).rejects.toMatchObject({ name: 'InvalidRequest' });
    const halves: [number, number][] = [
      [0, 2 * GIB - 1],
      [2 * GIB, size - 1],
    ];
    await copyParts('five', halves, 'five-again');
    const [from, to] = [await head('five'), await head('five-again')];
    expect(to).toMatchObject({ ContentLength: size, ChecksumCRC64NVME: from.ChecksumCRC64NVME });
    const peak = await s3.peakMemory();
    console.info(
      `5 GiB copied by parts: ${megabytesPerSecond(size, since)}, peak memory ${(peak / 1e6).toFixed(0)} MB`,
    );
    expect(peak).toBeLessThan(400e6);
  });
});
