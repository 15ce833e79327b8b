import { AwsError } from '../../sigv4/aws-error.ts';
import { receiveText } from '../body/receive.ts';
import type { Context, Operation } from '../context.ts';
import { invalidRequest, malformedXml } from '../errors.ts';
import { findReadable } from '../find.ts';
import { checkRetentionChange, toRetention } from '../lock.ts';
import type { ObjectMeta, Version } from '../store/model.ts';
import { readXml, textOf } from '../xml/read.ts';
import { xmlDocument } from '../xml/write.ts';

function target(ctx: Context): Version {
  const bucket = ctx.bucket();
  if (!bucket.objectLock) throw invalidRequest('Bucket is missing Object Lock Configuration');
  return findReadable(ctx, bucket.name, ctx.key, ctx.query.get('versionId'));
}

const none = () =>
  new AwsError(
    'NoSuchObjectLockConfiguration',
    404,
    'The specified object does not have a ObjectLock configuration',
  );

/** PutObjectRetention; an empty retention takes it away (governance mode with the right to bypass). */
export const putRetention: Operation = async (ctx) => {
  ctx.need('s3:PutObjectRetention');
  target(ctx);
  const root = readXml(await receiveText(ctx));
  if (root.name !== 'Retention') throw malformedXml();
  const version = target(ctx);
  const next =
    root.children.length === 0
      ? undefined
      : toRetention(textOf(root, 'Mode'), textOf(root, 'RetainUntilDate'), ctx.now());
  checkRetentionChange(ctx, version, next);
  const { retention: _, ...rest } = version.meta;
  ctx.store.versions.setMeta(version, { ...rest, ...(next && { retention: next }) });
  return { status: 200 };
};

/** GetObjectRetention */
export const getRetention: Operation = (ctx) => {
  ctx.need('s3:GetObjectRetention');
  const { retention } = target(ctx).meta;
  if (retention === undefined) throw none();
  const fields = [
    ['Mode', retention.mode],
    ['RetainUntilDate', retention.until],
  ] as const;
  return { status: 200, body: xmlDocument('Retention', fields) };
};

/** PutObjectLegalHold */
export const putLegalHold: Operation = async (ctx) => {
  ctx.need('s3:PutObjectLegalHold');
  target(ctx);
  const root = readXml(await receiveText(ctx));
  const status = textOf(root, 'Status');
  if (root.name !== 'LegalHold' || (status !== 'ON' && status !== 'OFF')) throw malformedXml();
  const version = target(ctx);
  const meta: ObjectMeta = { ...version.meta, legalHold: status === 'ON' };
  ctx.store.versions.setMeta(version, meta);
  return { status: 200 };
};

/** GetObjectLegalHold */
export const getLegalHold: Operation = (ctx) => {
  ctx.need('s3:GetObjectLegalHold');
  const { legalHold } = target(ctx).meta;
  if (legalHold === undefined) throw none();
  return { status: 200, body: xmlDocument('LegalHold', [['Status', legalHold ? 'ON' : 'OFF']]) };
};
