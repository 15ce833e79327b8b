import { expect, test } from '@jest/globals';
import { bucketSchema } from './bucket-schema.ts';
import { corsRules, lifecycleRules, queueConfigurations } from './bucket-shapes.ts';

const bucket = bucketSchema.parse({
  CorsConfiguration: {
    CorsRules: [
      { AllowedMethods: ['PUT'], AllowedOrigins: ['*'], ExposedHeaders: ['ETag'], MaxAge: 60, Id: 'c' },
    ],
  },
  LifecycleConfiguration: {
    Rules: [
      { Id: 'a', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
      {
        Status: 'Enabled',
        Prefix: 'x/',
        ExpirationInDays: 3,
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
      },
    ],
  },
  NotificationConfiguration: {
    QueueConfigurations: [
      {
        Event: 's3:ObjectCreated:*',
        Queue: 'arn:q',
        Filter: { S3Key: { Rules: [{ Name: 'Suffix', Value: '.json' }] } },
      },
    ],
  },
});

test('CORS rules get the names of the API', () => {
  expect(corsRules(bucket)).toEqual([
    { ID: 'c', AllowedMethods: ['PUT'], AllowedOrigins: ['*'], ExposeHeaders: ['ETag'], MaxAgeSeconds: 60 },
  ]);
});
test('lifecycle rules get the names of the API', () => {
  expect(lifecycleRules(bucket)).toEqual([
    {
      ID: 'a',
      Status: 'Enabled',
      Filter: { Prefix: '' },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    },
    {
      Status: 'Enabled',
      Filter: { Prefix: 'x/' },
      Expiration: { Days: 3 },
      NoncurrentVersionExpiration: { NoncurrentDays: 90 },
    },
  ]);
});
test('notifications get the names of the API', () => {
  expect(queueConfigurations(bucket)).toEqual([
    {
      QueueArn: 'arn:q',
      Events: ['s3:ObjectCreated:*'],
      Filter: { Key: { FilterRules: [{ Name: 'suffix', Value: '.json' }] } },
    },
  ]);
});
test('what is not asked for is not set', () => {
  const plain = bucketSchema.parse({});
  expect([corsRules(plain), lifecycleRules(plain), queueConfigurations(plain)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
test('notifications to anything but queues are an error, not a silence', () => {
  const LambdaConfigurations = [{ Event: 'x', Function: 'arn' }];
  expect(() =>
    bucketSchema.parse({ NotificationConfiguration: { QueueConfigurations: [], LambdaConfigurations } }),
  ).toThrow('LambdaConfigurations');
});
