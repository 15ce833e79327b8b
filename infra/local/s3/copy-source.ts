import { decodePercent } from '../sigv4/encode.ts';
import { type Algorithm, hasher } from './body/hashers.ts';
import type { Received } from './body/receive.ts';
import { notModified } from './conditions.ts';
import type { Context } from './context.ts';
import { invalidArgument, noSuchBucket, preconditionFailed } from './errors.ts';
import { findReadable, versioned } from './find.ts';
import type { Range } from './range.ts';
import { readBytes } from './read-bytes.ts';
import type { Part, Version } from './store/model.ts';

export type Source = { version: Version; versionId: string | undefined };

/** Reads `x-amz-copy-source: bucket/key?versionId=…`. */
export function parseSource(header: string): { bucket: string; key: string; versionId: string | undefined } {
  const [path = '', versionId] = header.split(/\?versionId=/);
  const [, bucket, key] = /^\/?([^/]+)\/([\s\S]+)$/.exec(decodePercent(path)) ?? [];
  if (bucket === undefined || key === undefined) {
    throw invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  }
  return { bucket, key, versionId };
}

/** The source of a copy, with its right (GetObject) and its `x-amz-copy-source-if-*` conditions checked. */
export function sourceOf(ctx: Context): Source {
  const { bucket, key, versionId } = parseSource(ctx.header('x-amz-copy-source') ?? '');
  ctx.need(versioned('Get', '', versionId), ctx.arn(bucket, key));
  if (ctx.store.buckets.get(bucket) === undefined) throw noSuchBucket(bucket);
  const version = findReadable(ctx, bucket, key, versionId);
  const unchanged = notModified((name) => ctx.header(`x-amz-copy-source-${name}`), version);
  if (unchanged) throw preconditionFailed('x-amz-copy-source-If-None-Match');
  return { version, versionId };
}

/** Copies a range into a new blob, hashing what is really read. */
export async function copyBytes(
  ctx: Context,
  parts: readonly Part[],
  range: Range,
  algorithm: Algorithm,
): Promise<Received & { blob: string }> {
  const writer = await ctx.blobs.create();
  try {
    const md5 = await hasher('MD5');
    const checksum = await hasher(algorithm);
    for await (const data of readBytes(ctx.blobs, parts, range)) {
      md5.update(data);
      checksum.update(data);
      await writer.write(data);
    }
    const size = range.end - range.start + 1;
    return { size, algorithm, md5: md5.digest(), digest: checksum.digest(), blob: await writer.commit() };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}
