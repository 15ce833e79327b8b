import { createHash } from 'node:crypto';
import { request } from 'node:http';
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUCKET, makeBucket, put, read } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  await makeBucket(client);
  await put(client, 'doc', 'secret');
});
afterAll(() => s3.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const link = (more: object = {}) =>
  getSignedUrl(client, new GetObjectCommand({ Bucket: BUCKET, Key: 'doc', ...more }), { expiresIn: 60 });

async function call(
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('a link to read', () => {
  test('works without credentials, and renames what is downloaded', async () => {
    const disposition = "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf";
    const answer = await call(
      await link({ ResponseContentDisposition: disposition, ResponseContentType: 'application/pdf' }),
    );
    expect(answer).toMatchObject({ status: 200, text: 'secret' });
    expect(answer.headers.get('content-disposition')).toBe(disposition);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-amz-request-id')).toMatch(/^\w+$/);
  });
  test('serves ranges', async () => {
    expect(await call(await link(), { headers: { range: 'bytes=1-3' } })).toMatchObject({
      status: 206,
      text: 'ecr',
    });
  });
  test('refuses a header value that HTTP cannot carry', async () => {
    const answer = await call(await link({ ResponseContentDisposition: 'attachment; filename=报告.pdf' }));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<Code>InvalidArgument</Code>');
  });
  test('expires: 403', async () => {
    const url = await link();
    s3.clock.now = new Date(Date.now() + 61_000);
    const answer = await call(url);
    s3.clock.now = undefined;
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
  });
  test('is good for one key, method and signature only: 403', async () => {
    const url = await link();
    for (const [other, init] of [
      [url.replace('/doc?', '/other?'), {}],
      [url, { method: 'DELETE' }],
      [url.replace(/Signature=(.)/, (_, first) => `Signature=${first === '0' ? 1 : 0}`), {}],
    ] as const) {
      const answer = await call(other, init);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('<Code>SignatureDoesNotMatch</Code>');
    }
  });
  test('without a signature there is nothing: 403', async () => {
    expect((await call(`${s3.url}/${BUCKET}/doc`)).text).toContain('<Code>AccessDenied</Code>');
  });
});

describe('a link to write', () => {
  const signed = (checksum: string) =>
    getSignedUrl(client, new PutObjectCommand({ Bucket: BUCKET, Key: 'in', ChecksumSHA256: checksum }), {
      expiresIn: 60,
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    });

  test('with a signed checksum header takes those bytes and no others', async () => {
    const url = await signed(sha256('right'));
    const headers = { 'x-amz-checksum-sha256': sha256('right') };
    expect((await call(url, { method: 'PUT', body: 'right', headers })).status).toBe(200);
    const wrong = await call(url, { method: 'PUT', body: 'wrong', headers });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('<Code>BadDigest</Code>');
    const other = { 'x-amz-checksum-sha256': sha256('wrong') };
    expect((await call(url, { method: 'PUT', body: 'wrong', headers: other })).text).toContain(
      'SignatureDoesNotMatch',
    );
    expect((await call(url, { method: 'PUT', body: 'wrong' })).text).toContain('SignatureDoesNotMatch');
    expect(await read(client, 'in')).toBe('right');
  });

  test('without one refuses a checksum header: 403', async () => {
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: BUCKET, Key: 'in' }), {
      expiresIn: 60,
    });
    const answer = await call(url, {
      method: 'PUT',
      body: 'x',
      headers: { 'x-amz-checksum-sha256': sha256('x') },
    });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<HeadersNotSigned>x-amz-checksum-sha256</HeadersNotSigned>');
  });

  test('a checksum in the query enforces nothing, as in S3', async () => {
    const url = await getSignedUrl(s3.client(), new PutObjectCommand({ Bucket: BUCKET, Key: 'hoisted' }), {
      expiresIn: 60,
    });
    expect(url).toContain('x-amz-checksum-crc32=');
    expect((await call(url, { method: 'PUT', body: 'anything' })).status).toBe(200);
  });

  test('uploads a part', async () => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'big' }));
    const command = new UploadPartCommand({ Bucket: BUCKET, Key: 'big', UploadId, PartNumber: 1 });
    const answer = await call(await getSignedUrl(client, command, { expiresIn: 60 }), {
      method: 'PUT',
      body: 'part',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  });

  test('a body of unknown length is refused: 411', async () => {
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: BUCKET, Key: 'in' }), {
      expiresIn: 60,
    });
    const status = await new Promise((resolve, reject) => {
      const req = request(url, { method: 'PUT', headers: { 'transfer-encoding': 'chunked' } }, (res) => {
        res.resume();
        resolve(res.statusCode);
      });
      req.on('error', reject);
      req.end('abc');
    });
    expect(status).toBe(411);
  });

  test('a client that goes away half-way leaves nothing', async () => {
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: BUCKET, Key: 'half' }), {
      expiresIn: 60,
    });
    await new Promise<void>((resolve) => {
      const req = request(url, { method: 'PUT', headers: { 'content-length': 1000 } });
      req.on('error', () => resolve());
      req.write('abc');
      setTimeout(() => req.destroy(), 50);
    });
    const answer = await call(
      await getSignedUrl(client, new GetObjectCommand({ Bucket: BUCKET, Key: 'half' })),
    );
    expect(answer.status).toBe(404);
  });
});
