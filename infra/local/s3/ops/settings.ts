import { AwsError } from '../../sigv4/aws-error.ts';
import { receiveText } from '../body/receive.ts';
import type { Operation } from '../context.ts';
import { readXml } from '../xml/read.ts';
import { xmlDocument } from '../xml/write.ts';

/** A setting that is kept as it was put: its name in IAM actions, and what GET says when it was never put. */
export type Setting = {
  action: string;
  root: string;
  absent: { code: string; message: string } | { body: string };
};

const absent = (code: string, message: string) => ({ code, message });

/** By the query parameter that names them. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  cors: {
    action: 'BucketCORS',
    root: 'CORSConfiguration',
    absent: absent('NoSuchCORSConfiguration', 'The CORS configuration does not exist'),
  },
  policy: {
    action: 'BucketPolicy',
    root: '',
    absent: absent('NoSuchBucketPolicy', 'The bucket policy does not exist'),
  },
  publicAccessBlock: {
    action: 'BucketPublicAccessBlock',
    root: 'PublicAccessBlockConfiguration',
    absent: absent(
      'NoSuchPublicAccessBlockConfiguration',
      'The public access block configuration was not found',
    ),
  },
  encryption: {
    action: 'EncryptionConfiguration',
    root: 'ServerSideEncryptionConfiguration',
    absent: {
      body: xmlDocument('ServerSideEncryptionConfiguration', [
        [
          'Rule',
          [
            ['ApplyServerSideEncryptionByDefault', [['SSEAlgorithm', 'AES256']]],
            ['BucketKeyEnabled', false],
          ],
        ],
      ]),
    },
  },
  lifecycle: {
    action: 'LifecycleConfiguration',
    root: 'LifecycleConfiguration',
    absent: absent('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist'),
  },
  ownershipControls: {
    action: 'BucketOwnershipControls',
    root: 'OwnershipControls',
    absent: absent('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found'),
  },
  tagging: {
    action: 'BucketTagging',
    root: 'Tagging',
    absent: absent('NoSuchTagSet', 'The TagSet does not exist'),
  },
  logging: {
    action: 'BucketLogging',
    root: 'BucketLoggingStatus',
    absent: { body: xmlDocument('BucketLoggingStatus', []) },
  },
};

/** PutBucket…: keeps the document after a look at its form. */
export const putSetting =
  (kind: string, { action, root }: Setting): Operation =>
  async (ctx) => {
    ctx.need(`s3:Put${action}`, ctx.arn(ctx.bucketName));
    ctx.bucket();
    const body = await receiveText(ctx);
    if (root === '') {
      try {
        JSON.parse(body);
      } catch {
        throw new AwsError(
          'MalformedPolicy',
          400,
          'Policies must be valid JSON and the first byte must be "{"',
        );
      }
    } else if (readXml(body).name !== root) {
      throw new AwsError('MalformedXML', 400, `The document must be a ${root}`);
    }
    ctx.store.buckets.putSetting(ctx.bucketName, kind, body);
    return { status: kind === 'policy' ? 204 : 200 };
  };

/** GetBucket… */
export const getSetting =
  (kind: string, { action, absent: missing }: Setting): Operation =>
  (ctx) => {
    ctx.need(`s3:Get${action}`, ctx.arn(ctx.bucketName));
    ctx.bucket();
    const body = ctx.store.buckets.setting(ctx.bucketName, kind);
    if (body !== undefined) return { status: 200, body };
    if ('body' in missing) return { status: 200, body: missing.body };
    throw new AwsError(missing.code, 404, missing.message, { BucketName: ctx.bucketName });
  };

/** DeleteBucket… */
export const deleteSetting =
  (kind: string, { action }: Setting): Operation =>
  (ctx) => {
    // Only the policy has an action of its own for deleting.
    ctx.need(`s3:${kind === 'policy' ? 'Delete' : 'Put'}${action}`, ctx.arn(ctx.bucketName));
    ctx.bucket();
    ctx.store.buckets.deleteSetting(ctx.bucketName, kind);
    return { status: 204 };
  };
