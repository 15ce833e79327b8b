import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseSource } from './copy-source.ts';
import { BUCKET, bytes, enableVersions, makeBucket, put, read, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

const OTHER = 'other-bucket';
const MIB = 1024 ** 2;
let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
  await makeBucket(client, { Bucket: OTHER });
});
afterAll(() => s3.close());

const copy = (source: string, Key: string, more: object = {}) =>
  client.send(new CopyObjectCommand({ Bucket: BUCKET, Key, CopySource: source, ...more }));
const head = (Key: string, Bucket = BUCKET) =>
  client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));

describe('CopyObject', () => {
  test('copies bytes, headers, metadata and the kind of checksum', async () => {
    const sent = { ContentType: 'text/csv', Metadata: { a: '1' } };
    await put(client, '源/文件 1+2.csv', 'data', { ...sent, Bucket: OTHER });
    const result = await copy(`${OTHER}/${encodeURIComponent('源/文件 1+2.csv')}`, 'copied');
    const [from, to] = [await head('源/文件 1+2.csv', OTHER), await head('copied')];
    expect(to).toMatchObject({ ...sent, ETag: from.ETag, ChecksumCRC32: from.ChecksumCRC32 });
    expect(result.CopyObjectResult).toMatchObject({ ETag: from.ETag, ChecksumCRC32: from.ChecksumCRC32 });
    expect(await read(client, 'copied')).toBe('data');
  });

  test('can take other metadata and another checksum', async () => {
    await put(client, 'plain', 'data', { Metadata: { a: '1' } });
    await copy(`${BUCKET}/plain`, 'retold', {
      MetadataDirective: 'REPLACE',
      Metadata: { b: '2' },
      ChecksumAlgorithm: 'SHA256',
    });
    const to = await head('retold');
    expect(to.Metadata).toEqual({ b: '2' });
    expect(to.ChecksumSHA256).toBe('Om6weQ85rIfJTzhWst0sXREOaBFgImGpqSPTuyOtyLc=');
  });

  test('of a named version', async () => {
    await makeBucket(client, { Bucket: 'versioned' });
    await put(client, 'v', 'old', { Bucket: BUCKET });
    await enableVersions(client);
    const { VersionId } = await put(client, 'v', 'middle');
    await put(client, 'v', 'new');
    const { CopySourceVersionId } = await copy(`${BUCKET}/v?versionId=${VersionId}`, 'from-version');
    expect(CopySourceVersionId).toBe(VersionId);
    expect(await read(client, 'from-version')).toBe('middle');
  });

  test('needs GetObject on the source and PutObject on the target', async () => {
    await put(client, 'rights', 'x', { Bucket: OTHER });
    s3.asked.length = 0;
    await copy(`${OTHER}/rights`, 'rights-copy');
    expect(s3.asked).toEqual([
      { action: 's3:PutObject', arn: `arn:aws-cn:s3:::${BUCKET}/rights-copy` },
      { action: 's3:GetObject', arn: `arn:aws-cn:s3:::${OTHER}/rights` },
    ]);
    for (const action of ['s3:GetObject', 's3:PutObject']) {
      s3.denied.add(action);
      expect((await refusal(copy(`${OTHER}/rights`, 'rights-copy'))).name).toBe('AccessDenied');
      s3.denied.clear();
    }
  });

  test('refusals: missing source, onto itself, condition, malformed source', async () => {
    const { ETag } = await put(client, 'self');
    expect((await refusal(copy(`${BUCKET}/absent`, 'x'))).name).toBe('NoSuchKey');
    expect((await refusal(copy('absent-bucket/a', 'x'))).name).toBe('NoSuchBucket');
    expect((await refusal(copy(`${BUCKET}/self`, 'self'))).name).toBe('InvalidRequest');
    expect((await refusal(copy(`${BUCKET}/self`, 'x', { CopySourceIfNoneMatch: ETag }))).status).toBe(412);
    expect((await refusal(copy('nonsense', 'x'))).name).toBe('InvalidArgument');
  });
});

describe('UploadPartCopy', () => {
  test('puts an object together from ranges of others', async () => {
    const data = bytes(11 * MIB);
    await put(client, 'big', data);
    await put(client, 'tail', 'tail');
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'joined' }),
    );
    const part = async (PartNumber: number, CopySource: string, CopySourceRange?: string) => {
      const { CopyPartResult } = await client.send(
        new UploadPartCopyCommand({
          Bucket: BUCKET,
          Key: 'joined',
          UploadId,
          PartNumber,
          CopySource,
          ...(CopySourceRange && { CopySourceRange }),
        }),
      );
      return { PartNumber, ETag: CopyPartResult?.ETag };
    };
    const Parts = [
      await part(1, `${BUCKET}/big`, `bytes=10-${6 * MIB}`),
      await part(2, `${BUCKET}/big`),
      await part(3, `${BUCKET}/tail`),
    ];
    await client.send(
      new CompleteMultipartUploadCommand({
        Bucket: BUCKET,
        Key: 'joined',
        UploadId,
        MultipartUpload: { Parts },
      }),
    );
    const whole = Buffer.concat([data.subarray(10, 6 * MIB + 1), data, Buffer.from('tail')]);
    expect((await head('joined')).ContentLength).toBe(whole.length);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'joined' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(whole)).toBe(true);
    expect((await refusal(part(1, `${BUCKET}/big`, `bytes=0-${11 * MIB}`))).name).toBe('NoSuchUpload');
  });

  test('a range beyond the source is refused', async () => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'r' }));
    for (const CopySourceRange of ['bytes=0-4', 'bytes=3-2', 'bytes=-2']) {
      const call = client.send(
        new UploadPartCopyCommand({
          Bucket: BUCKET,
          Key: 'r',
          UploadId,
          PartNumber: 1,
          CopySource: `${BUCKET}/tail`,
          CopySourceRange,
        }),
      );
      expect((await refusal(call)).name).toBe('InvalidArgument');
    }
  });
});

test('parseSource', () => {
  expect(parseSource('/b/a%2Fc%3Fx?versionId=v')).toEqual({ bucket: 'b', key: 'a/c?x', versionId: 'v' });
  expect(parseSource('b/k')).toEqual({ bucket: 'b', key: 'k', versionId: undefined });
});
