import { AwsError } from '../sigv4/aws-error.ts';
import type { Context } from './context.ts';
import { accessDenied, invalidArgument, noSuchKey, noSuchVersion } from './errors.ts';
import type { Version } from './store/model.ts';

/** S3 tells that a key is missing only to those who may list the bucket; others get 403. */
export function missing(ctx: Context, bucket: string, key: string): AwsError {
  return ctx.may('s3:ListBucket', ctx.arn(bucket)) ? noSuchKey(key) : accessDenied();
}

/**
 * The version that a read names, or the latest. Throws NoSuchKey, NoSuchVersion, and for a delete marker
 * NoSuchKey (latest) or MethodNotAllowed (named).
 */
export function findReadable(
  ctx: Context,
  bucket: string,
  key: string,
  versionId: string | undefined,
): Version {
  const version = ctx.store.versions.find(bucket, key, versionId);
  if (version === undefined) {
    if (versionId === undefined) throw missing(ctx, bucket, key);
    if (versionId !== 'null' && !/^[\w.-]{1,1024}$/.test(versionId)) {
      throw invalidArgument('Invalid version id specified');
    }
    throw noSuchVersion(key, versionId);
  }
  if (version.marker && versionId === undefined) throw missing(ctx, bucket, key);
  if (version.marker) {
    throw new AwsError('MethodNotAllowed', 405, 'The specified method is not allowed against this resource.');
  }
  return version;
}

/** The action `s3:GetObject…` for the latest version or `s3:GetObjectVersion…` for a named one. */
export const versioned = (verb: string, rest: string, versionId: string | undefined): string =>
  `s3:${verb}Object${versionId === undefined ? '' : 'Version'}${rest}`;
