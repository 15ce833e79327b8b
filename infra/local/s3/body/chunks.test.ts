import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifySigV4 } from '../../sigv4/verify.ts';
import { decodeChunks } from './chunks.ts';

async function* pieces(data: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

async function decode(data: Buffer, size = 1000, signing?: Parameters<typeof decodeChunks>[1]) {
  const out: Buffer[] = [];
  let trailers = new Map<string, string>();
  for await (const piece of decodeChunks(pieces(data, size), signing, (t) => (trailers = t))) out.push(piece);
  return { data: Buffer.concat(out), trailers };
}

/** The worked example of the AWS documentation: 65 KB of "a" in chunks of 64 KB. */
const example = (first = 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648') =>
  Buffer.concat([
    Buffer.from(`10000;chunk-signature=${first}\r\n`),
    Buffer.alloc(65_536, 'a'),
    Buffer.from(
      '\r\n400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n',
    ),
    Buffer.alloc(1024, 'a'),
    Buffer.from(
      '\r\n0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n',
    ),
  ]);

function exampleSigning() {
  const signedHeaders =
    'content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class';
  const { payload } = verifySigV4(
    {
      method: 'PUT',
      url: '/examplebucket/chunkObject.txt',
      headers: {
        host: 's3.amazonaws.com',
        'x-amz-date': '20130524T000000Z',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '66560',
        'content-length': '66824',
        authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9`,
      },
    },
    () => 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    new Date('2013-05-24T00:00:00Z'),
  );
  if (payload.kind !== 'chunks') throw new Error('not chunked');
  return payload.signing;
}

describe('signed chunks', () => {
  test('the example of the documentation is decoded', async () => {
    const { data } = await decode(example(), 1500, exampleSigning());
    expect(data.equals(Buffer.alloc(66_560, 'a'))).toBe(true);
  });
  test('a changed byte is refused', async () => {
    const body = example();
    body[5000] = 98;
    await expect(decode(body, 1500, exampleSigning())).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });
  test('a wrong chunk signature is refused', async () => {
    await expect(decode(example('00'), 1500, exampleSigning())).rejects.toMatchObject({ status: 403 });
  });
});

describe('framing', () => {
  test('any cut of the stream gives the same bytes and trailers', async () => {
    const chunk = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.array(chunk), fc.integer({ min: 1, max: 97 }), async (chunks, size) => {
        const framed = chunks.flatMap((c) => [
          Buffer.from(`${c.length.toString(16)}\r\n`),
          c,
          Buffer.from('\r\n'),
        ]);
        const end = Buffer.from('0\r\nx-amz-checksum-crc32: AAAA\r\n\r\n');
        const { data, trailers } = await decode(Buffer.concat([...framed, end]), size);
        expect(data.equals(Buffer.concat(chunks))).toBe(true);
        expect(trailers).toEqual(new Map([['x-amz-checksum-crc32', 'AAAA']]));
      }),
      { numRuns: 50 },
    );
  });
  test.each([
    ['no size', 'zz\r\n'],
    ['a chunk longer than it says', '2\r\nabc\r\n0\r\n\r\n'],
    ['a trailer without colon', '0\r\nabc\r\n\r\n'],
    ['a header without end', 'a'.repeat(40_000)],
  ])('%s is refused', async (_, body) => {
    await expect(decode(Buffer.from(body))).rejects.toMatchObject({ status: 400 });
  });
  test('a body that ends early is incomplete', async () => {
    await expect(decode(Buffer.from('5\r\nab'))).rejects.toMatchObject({ code: 'IncompleteBody' });
    await expect(decode(Buffer.from('2\r\nab\r\n'))).rejects.toMatchObject({ code: 'IncompleteBody' });
  });
});
