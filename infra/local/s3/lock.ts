import type { Context } from './context.ts';
import { accessDenied, invalidArgument, invalidRequest } from './errors.ts';
import type { Bucket, ObjectMeta, Retention, Version } from './store/model.ts';
import { child, readXml, textOf } from './xml/read.ts';

/** Reads a retention; throws InvalidArgument when the mode is unknown or the date is not in the future. */
export function toRetention(mode: string | undefined, until: string | undefined, now: Date): Retention {
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') throw invalidArgument('Unknown wormMode directive.');
  const date = new Date(until ?? '');
  if (Number.isNaN(date.getTime()))
    throw invalidArgument('The retain until date is not a valid ISO 8601 date.');
  if (date <= now) throw invalidArgument('The retain until date must be in the future!');
  return { mode, until: date.toISOString() };
}

/** The default retention of the bucket, for an object put at `now`. */
function defaultRetention(ctx: Context, bucket: Bucket): Retention | undefined {
  const xml = ctx.store.buckets.setting(bucket.name, 'object-lock');
  const rule = xml && child(readXml(xml), 'Rule');
  const given = rule && child(rule, 'DefaultRetention');
  if (!given) return undefined;
  const until = new Date(ctx.now());
  const [days, years] = [textOf(given, 'Days'), textOf(given, 'Years')];
  if (days !== undefined) until.setUTCDate(until.getUTCDate() + Number(days));
  if (years !== undefined) until.setUTCFullYear(until.getUTCFullYear() + Number(years));
  return toRetention(textOf(given, 'Mode'), until.toISOString(), ctx.now());
}

/** The lock that the headers of an upload (or the bucket's default) ask for. Checks the rights it needs. */
export function lockOf(ctx: Context, bucket: Bucket): Pick<ObjectMeta, 'retention' | 'legalHold'> {
  const mode = ctx.header('x-amz-object-lock-mode');
  const until = ctx.header('x-amz-object-lock-retain-until-date');
  const hold = ctx.header('x-amz-object-lock-legal-hold');
  const wanted = mode !== undefined || until !== undefined;
  if ((wanted || hold !== undefined) && !bucket.objectLock) {
    throw invalidRequest('Bucket is missing Object Lock Configuration');
  }
  if (wanted) ctx.need('s3:PutObjectRetention');
  if (hold !== undefined) ctx.need('s3:PutObjectLegalHold');
  const retention = wanted ? toRetention(mode, until, ctx.now()) : defaultRetention(ctx, bucket);
  return { ...(retention && { retention }), ...(hold !== undefined && { legalHold: hold === 'ON' }) };
}

const bypasses = (ctx: Context): boolean =>
  ctx.header('x-amz-bypass-governance-retention')?.toLowerCase() === 'true' &&
  ctx.may('s3:BypassGovernanceRetention', ctx.arn(ctx.bucketName, ctx.key));

/** Throws AccessDenied when the retention of a version may not be shortened or its mode changed by this caller. */
export function checkRetentionChange(ctx: Context, version: Version, next: Retention | undefined): void {
  const { retention } = version.meta;
  if (retention === undefined || new Date(retention.until) <= ctx.now()) return;
  const longer = next !== undefined && next.until >= retention.until;
  if (longer && (next.mode === retention.mode || next.mode === 'COMPLIANCE')) return;
  if (retention.mode === 'GOVERNANCE' && bypasses(ctx)) return;
  throw accessDenied('Access Denied because object protected by object lock.');
}

/** Throws AccessDenied when the version is held or retained. */
export function checkDeletable(ctx: Context, version: Version): void {
  const { retention, legalHold } = version.meta;
  const retained = retention !== undefined && new Date(retention.until) > ctx.now();
  const open = retained && retention.mode === 'GOVERNANCE' && bypasses(ctx);
  if (legalHold || (retained && !open)) {
    throw accessDenied('Access Denied because object protected by object lock.');
  }
}
