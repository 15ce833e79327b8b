import * as sdk from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BUCKET, enableVersions, makeBucket, put, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: sdk.S3Client;
let UploadId: string | undefined;
let VersionId: string | undefined;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client, { ObjectLockEnabledForBucket: true });
  await enableVersions(client);
  ({ VersionId } = await put(client, 'k'));
  ({ UploadId } = await client.send(new sdk.CreateMultipartUploadCommand({ Bucket: BUCKET, Key: 'k' })));
});
afterAll(() => s3.close());
beforeEach(() => {
  s3.asked.length = 0;
  s3.denied.clear();
});

const o = { Bucket: BUCKET, Key: 'k' };
const b = { Bucket: BUCKET };
const future = new Date(Date.now() + 86_400_000);

/** What the IAM reference ("Actions, resources, and condition keys for Amazon S3") asks for each operation. */
const CASES: [
  name: string,
  action: string,
  resource: 'object' | 'bucket' | '*',
  call: () => Promise<unknown>,
][] = [
  ['PutObject', 's3:PutObject', 'object', () => put(client, 'k')],
  ['PutObject with tags', 's3:PutObjectTagging', 'object', () => put(client, 'k', 'x', { Tagging: 'a=b' })],
  ['GetObject', 's3:GetObject', 'object', () => client.send(new sdk.GetObjectCommand(o))],
  [
    'GetObject of a version',
    's3:GetObjectVersion',
    'object',
    () => client.send(new sdk.GetObjectCommand({ ...o, VersionId })),
  ],
  ['HeadObject', 's3:GetObject', 'object', () => client.send(new sdk.HeadObjectCommand(o))],
  [
    'GetObjectAttributes',
    's3:GetObjectAttributes',
    'object',
    () => client.send(new sdk.GetObjectAttributesCommand({ ...o, ObjectAttributes: ['ETag'] })),
  ],
  [
    'DeleteObject',
    's3:DeleteObject',
    'object',
    () => client.send(new sdk.DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' })),
  ],
  [
    'DeleteObject of a version',
    's3:DeleteObjectVersion',
    'object',
    () => client.send(new sdk.DeleteObjectCommand({ ...o, VersionId: 'v' })),
  ],
  ['ListObjectsV2', 's3:ListBucket', 'bucket', () => client.send(new sdk.ListObjectsV2Command(b))],
  ['HeadBucket', 's3:ListBucket', 'bucket', () => client.send(new sdk.HeadBucketCommand(b))],
  [
    'ListObjectVersions',
    's3:ListBucketVersions',
    'bucket',
    () => client.send(new sdk.ListObjectVersionsCommand(b)),
  ],
  ['ListBuckets', 's3:ListAllMyBuckets', '*', () => client.send(new sdk.ListBucketsCommand({}))],
  [
    'CreateMultipartUpload',
    's3:PutObject',
    'object',
    () => client.send(new sdk.CreateMultipartUploadCommand(o)),
  ],
  [
    'UploadPart',
    's3:PutObject',
    'object',
    () => client.send(new sdk.UploadPartCommand({ ...o, UploadId, PartNumber: 1, Body: 'x' })),
  ],
  [
    'ListParts',
    's3:ListMultipartUploadParts',
    'object',
    () => client.send(new sdk.ListPartsCommand({ ...o, UploadId })),
  ],
  [
    'ListMultipartUploads',
    's3:ListBucketMultipartUploads',
    'bucket',
    () => client.send(new sdk.ListMultipartUploadsCommand(b)),
  ],
  [
    'AbortMultipartUpload',
    's3:AbortMultipartUpload',
    'object',
    () => client.send(new sdk.AbortMultipartUploadCommand({ ...o, UploadId })),
  ],
  [
    'PutObjectRetention',
    's3:PutObjectRetention',
    'object',
    () =>
      client.send(
        new sdk.PutObjectRetentionCommand({
          ...o,
          Retention: { Mode: 'GOVERNANCE', RetainUntilDate: future },
        }),
      ),
  ],
  [
    'GetObjectRetention',
    's3:GetObjectRetention',
    'object',
    () => client.send(new sdk.GetObjectRetentionCommand(o)),
  ],
  [
    'PutObjectLegalHold',
    's3:PutObjectLegalHold',
    'object',
    () => client.send(new sdk.PutObjectLegalHoldCommand({ ...o, LegalHold: { Status: 'OFF' } })),
  ],
  [
    'GetObjectLegalHold',
    's3:GetObjectLegalHold',
    'object',
    () => client.send(new sdk.GetObjectLegalHoldCommand(o)),
  ],
  [
    'PutObjectTagging',
    's3:PutObjectTagging',
    'object',
    () =>
      client.send(new sdk.PutObjectTaggingCommand({ ...o, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } })),
  ],
  [
    'GetObjectTagging',
    's3:GetObjectTagging',
    'object',
    () => client.send(new sdk.GetObjectTaggingCommand(o)),
  ],
  ['GetBucketCors', 's3:GetBucketCORS', 'bucket', () => client.send(new sdk.GetBucketCorsCommand(b))],
  [
    'GetBucketVersioning',
    's3:GetBucketVersioning',
    'bucket',
    () => client.send(new sdk.GetBucketVersioningCommand(b)),
  ],
  [
    'GetBucketNotification',
    's3:GetBucketNotification',
    'bucket',
    () => client.send(new sdk.GetBucketNotificationConfigurationCommand(b)),
  ],
  ['DeleteBucket', 's3:DeleteBucket', 'bucket', () => client.send(new sdk.DeleteBucketCommand(b))],
];

