import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type Event,
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applies, eventKey, readRules } from './notifications.ts';
import { BUCKET, enableVersions, makeBucket, put, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

const QUEUE = 'arn:aws-cn:sqs:cn-north-1:000000000000:uploaded';

async function until(done: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!done()) {
    if (Date.now() > deadline) throw new Error('nothing came in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const configure = (
  client: S3Client,
  filter: Record<string, string> = {},
  Events: Event[] = ['s3:ObjectCreated:*'],
) => {
  const FilterRules = Object.entries(filter).map(([Name, Value]) => ({
    Name: Name === 'prefix' ? ('prefix' as const) : ('suffix' as const),
    Value,
  }));
  const one = { Id: 'uploads', QueueArn: QUEUE, Events, Filter: { Key: { FilterRules } } };
  return client.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket: BUCKET,
      NotificationConfiguration: { QueueConfigurations: [one] },
    }),
  );
};

describe('notifications', () => {
  let s3: TestS3;
  let client: S3Client;
  beforeEach(async () => {
    s3 = await startTestS3();
    client = s3.client();
    await makeBucket(client);
  });
  afterEach(() => s3.close());

  const records = () =>
    s3.sent.flatMap(({ body }) => {
      const message: { Records?: { eventName: string; s3: { object: { key: string } } }[] } =
        JSON.parse(body);
      return message.Records ?? [];
    });

  test('start with a test event, once per changed configuration', async () => {
    await configure(client);
    await configure(client);
    await until(() => s3.sent.length === 1);
    expect(JSON.parse(s3.sent[0]?.body ?? '')).toMatchObject({ Event: 's3:TestEvent', Bucket: BUCKET });
    const stored = await client.send(new GetBucketNotificationConfigurationCommand({ Bucket: BUCKET }));
    expect(stored.QueueConfigurations?.[0]).toMatchObject({ Id: 'uploads', QueueArn: QUEUE });
  });

  test('tell of Put, CompleteMultipartUpload and Copy, as S3 words it', async () => {
    await enableVersions(client);
    await configure(client);
    const { VersionId, ETag } = await put(client, 'files/报告 1+2.pdf', 'hello');
    const at = { Bucket: BUCKET, Key: 'files/mp' };
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(at));
    const part = await client.send(new UploadPartCommand({ ...at, UploadId, PartNumber: 1, Body: 'x' }));
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag: part.ETag }] };
    await client.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload }));
    await client.send(
      new CopyObjectCommand({ Bucket: BUCKET, Key: 'files/copy', CopySource: `${BUCKET}/files/mp` }),
    );
    await until(() => records().length === 3);
    expect(records()[0]).toMatchObject({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'cn-north-1',
      eventName: 'ObjectCreated:Put',
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'uploads',
        bucket: { name: BUCKET, arn: `arn:aws-cn:s3:::${BUCKET}` },
        object: {
          key: 'files/%E6%8A%A5%E5%91%8A+1%2B2.pdf',
          size: 5,
          eTag: ETag?.replaceAll('"', ''),
          versionId: VersionId,
        },
      },
    });
    const names = records()
      .map((r) => r.eventName)
      .sort();
    expect(names).toEqual([
      'ObjectCreated:CompleteMultipartUpload',
      'ObjectCreated:Copy',
      'ObjectCreated:Put',
    ]);
    expect(s3.sent.every(({ target }) => target === QUEUE)).toBe(true);
  });

  test('heed prefix and suffix, and nothing refused is told of', async () => {
    await configure(client, { prefix: 'bundles/', suffix: 'manifest.json' });
    await put(client, 'bundles/1/data');
    await put(client, 'other/manifest.json');
    await refusal(put(client, 'bundles/0/manifest.json', 'x', { ChecksumCRC32: 'AAAAAA==' }));
    await put(client, 'bundles/1/manifest.json');
    await until(() => records().length > 0);
    expect(records().map((r) => r.s3.object.key)).toEqual(['bundles/1/manifest.json']);
  });

  test('kinds of target that do not exist here are refused, not forgotten', async () => {
    const NotificationConfiguration = { EventBridgeConfiguration: {} };
    const call = client.send(
      new PutBucketNotificationConfigurationCommand({ Bucket: BUCKET, NotificationConfiguration }),
    );
    expect(await refusal(call)).toMatchObject({ name: 'InvalidArgument', status: 400 });
  });
});

test('a delivery that fails is tried again until it succeeds', async () => {
  let failures = 2;
  const got: string[] = [];
  const s3 = await startTestS3({
    async notify(_, bodies) {
      if (failures-- > 0) throw new Error('queue is down');
      got.push(...bodies);
    },
  });
  try {
    await makeBucket(s3.client());
    await configure(s3.client());
    await until(() => got.length === 1);
    expect(failures).toBe(-1);
  } finally {
    await s3.close();
  }
});

describe('rules', () => {
  const rule = {
    id: '',
    target: '',
    events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:Delete'],
    prefix: 'a/',
    suffix: '.z',
  };
  test.each([
    ['ObjectCreated:Put', 'a/b.z', true],
    ['ObjectRemoved:Delete', 'a/b.z', true],
    ['ObjectRemoved:DeleteMarkerCreated', 'a/b.z', false],
    ['ObjectCreated:Put', 'b.z', false],
    ['ObjectCreated:Put', 'a/b', false],
  ])('%s of %s: %s', (event, key, wanted) => {
    expect(applies(rule, event, key)).toBe(wanted);
  });
  test('are read from XML', () => {
    const xml =
      '<NotificationConfiguration><TopicConfiguration><Topic>t</Topic><Event>s3:ObjectCreated:Put</Event></TopicConfiguration></NotificationConfiguration>';
    expect(readRules(xml)).toEqual([
      { id: '', target: 't', events: ['s3:ObjectCreated:Put'], prefix: '', suffix: '' },
    ]);
    expect(() => readRules('<N><CloudFunctionConfiguration/></N>')).toThrow('CloudFunctionConfiguration');
  });
  test('keys can be decoded by what consumers use', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (key) => decodeURIComponent(eventKey(key).replaceAll('+', ' ')) === key,
      ),
    );
  });
});
