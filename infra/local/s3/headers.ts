import { AwsError } from '../sigv4/aws-error.ts';
import type { Context } from './context.ts';
import { invalidArgument } from './errors.ts';
import { MAX_USER_METADATA } from './limits.ts';
import type { Checksum, ObjectMeta, Version } from './store/model.ts';

const KEPT = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];
const KEPT_AMZ = ['x-amz-storage-class', 'x-amz-website-redirect-location'];

function names(ctx: Context): string[] {
  const all = [...Object.keys(ctx.raw.headers), ...[...ctx.query.keys()].map((name) => name.toLowerCase())];
  return [...new Set(all.filter((name) => name.startsWith('x-amz-meta-')))];
}

/** The headers of an upload that S3 keeps and gives back. */
export function keptHeaders(ctx: Context): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [...KEPT, ...KEPT_AMZ, ...names(ctx)]) {
    const value = ctx.header(name);
    if (value !== undefined) kept[name] = value;
  }
  const encoding = (kept['content-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked')
    .join(',');
  delete kept['content-encoding'];
  if (encoding !== '') kept['content-encoding'] = encoding;
  kept['content-type'] ??= 'binary/octet-stream';
  kept['x-amz-server-side-encryption'] = ctx.header('x-amz-server-side-encryption') ?? 'AES256';
  const keyId = ctx.header('x-amz-server-side-encryption-aws-kms-key-id');
  if (keyId !== undefined) kept['x-amz-server-side-encryption-aws-kms-key-id'] = keyId;
  const userBytes = names(ctx).reduce((sum, n) => sum + n.length - 11 + Buffer.byteLength(kept[n] ?? ''), 0);
  if (userBytes > MAX_USER_METADATA) {
    throw new AwsError(
      'MetadataTooLarge',
      400,
      'Your metadata headers exceed the maximum allowed metadata size',
    );
  }
  return kept;
}

/** Reads `x-amz-tagging: a=1&b=2`. */
export function taggingHeader(ctx: Context): Record<string, string> | undefined {
  const value = ctx.header('x-amz-tagging');
  return value === undefined ? undefined : Object.fromEntries(new URLSearchParams(value));
}

/** The answer headers that show a checksum. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (checksum === undefined) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm.toLowerCase()}`]: checksum.value,
    'x-amz-checksum-type': checksum.type,
  };
}

/** `x-amz-version-id`, which unversioned buckets do not have. */
export function versionHeader(
  version: Pick<Version, 'versionId'>,
  versioning: string,
): Record<string, string> {
  return versioning === '' ? {} : { 'x-amz-version-id': version.versionId };
}

const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/** The `response-*` parameters, by which a link can rename or retype what is downloaded. */
export function overrides(ctx: Context): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of OVERRIDES) {
    const value = ctx.query.get(`response-${name}`);
    if (value === undefined) continue;
    // S3 refuses this too: names in other scripts go into filename*=UTF-8''…
    if ([...value].some((c) => (c.codePointAt(0) ?? 0) > 0xff || c < ' ')) {
      throw invalidArgument('Header value cannot be represented using ISO-8859-1.');
    }
    found[name] = value;
  }
  return found;
}

/** The headers by which GET and HEAD describe a version. */
export function describe(version: Version): Record<string, string | undefined> {
  const { meta } = version;
  return {
    ...meta.headers,
    ...lockHeaders(meta),
    etag: `"${version.etag}"`,
    'last-modified': version.modified.toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-tagging-count': meta.tags && String(Object.keys(meta.tags).length),
  };
}

function lockHeaders(meta: ObjectMeta): Record<string, string | undefined> {
  return {
    'x-amz-object-lock-mode': meta.retention?.mode,
    'x-amz-object-lock-retain-until-date': meta.retention?.until,
    'x-amz-object-lock-legal-hold': meta.legalHold === undefined ? undefined : meta.legalHold ? 'ON' : 'OFF',
  };
}
