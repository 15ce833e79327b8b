import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketCorsCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Engine } from '../engines/engine.ts';
import { startQueues } from '../engines/queues.ts';
import { type Endpoint, startAwsEndpoint } from './endpoint.ts';

const region = 'ap-southeast-1';
const Bucket = 'intake';
let dir: string;
let queues: Engine;
let endpoint: Endpoint;

const config = (accessKeyId: string, secretAccessKey = 's') => ({
  endpoint: endpoint.url,
  region,
  maxAttempts: 1,
  credentials: { accessKeyId, secretAccessKey },
});
const s3 = (accessKeyId: string, secretAccessKey?: string) =>
  new S3Client({ ...config(accessKeyId, secretAccessKey), forcePathStyle: true });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 's3-endpoint-'));
  queues = await startQueues({ port: 0, dataDir: join(dir, 'queues'), region });
  endpoint = await startAwsEndpoint({
    port: 0,
    region,
    dataDir: dir,
    engines: { dynamodb: { url: 'http://127.0.0.1:1' }, queues },
  });
  endpoint.addPrincipal({
    accessKeyId: 'ADMIN',
    secretAccessKey: 's',
    name: 'admin',
    statements: 'everything',
  });
  endpoint.addPrincipal({
    accessKeyId: 'INSPECT',
    secretAccessKey: 's',
    name: 'inspect',
    statements: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/files/*` }],
  });
  await s3('ADMIN').send(new CreateBucketCommand({ Bucket }));
  for (const Key of ['files/a', 'bundles/a'])
    await s3('ADMIN').send(new PutObjectCommand({ Bucket, Key, Body: `body of ${Key}` }));
}, 30_000);

afterAll(async () => {
  await endpoint?.close();
  await queues?.close();
  await rm(dir, { recursive: true, force: true });
});

test('a function reads what its role names and nothing else', async () => {
  const got = await s3('INSPECT').send(new GetObjectCommand({ Bucket, Key: 'files/a' }));
  expect(await got.Body?.transformToString()).toBe('body of files/a');
  const refused = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
  await expect(s3('INSPECT').send(new GetObjectCommand({ Bucket, Key: 'bundles/a' }))).rejects.toMatchObject(
    refused,
  );
  await expect(
    s3('INSPECT').send(new PutObjectCommand({ Bucket, Key: 'files/a', Body: 'x' })),
  ).rejects.toMatchObject(refused);
  await expect(
    s3('INSPECT', 'wrong').send(new GetObjectCommand({ Bucket, Key: 'files/a' })),
  ).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
  expect((await fetch(`${endpoint.url}/${Bucket}/files/a`)).status).toBe(403);
});

test('a link carries the rights of whoever signed it, until it expires; a page can read the refusal', async () => {
  const link = (Key: string, signingDate: Date) =>
    getSignedUrl(s3('INSPECT'), new GetObjectCommand({ Bucket, Key }), { expiresIn: 60, signingDate });
  const good = await fetch(await link('files/a', new Date()));
  expect([good.status, await good.text()]).toEqual([200, 'body of files/a']);
  expect((await fetch(await link('bundles/a', new Date()))).status).toBe(403);
  const late = await fetch(await link('files/a', new Date(Date.now() - 120_000)), {
    headers: { origin: 'http://127.0.0.1:4500' },
  });
  expect(late.status).toBe(403);
  expect(late.headers.get('access-control-allow-origin')).toBe('*');
  expect(await late.text()).toContain('Request has expired');
});

test("a browser's preflight for an upload is answered by the bucket's rules", async () => {
  await s3('ADMIN').send(
    new PutBucketCorsCommand({
      Bucket,
      CORSConfiguration: {
        CORSRules: [
          { AllowedMethods: ['PUT'], AllowedOrigins: ['http://127.0.0.1:4500'], AllowedHeaders: ['*'] },
        ],
      },
    }),
  );
  const upload = new PutObjectCommand({ Bucket, Key: 'files/b' });
  // The browser asks about the very link it is going to use, which was signed for PUT.
  const link = await getSignedUrl(s3('ADMIN'), upload, { expiresIn: 60 });
  const preflight = (origin: string) =>
    fetch(link, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
  expect((await preflight('http://127.0.0.1:4500')).status).toBe(200);
  expect((await preflight('http://evil.example')).status).toBe(403);
});

test('an object created is told to the queue of the bucket', async () => {
  const sqs = new SQSClient(config('ADMIN'));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'uploaded' }));
  await s3('ADMIN').send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            QueueArn: `arn:aws:sqs:${region}:000000000000:uploaded`,
            Events: ['s3:ObjectCreated:*'],
            Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'files/' }] } },
          },
        ],
      },
    }),
  );
  await s3('ADMIN').send(new PutObjectCommand({ Bucket, Key: 'bundles/b', Body: 'x' }));
  await s3('ADMIN').send(new PutObjectCommand({ Bucket, Key: 'files/图 1.pdf', Body: 'x' }));
  const keys: string[] = [];
  for (let i = 0; i < 3 && !keys.includes('files/%E5%9B%BE+1.pdf'); i += 1) {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 2, MaxNumberOfMessages: 10 }),
    );
    for (const message of Messages ?? [])
      keys.push(
        ...(JSON.parse(message.Body ?? '{}').Records ?? []).map(
          (r: { s3: { object: { key: string } } }) => r.s3.object.key,
        ),
      );
  }
  expect(keys).toEqual(['files/%E5%9B%BE+1.pdf']);
}, 15_000);

test('throttling and cut connections can be injected', async () => {
  const put = () => s3('ADMIN').send(new PutObjectCommand({ Bucket, Key: 'files/c', Body: 'x' }));
  endpoint.inject({ kind: 'throttle', action: 's3:PutObject' });
  await expect(put()).rejects.toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
  endpoint.inject({ kind: 'drop', service: 's3', principal: 'admin' });
  await expect(put()).rejects.toThrow();
  await expect(put()).resolves.toBeDefined();
});
