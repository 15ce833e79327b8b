import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { HeadObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BUCKET, makeBucket, put, read } from '../local/s3/testing/helpers.ts';
import { startTestS3, type TestS3 } from '../local/s3/testing/server.ts';
import { uploadSite } from './upload.ts';

const target = {
  site: 'portal' as const,
  bucket: BUCKET,
  distribution: 'E123',
  address: 'd1.cloudfront.net',
  config: '{"deployment":"example"}',
};

let s3: TestS3;
let client: S3Client;
let folder = '';
let invalidated: CreateInvalidationCommand['input'][] = [];
const cloudfront = {
  send: async ({ input }: CreateInvalidationCommand) => invalidated.push(input),
};

beforeEach(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
  invalidated = [];
  folder = mkdtempSync(join(tmpdir(), 'geoarchive-deploy-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>门户');
  writeFileSync(join(folder, 'assets', 'a b-1.js'), 'export {}');
});
afterEach(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const keys = async () =>
  (await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))).Contents?.map(({ Key }) => Key);

test('puts every file with its type, and the configuration', async () => {
  expect(await uploadSite({ s3: client, cloudfront }, target, folder, 'r1')).toBe(3);
  expect(await keys()).toEqual(['assets/a b-1.js', 'config.json', 'index.html']);
  expect(await read(client, 'index.html')).toBe('<!doctype html>门户');
  expect(await read(client, 'config.json')).toBe(target.config);
  const script = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'assets/a b-1.js' }));
  expect(script.ContentType).toBe('text/javascript; charset=utf-8');
  expect(script.CacheControl).toContain('immutable');
});

test('makes CloudFront ask anew, once, when all is there', async () => {
  await uploadSite({ s3: client, cloudfront }, target, folder, 'r1');
  expect(invalidated).toEqual([
    {
      DistributionId: 'E123',
      InvalidationBatch: { CallerReference: 'r1', Paths: { Quantity: 1, Items: ['/*'] } },
    },
  ]);
});

test('files of an earlier build stay for pages that are open', async () => {
  await put(client, 'assets/old-0.js', 'old');
  await uploadSite({ s3: client, cloudfront }, target, folder, 'r1');
  expect(await read(client, 'assets/old-0.js')).toBe('old');
});

test('an upload that fails shows nobody a new page', async () => {
  await put(client, 'index.html', 'old page');
  const failing = {
    send: async (command: Parameters<S3Client['send']>[0]) => {
      if (JSON.stringify(command.input).includes('a b-1.js')) throw new Error('AccessDenied');
      return client.send(command);
    },
  };
  // Of the client's many signatures, uploading uses the one that takes a command.
  const s3Failing = failing as unknown as S3Client;
  await expect(uploadSite({ s3: s3Failing, cloudfront }, target, folder, 'r1')).rejects.toThrow(
    'AccessDenied',
  );
  expect(await read(client, 'index.html')).toBe('old page');
  expect(invalidated).toEqual([]);
});
