import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { BUCKET, bytes, makeBucket, put, read, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';
import { type ChildS3, spawnS3 } from './testing/spawn.ts';

// A process is started for each test.
jest.setTimeout(30_000);

let dataDir: string;
let child: ChildS3;
let s3: TestS3 | undefined;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-s3-crash-'));
  child = await spawnS3(dataDir);
  await makeBucket(child.client);
});
afterEach(async () => {
  await child.kill().catch(() => undefined);
  await s3?.close();
  s3 = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

async function restart(): Promise<TestS3> {
  await child.kill();
  s3 = await startTestS3({ dataDir });
  return s3;
}

const files = (folder: string) =>
  readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
    .length;

describe('after kill -9', () => {
  test('what was acknowledged is there, what was under way is not', async () => {
    await put(child.client, 'done', 'kept');
    const url = await getSignedUrl(child.client, new PutObjectCommand({ Bucket: BUCKET, Key: 'half' }));
    const half = request(url, { method: 'PUT', headers: { 'content-length': 10_000_000 } });
    half.on('error', () => undefined);
    half.write(bytes(3_000_000));
    while (files('incoming') === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const again = await restart();
    half.destroy();
    expect(await read(again.client(), 'done')).toBe('kept');
    expect((await refusal(read(again.client(), 'half'))).name).toBe('NoSuchKey');
    expect(files('incoming')).toBe(0);
    expect(files('blobs')).toBe(1);
  });

  test('a multipart upload goes on where it was', async () => {
    const at = { Bucket: BUCKET, Key: 'resumed' };
    const { UploadId } = await child.client.send(new CreateMultipartUploadCommand(at));
    const first = bytes(5 * 1024 ** 2);
    await child.client.send(new UploadPartCommand({ ...at, UploadId, PartNumber: 1, Body: first }));
    const client = (await restart()).client();
    const { Parts = [] } = await client.send(new ListPartsCommand({ ...at, UploadId }));
    expect(Parts.map((p) => p.Size)).toEqual([first.length]);
    const { ETag } = await client.send(
      new UploadPartCommand({ ...at, UploadId, PartNumber: 2, Body: 'end' }),
    );
    const all = [
      { PartNumber: 1, ETag: Parts[0]?.ETag },
      { PartNumber: 2, ETag },
    ];
    await client.send(
      new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts: all } }),
    );
    expect((await read(client, 'resumed')).endsWith('end')).toBe(true);
  });

  test('a notification that could not be delivered is sent', async () => {
    const QueueConfigurations = [
      { QueueArn: 'arn:aws-cn:sqs:cn-north-1:0:q', Events: ['s3:ObjectCreated:*' as const] },
    ];
    const config = { Bucket: BUCKET, NotificationConfiguration: { QueueConfigurations } };
    await child.client.send(new PutBucketNotificationConfigurationCommand(config));
    await put(child.client, 'told/of');
    const again = await restart();
    const deadline = Date.now() + 8000;
    const told = () => again.sent.some(({ body }) => body.includes('"key":"told/of"'));
    while (!told() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told()).toBe(true);
  });
});
