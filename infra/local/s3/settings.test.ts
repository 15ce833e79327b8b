import * as sdk from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BUCKET, makeBucket, put, refusal } from './testing/helpers.ts';
import { startTestS3, type TestS3 } from './testing/server.ts';

let s3: TestS3;
let client: sdk.S3Client;
const b = { Bucket: BUCKET };

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await makeBucket(client);
});
afterAll(() => s3.close());

describe('settings that are kept as they were put', () => {
  test('CORS', async () => {
    const get = () => client.send(new sdk.GetBucketCorsCommand(b));
    expect((await refusal(get())).name).toBe('NoSuchCORSConfiguration');
    const CORSConfiguration = { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] };
    await client.send(new sdk.PutBucketCorsCommand({ ...b, CORSConfiguration }));
    expect((await get()).CORSRules).toEqual(CORSConfiguration.CORSRules);
    await client.send(new sdk.DeleteBucketCorsCommand(b));
    expect((await refusal(get())).status).toBe(404);
  });

  test('policy', async () => {
    const get = () => client.send(new sdk.GetBucketPolicyCommand(b));
    expect((await refusal(get())).name).toBe('NoSuchBucketPolicy');
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await client.send(new sdk.PutBucketPolicyCommand({ ...b, Policy }));
    expect((await get()).Policy).toBe(Policy);
    const broken = client.send(new sdk.PutBucketPolicyCommand({ ...b, Policy: '{' }));
    expect((await refusal(broken)).name).toBe('MalformedPolicy');
    await client.send(new sdk.DeleteBucketPolicyCommand(b));
  });

  test('public access block', async () => {
    const PublicAccessBlockConfiguration = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    await client.send(new sdk.PutPublicAccessBlockCommand({ ...b, PublicAccessBlockConfiguration }));
    const got = await client.send(new sdk.GetPublicAccessBlockCommand(b));
    expect(got.PublicAccessBlockConfiguration).toEqual(PublicAccessBlockConfiguration);
  });

  test('encryption: AES256 unless put', async () => {
    const get = async () => {
      const { ServerSideEncryptionConfiguration: config } = await client.send(
        new sdk.GetBucketEncryptionCommand(b),
      );
      return config?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
    };
    expect(await get()).toBe('AES256');
    const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const } }];
    await client.send(
      new sdk.PutBucketEncryptionCommand({ ...b, ServerSideEncryptionConfiguration: { Rules } }),
    );
    expect(await get()).toBe('aws:kms');
  });

  test('lifecycle', async () => {
    const Rules = [
      {
        ID: 'abort',
        Status: 'Enabled' as const,
        Filter: { Prefix: '' },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      },
    ];
    await client.send(
      new sdk.PutBucketLifecycleConfigurationCommand({ ...b, LifecycleConfiguration: { Rules } }),
    );
    expect((await client.send(new sdk.GetBucketLifecycleConfigurationCommand(b))).Rules).toEqual(Rules);
  });

  test('ownership controls and tags', async () => {
    const Rules = [{ ObjectOwnership: 'BucketOwnerEnforced' as const }];
    await client.send(new sdk.PutBucketOwnershipControlsCommand({ ...b, OwnershipControls: { Rules } }));
    expect((await client.send(new sdk.GetBucketOwnershipControlsCommand(b))).OwnershipControls).toEqual({
      Rules,
    });
    const TagSet = [{ Key: 'plane', Value: 'archive <&>' }];
    await client.send(new sdk.PutBucketTaggingCommand({ ...b, Tagging: { TagSet } }));
    expect((await client.send(new sdk.GetBucketTaggingCommand(b))).TagSet).toEqual(TagSet);
  });

  test('location', async () => {
    expect((await client.send(new sdk.GetBucketLocationCommand(b))).LocationConstraint).toBe('cn-north-1');
  });
});

test('tags of an object: with the upload, put, replaced, deleted', async () => {
  const get = async () => (await client.send(new sdk.GetObjectTaggingCommand({ ...b, Key: 't' }))).TagSet;
  await put(client, 't', 'x', { Tagging: 'a=1&b=%E7%9F%B3' });
  expect(await get()).toEqual([
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '石' },
  ]);
  await client.send(
    new sdk.PutObjectTaggingCommand({ ...b, Key: 't', Tagging: { TagSet: [{ Key: 'c', Value: '3' }] } }),
  );
  expect(await get()).toEqual([{ Key: 'c', Value: '3' }]);
  await client.send(new sdk.DeleteObjectTaggingCommand({ ...b, Key: 't' }));
  expect(await get()).toEqual([]);
});

test('settings go with the bucket', async () => {
  const c = { Bucket: 'brief-bucket' };
  await makeBucket(client, c);
  await client.send(
    new sdk.PutBucketTaggingCommand({ ...c, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }),
  );
  await client.send(new sdk.DeleteBucketCommand(c));
  await makeBucket(client, c);
  expect((await refusal(client.send(new sdk.GetBucketTaggingCommand(c)))).name).toBe('NoSuchTagSet');
});
