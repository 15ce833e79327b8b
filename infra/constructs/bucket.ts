import { Aws, Duration, Fn, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Deployment, Owner } from './context.ts';
import { logBucket } from './log-bucket.ts';
import { describe } from './metadata.ts';
import { type Notice, notify } from './notice.ts';

export type BucketProps = {
  deployment: Deployment;
  owner: Owner;
  /** Last word of the bucket's name. */
  purpose: string;
  /** Browsers of these origins may upload. */
  cors?: CorsRule[];
  /** Versions can be locked one by one (no default lock: it would lock bad copies too). */
  objectLock?: boolean;
  /** Replaced versions are kept for good. */
  keepVersions?: boolean;
  /** Days after which a replaced or deleted version is gone for good; those of the deployment's settings when left out. */
  replacedDays?: number;
  notice?: Notice;
  /** Objects under these prefixes are removed when so old, with every version: what waits there for something that may never come. */
  forget?: readonly { prefix: string; days: number }[];
};

/** A private, encrypted, versioned bucket that only answers over TLS and forgets uploads never completed. */
export function planeBucket(scope: Construct, id: string, props: BucketProps): Bucket {
  const { settings } = props.deployment;
  const name = Fn.join('-', [settings.name, props.purpose, Aws.ACCOUNT_ID, Aws.REGION]);
  const bucket = new Bucket(scope, id, {
    bucketName: name,
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    objectLockEnabled: props.objectLock ?? false,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        id: 'forget-incomplete-uploads',
        abortIncompleteMultipartUploadAfter: Duration.days(settings.retention.incompleteUploadDays),
      },
      ...(props.forget ?? []).map(({ prefix, days }, at) => ({
        id: at === 0 ? 'forget-what-waited' : `forget-what-waited-${at + 1}`,
        prefix,
        expiration: Duration.days(days),
        // Where versions are kept for good, these are not; elsewhere the rule below is for all.
        ...(props.keepVersions ? { noncurrentVersionExpiration: Duration.days(1) } : {}),
      })),
      ...(props.keepVersions
        ? []
        : [
            {
              id: 'forget-replaced-versions',
              noncurrentVersionExpiration: Duration.days(
                props.replacedDays ?? settings.retention.replacedVersionDays,
              ),
            },
          ]),
    ],
    ...(props.cors && { cors: props.cors }),
    // CDK's own class is not quite its own interface under exact optional types.
    serverAccessLogsBucket: logBucket(scope, props) as IBucket,
    serverAccessLogsPrefix: `${props.purpose}/`,
  });
  describe(bucket, { plane: props.owner });
  if (props.notice) notify(bucket, name, props.notice);
  return bucket;
}
