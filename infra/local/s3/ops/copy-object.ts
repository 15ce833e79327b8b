import { algorithmNamed } from '../body/claims.ts';
import { checkWrite } from '../conditions.ts';
import type { Context, Operation } from '../context.ts';
import { copyBytes, sourceOf } from '../copy-source.ts';
import { invalidRequest } from '../errors.ts';
import { keptHeaders, taggingHeader, versionHeader } from '../headers.ts';
import { MAX_COPY } from '../limits.ts';
import { lockOf } from '../lock.ts';
import type { Bucket, Checksum, ObjectMeta, Version } from '../store/model.ts';
import { xmlDocument } from '../xml/write.ts';

function metaOf(ctx: Context, bucket: Bucket, source: Version, checksum: Checksum): ObjectMeta {
  const replace = ctx.header('x-amz-metadata-directive')?.toUpperCase() === 'REPLACE';
  const retag = ctx.header('x-amz-tagging-directive')?.toUpperCase() === 'REPLACE';
  const tags = retag ? taggingHeader(ctx) : source.meta.tags;
  return {
    headers: replace ? keptHeaders(ctx) : source.meta.headers,
    checksum,
    ...(tags && { tags }),
    ...lockOf(ctx, bucket),
  };
}

function checkSelf(ctx: Context, source: Version, versionId: string | undefined): void {
  const self = source.bucket === ctx.bucketName && source.key === ctx.key && versionId === undefined;
  const changes = [
    'x-amz-metadata-directive',
    'x-amz-storage-class',
    'x-amz-checksum-algorithm',
    'x-amz-server-side-encryption',
  ];
  if (self && !changes.some((name) => ctx.header(name) !== undefined)) {
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
}

/** CopyObject: up to 5 GB, read and hashed again; the copy is a single part whatever the source was. */
export const copyObject: Operation = async (ctx) => {
  ctx.need('s3:PutObject');
  const bucket = ctx.bucket();
  const { version: source, versionId } = sourceOf(ctx);
  if (source.size > MAX_COPY) {
    throw invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${MAX_COPY}`,
    );
  }
  checkSelf(ctx, source, versionId);
  const asked = ctx.header('x-amz-checksum-algorithm');
  const algorithm = (asked && algorithmNamed(asked)) || source.meta.checksum?.algorithm || 'CRC64NVME';
  const range = { start: 0, end: source.size - 1 };
  const copied = await copyBytes(ctx, ctx.store.versions.parts(source.id), range, algorithm);
  const { blob, size, digest } = copied;
  const checksum: Checksum = { algorithm, type: 'FULL_OBJECT', value: digest.toString('base64') };
  const etag = copied.md5.toString('hex');
  try {
    const { written, freed } = ctx.store.versions.put({
      bucket,
      version: {
        key: ctx.key,
        marker: false,
        size,
        etag,
        modified: ctx.now(),
        meta: metaOf(ctx, bucket, source, checksum),
        parts: [{ number: 1, size, blob }],
      },
      check: (current) => checkWrite(ctx, current),
      also: (version) => ctx.record('ObjectCreated:Copy', version),
    });
    ctx.deliver();
    await ctx.blobs.free(freed);
    return {
      status: 200,
      headers: {
        ...versionHeader(written, bucket.versioning),
        'x-amz-copy-source-version-id': source.versionId === 'null' ? undefined : source.versionId,
      },
      body: xmlDocument('CopyObjectResult', [
        ['LastModified', written.modified.toISOString()],
        ['ETag', `"${etag}"`],
        [`Checksum${algorithm}`, checksum.value],
        ['ChecksumType', checksum.type],
      ]),
    };
  } catch (error) {
    await ctx.blobs.free([blob]);
    throw error;
  }
};
