import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeRfc3986 } from '../sigv4/encode.ts';
import { BUCKET, makeBucket, put, read, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;
let outside: string[];

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
  outside = readdirSync(dirname(s3.dataDir)).filter((n) => n.includes('escape'));
});
afterAll(() => s3.close());

const KEYS = [
  '../escape',
  '../../../../../../tmp/escape',
  'a/../../escape',
  './a',
  '/leading',
  '//',
  'folder/',
  'trailing...',
  'trailing ',
  ' leading',
  'nul\0inside',
  'line\nbreak',
  'a%2Fb',
  'a+b c',
  '勘查报告（附图）.pdf',
  'e\u0301 is not \u00e9',
  '🪨🧭',
  'quote\'"<&>',
  'query?x=1#y',
  '*',
  'con',
  'x'.repeat(1024),
  '石'.repeat(341),
];

describe('keys', () => {
  test.each(KEYS)('%j is stored and listed as it is', async (key) => {
    await put(client, key, `content of ${key}`);
    expect(await read(client, key)).toBe(`content of ${key}`);
  });

  test('all are listed in the order of their bytes, none left the data folder', async () => {
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, EncodingType: 'url' }));
    const order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(Contents?.map((c) => decodeURIComponent(c.Key ?? ''))).toEqual([...KEYS].sort(order));
    expect(Contents?.find((c) => c.Key?.includes('quote'))?.Key).toBe(encodeRfc3986('quote\'"<&>'));
    expect(readdirSync(dirname(s3.dataDir)).filter((n) => n.includes('escape'))).toEqual(outside);
  });

  test('1025 bytes are too long', async () => {
    expect(await refusal(put(client, 'x'.repeat(1025)))).toMatchObject({
      name: 'KeyTooLongError',
      status: 400,
    });
  });
});
