import {
  CreateBucketCommand,
  GetBucketNotificationConfigurationCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  type QueueConfiguration,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Model, Resource } from '../template/model.ts';
import { policyFor } from './bucket-policy.ts';
import { bucketSchema } from './bucket-schema.ts';
import { corsRules, lifecycleRules, queueConfigurations } from './bucket-shapes.ts';
import { isMissing } from './missing.ts';

async function exists(client: S3Client, Bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Setting notifications anew sends a test message to their queues each time. */
async function alreadyNotifies(
  client: S3Client,
  Bucket: string,
  wanted: QueueConfiguration[],
): Promise<boolean> {
  const found = await client.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  const essence = (list: QueueConfiguration[]) =>
    JSON.stringify(list.map(({ QueueArn, Events, Filter }) => [QueueArn, Events, Filter?.Key?.FilterRules]));
  return essence(found.QueueConfigurations ?? []) === essence(wanted);
}

async function provisionBucket(client: S3Client, resource: Resource, region: string): Promise<void> {
  const wanted = bucketSchema.parse(resource.properties());
  const Bucket = resource.ref();
  if (!(await exists(client, Bucket))) {
    await client.send(
      new CreateBucketCommand({
        Bucket,
        ...(wanted.ObjectLockEnabled && { ObjectLockEnabledForBucket: true }),
        ...(region !== 'us-east-1' && {
          // The region is this run's own setting; the SDK lists only those of its release.
          CreateBucketConfiguration: { LocationConstraint: region as 'ap-southeast-1' },
        }),
      }),
    );
  }
  const { VersioningConfiguration, PublicAccessBlockConfiguration } = wanted;
  if (VersioningConfiguration && !wanted.ObjectLockEnabled) {
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  if (PublicAccessBlockConfiguration) {
    await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
  }
  const CORSRules = corsRules(wanted);
  if (CORSRules) await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
  const Rules = lifecycleRules(wanted);
  if (Rules) {
    const LifecycleConfiguration = { Rules };
    await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
  }
  const QueueConfigurations = queueConfigurations(wanted);
  if (QueueConfigurations && !(await alreadyNotifies(client, Bucket, QueueConfigurations))) {
    const NotificationConfiguration = { QueueConfigurations };
    await client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  }
}

/** Creates the buckets with versioning, object lock, CORS, lifecycle, policy and notifications. Queues must exist. */
export async function provisionBuckets(model: Model, client: S3Client): Promise<void> {
  const { region } = model.place;
  await Promise.all(
    model.resources('AWS::S3::Bucket').map((bucket) => provisionBucket(client, bucket, region)),
  );
  await Promise.all(
    model.resources('AWS::S3::BucketPolicy').map((policy) => {
      const { Bucket, PolicyDocument } = policy.properties();
      const Policy = policyFor(model.endpoint, PolicyDocument);
      return Policy && client.send(new PutBucketPolicyCommand({ Bucket: String(Bucket), Policy }));
    }),
  );
}
