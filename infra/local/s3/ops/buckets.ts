import { AwsError } from '../../sigv4/aws-error.ts';
import { receiveText } from '../body/receive.ts';
import type { Operation } from '../context.ts';
import { type Field, xmlDocument } from '../xml/write.ts';

/** CreateBucket, with object lock (and so versioning) when `x-amz-bucket-object-lock-enabled` is true. */
export const createBucket: Operation = async (ctx) => {
  const name = ctx.bucketName;
  ctx.need('s3:CreateBucket', ctx.arn(name));
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes('..')) {
    throw new AwsError('InvalidBucketName', 400, 'The specified bucket is not valid.', { BucketName: name });
  }
  await receiveText(ctx);
  if (ctx.store.buckets.get(name) !== undefined) {
    throw new AwsError(
      'BucketAlreadyOwnedByYou',
      409,
      'Your previous request to create the named bucket succeeded and you already own it.',
      { BucketName: name },
    );
  }
  const objectLock = ctx.header('x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true';
  ctx.store.buckets.create({ name, created: ctx.now(), versioning: objectLock ? 'Enabled' : '', objectLock });
  return { status: 200, headers: { location: `/${name}` } };
};

/** HeadBucket */
export const headBucket: Operation = (ctx) => {
  ctx.need('s3:ListBucket', ctx.arn(ctx.bucketName));
  ctx.bucket();
  return { status: 200, headers: { 'x-amz-bucket-region': ctx.region } };
};

/** DeleteBucket; throws BucketNotEmpty (409) while it holds any version or delete marker. */
export const deleteBucket: Operation = (ctx) => {
  ctx.need('s3:DeleteBucket', ctx.arn(ctx.bucketName));
  const { name } = ctx.bucket();
  if (!ctx.store.buckets.isEmpty(name)) {
    throw new AwsError('BucketNotEmpty', 409, 'The bucket you tried to delete is not empty', {
      BucketName: name,
    });
  }
  ctx.store.buckets.remove(name);
  return { status: 204 };
};

/** ListBuckets */
export const listBuckets: Operation = (ctx) => {
  ctx.need('s3:ListAllMyBuckets', '*');
  const buckets = ctx.store.buckets.list().map(
    (b): Field => [
      'Bucket',
      [
        ['Name', b.name],
        ['CreationDate', b.created.toISOString()],
      ],
    ],
  );
  const fields: Field[] = [
    ['Buckets', buckets],
    ['Owner', [['ID', 'local']]],
  ];
  return { status: 200, body: xmlDocument('ListAllMyBucketsResult', fields) };
};

/** GetBucketLocation */
export const getLocation: Operation = (ctx) => {
  ctx.need('s3:GetBucketLocation', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const text = ctx.region === 'us-east-1' ? '' : ctx.region;
  return {
    status: 200,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${text}</LocationConstraint>`,
  };
};
