import { GetObjectCommand, PutBucketCorsCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUCKET, makeBucket, put } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

const ORIGIN = 'http://127.0.0.1:4500';
let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
  await put(client, 'doc', 'x');
  const rule = {
    AllowedOrigins: [ORIGIN, 'https://*.example.cn'],
    AllowedMethods: ['GET', 'PUT'],
    AllowedHeaders: ['x-amz-checksum-*', 'content-type'],
    ExposeHeaders: ['ETag', 'x-amz-version-id'],
    MaxAgeSeconds: 300,
  };
  await client.send(new PutBucketCorsCommand({ Bucket: BUCKET, CORSConfiguration: { CORSRules: [rule] } }));
});
afterAll(() => s3.close());

const preflight = (origin: string, method: string, headers = '') =>
  fetch(`${s3.url}/${BUCKET}/any`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
  });

describe('preflight', () => {
  test('is granted without a signature', async () => {
    const answer = await preflight(ORIGIN, 'PUT', 'Content-Type, x-amz-checksum-sha256');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, PUT');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, x-amz-checksum-sha256');
    expect(answer.headers.get('access-control-max-age')).toBe('300');
  });
  test('origins may hold a star', async () => {
    expect((await preflight('https://a.example.cn', 'GET')).status).toBe(200);
  });
  test.each([
    ['another origin', 'http://evil.example', 'GET', ''],
    ['another method', ORIGIN, 'DELETE', ''],
    ['another header', ORIGIN, 'PUT', 'x-amz-acl'],
  ])('%s is refused', async (_, origin, method, headers) => {
    const answer = await preflight(origin, method, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('answers', () => {
  const get = async (origin: string) => {
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: BUCKET, Key: 'doc' }));
    return fetch(url, { headers: { origin } });
  };
  test('carry the headers for an allowed origin, errors too', async () => {
    const answer = await get(ORIGIN);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-expose-headers')).toBe('ETag, x-amz-version-id');
    const error = await fetch(`${s3.url}/${BUCKET}/doc`, { headers: { origin: ORIGIN } });
    expect(error.status).toBe(403);
    expect(error.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });
  test('carry none for another', async () => {
    expect((await get('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});
