import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Endpoint, startAwsEndpoint } from './endpoint.ts';

type Seen = { method: string; url: string; host: string; authorization: string; body: Buffer };

let seen: Seen[] = [];
let answer: { status: number; body: string } = { status: 200, body: '{}' };
const other = createServer((req: IncomingMessage, res) => {
  buffer(req).then(
    (body) => {
      const { host = '', authorization = '' } = req.headers;
      seen.push({ method: req.method ?? '', url: req.url ?? '', host, authorization, body });
      res.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', 'x-from': 'other' });
      res.end(answer.body);
    },
    () => res.destroy(),
  );
});

let endpoint: Endpoint;
let dataDir: string;
let otherUrl: string;
const credentials = { accessKeyId: 'ANY', secretAccessKey: 'any-secret' };
const access = () => ({ endpoint: endpoint.url, region: 'ap-southeast-1', credentials, maxAttempts: 1 });

beforeAll(async () => {
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  otherUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  dataDir = mkdtempSync(join(tmpdir(), 'pass-on-'));
  endpoint = await startAwsEndpoint({
    port: 0,
    region: 'ap-southeast-1',
    dataDir,
    engines: { dynamodb: { url: otherUrl }, queues: { url: otherUrl } },
    elsewhere: { url: otherUrl, services: new Set(['dynamodb', 's3']) },
  });
  endpoint.addPrincipal({ ...credentials, name: 'all', statements: 'everything' });
});
afterAll(async () => {
  await endpoint.close();
  other.closeAllConnections();
  other.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  seen = [];
  answer = { status: 200, body: '{}' };
});

describe('services served elsewhere', () => {
  test('get the request as it was signed, host included, and their answer comes back', async () => {
    answer = { status: 200, body: '{"TableNames":["far-away"]}' };
    const client = new DynamoDBClient(access());
    const { TableNames } = await client.send(new ListTablesCommand({}));
    client.destroy();
    expect(TableNames).toEqual(['far-away']);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.host).toBe(new URL(endpoint.url).host);
    expect(seen[0]?.authorization).toContain('Credential=ANY/');
  });

  test('get the whole body of an upload', async () => {
    answer = { status: 200, body: '' };
    const Body = Buffer.alloc(3_000_000, 7);
    const client = new S3Client({ ...access(), forcePathStyle: true });
    await client.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'a/钻孔.csv', Body }));
    client.destroy();
    expect(seen[0]).toMatchObject({ method: 'PUT', url: expect.stringMatching(/^\/bucket\/a\/%E9/) });
    expect(seen[0]?.body.includes(Body)).toBe(true);
  });

  test('get presigned links with their query', async () => {
    answer = { status: 200, body: 'content' };
    const client = new S3Client({ ...access(), forcePathStyle: true });
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'bucket', Key: 'k' }));
    client.destroy();
    const reply = await fetch(url);
    expect([await reply.text(), reply.headers.get('x-from')]).toEqual(['content', 'other']);
    expect(seen[0]?.url).toBe(url.slice(endpoint.url.length));
  });

  test('answer with their own errors', async () => {
    answer = { status: 400, body: '{"__type":"x#ResourceNotFoundException","message":"no"}' };
    const client = new DynamoDBClient(access());
    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    client.destroy();
  });
});

describe('services served here', () => {
  test('never reach the other endpoint', async () => {
    const client = new KMSClient(access());
    expect((await client.send(new ListKeysCommand({}))).Keys).toEqual([]);
    client.destroy();
    expect((await fetch(`${endpoint.url}/pool/.well-known/jwks.json`)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  test('still check signatures', async () => {
    const wrong = { accessKeyId: 'ANY', secretAccessKey: 'wrong' };
    const client = new KMSClient({ ...access(), credentials: wrong });
    await expect(client.send(new ListKeysCommand({}))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    client.destroy();
  });
});

test('an endpoint that is gone is an error, not a wait', async () => {
  const alone = await startAwsEndpoint({
    port: 0,
    region: 'ap-southeast-1',
    dataDir: join(dataDir, 'alone'),
    engines: { dynamodb: { url: otherUrl }, queues: { url: otherUrl } },
    elsewhere: { url: 'http://127.0.0.1:9', services: new Set(['dynamodb']) },
  });
  const client = new DynamoDBClient({ ...access(), endpoint: alone.url });
  await expect(client.send(new ListTablesCommand({}))).rejects.toThrow();
  client.destroy();
  await alone.close();
});
