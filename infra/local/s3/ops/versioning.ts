import { AwsError } from '../../sigv4/aws-error.ts';
import { receiveText } from '../body/receive.ts';
import type { Operation } from '../context.ts';
import { malformedXml } from '../errors.ts';
import { readXml, textOf } from '../xml/read.ts';
import { xmlDocument } from '../xml/write.ts';

/** PutBucketVersioning; a bucket with object lock cannot suspend it. */
export const putVersioning: Operation = async (ctx) => {
  ctx.need('s3:PutBucketVersioning', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const status = textOf(readXml(await receiveText(ctx)), 'Status');
  if (status !== 'Enabled' && status !== 'Suspended') throw malformedXml();
  if (status === 'Suspended' && ctx.bucket().objectLock) {
    throw new AwsError(
      'InvalidBucketState',
      409,
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    );
  }
  ctx.store.buckets.setVersioning(ctx.bucketName, status);
  return { status: 200 };
};

/** GetBucketVersioning */
export const getVersioning: Operation = (ctx) => {
  ctx.need('s3:GetBucketVersioning', ctx.arn(ctx.bucketName));
  const { versioning } = ctx.bucket();
  return { status: 200, body: xmlDocument('VersioningConfiguration', [['Status', versioning || undefined]]) };
};

/** PutObjectLockConfiguration; the bucket must have versions. */
export const putLockConfiguration: Operation = async (ctx) => {
  ctx.need('s3:PutBucketObjectLockConfiguration', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const body = await receiveText(ctx);
  const root = readXml(body);
  if (root.name !== 'ObjectLockConfiguration') throw malformedXml();
  if (ctx.bucket().versioning !== 'Enabled') {
    throw new AwsError(
      'InvalidBucketState',
      409,
      "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
    );
  }
  ctx.store.transact(() => {
    ctx.store.buckets.enableLock(ctx.bucketName);
    ctx.store.buckets.putSetting(ctx.bucketName, 'object-lock', body);
  });
  return { status: 200 };
};

/** GetObjectLockConfiguration */
export const getLockConfiguration: Operation = (ctx) => {
  ctx.need('s3:GetBucketObjectLockConfiguration', ctx.arn(ctx.bucketName));
  if (!ctx.bucket().objectLock) {
    throw new AwsError(
      'ObjectLockConfigurationNotFoundError',
      404,
      'Object Lock configuration does not exist for this bucket',
      { BucketName: ctx.bucketName },
    );
  }
  const body = ctx.store.buckets.setting(ctx.bucketName, 'object-lock');
  return {
    status: 200,
    body: body ?? xmlDocument('ObjectLockConfiguration', [['ObjectLockEnabled', 'Enabled']]),
  };
};
