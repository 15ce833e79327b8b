import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandInput,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hasher } from './body/hashers.ts';
import { BUCKET, bytes, makeBucket, put, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

const MIB = 1024 ** 2;
let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  // As the system's own uploads do: no checksum unless one is asked for.
  client = s3.client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  await makeBucket(client);
});
afterAll(() => s3.close());

const parts = [bytes(5 * MIB, 1), bytes(5 * MIB + 7, 2), bytes(3, 3)];
const whole = Buffer.concat(parts);
const md5 = (data: Buffer) => createHash('md5').update(data).digest();
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('base64');

async function start(Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}): Promise<string> {
  const { UploadId = '' } = await client.send(
    new CreateMultipartUploadCommand({ Bucket: BUCKET, Key, ...more }),
  );
  return UploadId;
}
const upload = (
  Key: string,
  UploadId: string,
  PartNumber: number,
  Body: Buffer,
  more: Partial<UploadPartCommandInput> = {},
) => client.send(new UploadPartCommand({ Bucket: BUCKET, Key, UploadId, PartNumber, Body, ...more }));
const complete = (
  Key: string,
  UploadId: string,
  Parts: CompletedPart[],
  more: Partial<CompleteMultipartUploadCommandInput> = {},
) =>
  client.send(
    new CompleteMultipartUploadCommand({
      Bucket: BUCKET,
      Key,
      UploadId,
      MultipartUpload: { Parts },
      ...more,
    }),
  );

async function uploadAll(Key: string, UploadId: string, checksums = false): Promise<CompletedPart[]> {
  const done: CompletedPart[] = [];
  for (const [i, body] of parts.entries()) {
    const ChecksumSHA256 = sha256(body);
    const { ETag = '' } = await upload(Key, UploadId, i + 1, body, checksums ? { ChecksumSHA256 } : {});
    done.push({ PartNumber: i + 1, ETag, ...(checksums && { ChecksumSHA256 }) });
  }
  return done;
}

async function crc64(data: Buffer): Promise<string> {
  const h = await hasher('CRC64NVME');
  h.update(data);
  return h.digest().toString('base64');
}

