import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { accept } from './accept.ts';
import type { Deployment, Owner } from './context.ts';
import { describe } from './metadata.ts';

const id = 'AccessLogs';

/** Where the buckets of a stack write who asked them for what; one for each stack, so that planes stay apart. */
export function logBucket(scope: Construct, props: { deployment: Deployment; owner: Owner }): Bucket {
  const stack = Stack.of(scope);
  const known = stack.node.tryFindChild(id);
  if (known instanceof Bucket) return known;
  const { retention } = props.deployment.settings;
  const bucket = new Bucket(stack, id, {
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        id: 'forget-old-logs',
        expiration: Duration.days(retention.logDays),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  describe(bucket, { plane: props.owner });
  accept(bucket, { S1: 'It holds the access logs itself.' });
  return bucket;
}