describe('the right that each operation asks for', () => {
  test.each(CASES)('%s: %s on the %s', async (_, action, resource, call) => {
    const arn = { object: `arn:aws-cn:s3:::${BUCKET}/k`, bucket: `arn:aws-cn:s3:::${BUCKET}`, '*': '*' }[
      resource
    ];
    s3.denied.add(action);
    const refused = await refusal(call());
    expect(refused.status).toBe(403);
    expect(s3.asked).toContainEqual({ action, arn });
    s3.denied.clear();
    if (action === 's3:DeleteObject') await put(client, 'k');
  });

  test('DeleteObjects asks for each key and reports per key', async () => {
    s3.denied.add('s3:DeleteObject');
    const Delete = { Objects: [{ Key: 'a' }, { Key: 'b' }] };
    const { Errors } = await client.send(new sdk.DeleteObjectsCommand({ Bucket: BUCKET, Delete }));
    expect(Errors?.map((e) => [e.Key, e.Code])).toEqual([
      ['a', 'AccessDenied'],
      ['b', 'AccessDenied'],
    ]);
    expect(s3.asked.map((q) => q.arn)).toEqual(['a', 'b'].map((k) => `arn:aws-cn:s3:::${BUCKET}/${k}`));
  });

  test('a denied upload stores nothing', async () => {
    s3.denied.add('s3:PutObject');
    await refusal(put(client, 'denied', 'x'.repeat(100_000)));
    s3.denied.clear();
    expect((await refusal(client.send(new sdk.GetObjectCommand({ ...b, Key: 'denied' })))).name).toBe(
      'NoSuchKey',
    );
  });
});

test('operations that are not built here are refused as such', async () => {
  const calls = [
    client.send(new sdk.PutObjectAclCommand({ ...o, ACL: 'public-read' })),
    client.send(new sdk.GetBucketReplicationCommand(b)),
    client.send(
      new sdk.PutBucketAccelerateConfigurationCommand({
        ...b,
        AccelerateConfiguration: { Status: 'Enabled' },
      }),
    ),
  ];
  for (const call of calls)
    expect(await refusal(call)).toMatchObject({ name: 'NotImplemented', status: 501 });
});