describe('a multipart upload', () => {
  test('becomes one object: bytes, ETag, full-object CRC64NVME, parts', async () => {
    const id = await start('whole', { ContentType: 'image/tiff', Metadata: { a: 'b' } });
    const done = await uploadAll('whole', id);
    const result = await complete('whole', id, done);
    expect(result.ETag).toBe(`"${md5(Buffer.concat(parts.map(md5))).toString('hex')}-3"`);
    expect(result).toMatchObject({ ChecksumType: 'FULL_OBJECT', ChecksumCRC64NVME: await crc64(whole) });
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'whole' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(whole)).toBe(true);
    expect(got).toMatchObject({ ContentType: 'image/tiff', Metadata: { a: 'b' } });
  });

  test('is read by part number and by ranges across parts', async () => {
    const get = (more: object) =>
      client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'whole', ...more }));
    const part = await get({ PartNumber: 2 });
    expect(part).toMatchObject({ PartsCount: 3, ContentLength: 5 * MIB + 7 });
    expect(
      Buffer.from((await part.Body?.transformToByteArray()) ?? []).equals(parts[1] ?? Buffer.alloc(0)),
    ).toBe(true);
    const [from, to] = [5 * MIB - 3, 10 * MIB + 9];
    const range = await get({ Range: `bytes=${from}-${to}` });
    expect(
      Buffer.from((await range.Body?.transformToByteArray()) ?? []).equals(whole.subarray(from, to + 1)),
    ).toBe(true);
    expect((await refusal(get({ PartNumber: 4 }))).name).toBe('InvalidArgument');
  });

  test('with SHA-256: composite checksum, parts in GetObjectAttributes', async () => {
    const id = await start('sha', { ChecksumAlgorithm: 'SHA256' });
    const result = await complete('sha', id, await uploadAll('sha', id, true));
    const digests = parts.map((p) => createHash('sha256').update(p).digest());
    const composite = createHash('sha256').update(Buffer.concat(digests)).digest('base64');
    expect(result).toMatchObject({ ChecksumSHA256: `${composite}-3`, ChecksumType: 'COMPOSITE' });
    const head = await client.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'sha', ChecksumMode: 'ENABLED' }),
    );
    expect(head.ChecksumSHA256).toBe(`${composite}-3`);
    const attributes = await client.send(
      new GetObjectAttributesCommand({
        Bucket: BUCKET,
        Key: 'sha',
        ObjectAttributes: ['Checksum', 'ObjectParts', 'ObjectSize', 'ETag'],
      }),
    );
    expect(attributes).toMatchObject({
      ObjectSize: whole.length,
      Checksum: { ChecksumSHA256: composite, ChecksumType: 'COMPOSITE' },
      ObjectParts: { TotalPartsCount: 3, Parts: [{ PartNumber: 1, Size: 5 * MIB }, {}, { Size: 3 }] },
    });
  });

  test('a part may be sent again; the last one counts, parts left out are dropped', async () => {
    const id = await start('again');
    await upload('again', id, 1, bytes(10, 9));
    const { ETag = '' } = await upload('again', id, 1, bytes(10, 8));
    await upload('again', id, 2, bytes(10, 7));
    await complete('again', id, [{ PartNumber: 1, ETag }]);
    const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'again' }));
    expect(ContentLength).toBe(10);
  });

  test('ends: completing twice, or uploading afterwards, finds no upload', async () => {
    const id = await start('ended');
    const { ETag = '' } = await upload('ended', id, 1, bytes(10));
    await complete('ended', id, [{ PartNumber: 1, ETag }]);
    expect((await refusal(complete('ended', id, [{ PartNumber: 1, ETag }]))).name).toBe('NoSuchUpload');
    expect((await refusal(upload('ended', id, 2, bytes(10)))).name).toBe('NoSuchUpload');
  });

  test('honours If-None-Match when it completes, and stays for another try', async () => {
    await put(client, 'taken');
    const id = await start('taken');
    const { ETag = '' } = await upload('taken', id, 1, bytes(10));
    const blocked = complete('taken', id, [{ PartNumber: 1, ETag }], { IfNoneMatch: '*' });
    expect(await refusal(blocked)).toMatchObject({ name: 'PreconditionFailed', status: 412 });
    await complete('taken', id, [{ PartNumber: 1, ETag }]);
  });
});

describe('refusals', () => {
  test('parts: unknown, wrong ETag, wrong order, none', async () => {
    const id = await start('bad');
    const { ETag = '' } = await upload('bad', id, 1, parts[0] ?? Buffer.alloc(0));
    const second = await upload('bad', id, 2, bytes(3));
    const names = async (list: CompletedPart[]) => (await refusal(complete('bad', id, list))).name;
    expect(await names([{ PartNumber: 1, ETag: '"0"' }])).toBe('InvalidPart');
    expect(await names([{ PartNumber: 3, ETag }])).toBe('InvalidPart');
    expect(
      await names([
        { PartNumber: 2, ETag: second.ETag },
        { PartNumber: 1, ETag },
      ]),
    ).toBe('InvalidPartOrder');
    expect(await names([])).toBe('MalformedXML');
    await complete('bad', id, [
      { PartNumber: 1, ETag },
      { PartNumber: 2, ETag: second.ETag },
    ]);
  });

  test('5 MiB − 1 is too small for any part but the last, 5 MiB is not', async () => {
    const id = await start('small');
    const last = await upload('small', id, 2, bytes(1));
    const small = await upload('small', id, 1, bytes(5 * MIB - 1));
    const list = (ETag: string | undefined) => [
      { PartNumber: 1, ETag },
      { PartNumber: 2, ETag: last.ETag },
    ];
    expect((await refusal(complete('small', id, list(small.ETag)))).name).toBe('EntityTooSmall');
    const big = await upload('small', id, 1, bytes(5 * MIB));
    await complete('small', id, list(big.ETag));
  });

  test('part numbers outside 1 … 10 000', async () => {
    const id = await start('numbers');
    for (const n of [0, 10_001])
      expect((await refusal(upload('numbers', id, n, bytes(1)))).name).toBe('InvalidArgument');
    await upload('numbers', id, 10_000, bytes(1));
  });

  test('a part with another checksum than the upload was made for, or none', async () => {
    const id = await start('kinds', { ChecksumAlgorithm: 'SHA256' });
    const other = upload('kinds', id, 1, bytes(3), { ChecksumAlgorithm: 'CRC32' });
    expect(await refusal(other)).toMatchObject({
      name: 'InvalidRequest',
      message: 'Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32',
    });
    expect((await refusal(upload('kinds', id, 1, bytes(3)))).name).toBe('InvalidRequest');
    const wrong = upload('kinds', id, 1, bytes(3), { ChecksumSHA256: sha256(bytes(4)) });
    expect((await refusal(wrong)).name).toBe('BadDigest');
    const { ETag = '' } = await upload('kinds', id, 1, bytes(3), { ChecksumSHA256: sha256(bytes(3)) });
    expect((await refusal(complete('kinds', id, [{ PartNumber: 1, ETag }]))).name).toBe('InvalidRequest');
  });

  test('a whole-object checksum, size or type that lies', async () => {
    const id = await start('lies', { ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'FULL_OBJECT' });
    const { ETag = '' } = await upload('lies', id, 1, bytes(10));
    const attempt = (more: object) => complete('lies', id, [{ PartNumber: 1, ETag }], more);
    expect((await refusal(attempt({ ChecksumCRC64NVME: await crc64(bytes(11)) }))).name).toBe('BadDigest');
    expect((await refusal(attempt({ MpuObjectSize: 11 }))).name).toBe('InvalidRequest');
    expect((await refusal(attempt({ ChecksumType: 'COMPOSITE' }))).name).toBe('InvalidRequest');
    await attempt({
      ChecksumCRC64NVME: await crc64(bytes(10)),
      MpuObjectSize: 10,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  test('pairs of algorithm and type that S3 does not have', async () => {
    for (const [ChecksumAlgorithm, ChecksumType] of [
      ['SHA256', 'FULL_OBJECT'],
      ['CRC64NVME', 'COMPOSITE'],
    ] as const) {
      expect((await refusal(start('pair', { ChecksumAlgorithm, ChecksumType }))).name).toBe('InvalidRequest');
    }
  });
});

describe('listing and aborting', () => {
  test('ListParts in pages', async () => {
    const id = await start('pages');
    for (const n of [1, 2, 5, 9, 10]) await upload('pages', id, n, bytes(n));
    const seen: [number, number][] = [];
    let PartNumberMarker: string | undefined;
    do {
      const page = await client.send(
        new ListPartsCommand({
          Bucket: BUCKET,
          Key: 'pages',
          UploadId: id,
          MaxParts: 2,
          ...(PartNumberMarker && { PartNumberMarker }),
        }),
      );
      seen.push(...(page.Parts ?? []).map((p): [number, number] => [p.PartNumber ?? 0, p.Size ?? 0]));
      PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
    } while (PartNumberMarker !== undefined);
    expect(seen).toEqual([1, 2, 5, 9, 10].map((n) => [n, n]));
  });

  test('an aborted upload is gone from the list', async () => {
    const id = await start('aborted/a');
    await upload('aborted/a', id, 1, bytes(10));
    const list = () => client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix: 'aborted/' }));
    expect((await list()).Uploads?.map((u) => u.UploadId)).toEqual([id]);
    await client.send(new AbortMultipartUploadCommand({ Bucket: BUCKET, Key: 'aborted/a', UploadId: id }));
    expect((await list()).Uploads ?? []).toEqual([]);
    expect(
      (await refusal(client.send(new ListPartsCommand({ Bucket: BUCKET, Key: 'aborted/a', UploadId: id }))))
        .name,
    ).toBe('NoSuchUpload');
  });
});

test('the defaults of the SDK (CRC32 on each part, none asked for) work and are verified', async () => {
  const plain = s3.client();
  const { UploadId } = await plain.send(
    new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'defaults' }),
  );
  const part = await plain.send(
    new UploadPartCommand({ Bucket: BUCKET, Key: 'defaults', UploadId, PartNumber: 1, Body: bytes(9) }),
  );
  expect(part.ChecksumCRC32).toBeDefined();
  const Parts = [{ PartNumber: 1, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 }];
  const result = await plain.send(
    new CompleteMultipartUploadCommand({
      Bucket: BUCKET,
      Key: 'defaults',
      UploadId,
      MultipartUpload: { Parts },
    }),
  );
  expect(result.ChecksumCRC64NVME).toBe(await crc64(bytes(9)));
});
