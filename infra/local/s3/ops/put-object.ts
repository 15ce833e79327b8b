import { receiveBlob } from '../body/receive.ts';
import { checkWrite } from '../conditions.ts';
import type { Operation } from '../context.ts';
import { checksumHeaders, keptHeaders, taggingHeader, versionHeader } from '../headers.ts';
import { MAX_PUT } from '../limits.ts';
import { lockOf } from '../lock.ts';
import type { Checksum, ObjectMeta } from '../store/model.ts';

/** PutObject: streams to disk, then writes object and notifications in one transaction. */
export const putObject: Operation = async (ctx) => {
  ctx.need('s3:PutObject');
  const bucket = ctx.bucket();
  const tags = taggingHeader(ctx);
  if (tags !== undefined) ctx.need('s3:PutObjectTagging');
  const lock = lockOf(ctx, bucket);
  const headers = keptHeaders(ctx);
  checkWrite(ctx, ctx.store.versions.find(bucket.name, ctx.key));
  const received = await receiveBlob(ctx, { limit: MAX_PUT });
  const { algorithm, digest, size, blob } = received;
  const checksum: Checksum = { algorithm, type: 'FULL_OBJECT', value: digest.toString('base64') };
  const meta: ObjectMeta = { headers, checksum, ...lock, ...(tags && { tags }) };
  const etag = received.md5.toString('hex');
  try {
    const { written, freed } = ctx.store.versions.put({
      bucket: ctx.bucket(),
      version: {
        key: ctx.key,
        marker: false,
        size,
        etag,
        modified: ctx.now(),
        meta,
        parts: [{ number: 1, size, blob }],
      },
      check: (current) => checkWrite(ctx, current),
      also: (version) => ctx.record('ObjectCreated:Put', version),
    });
    ctx.deliver();
    await ctx.blobs.free(freed);
    return {
      status: 200,
      headers: {
        etag: `"${etag}"`,
        ...checksumHeaders(checksum),
        ...versionHeader(written, bucket.versioning),
        'x-amz-server-side-encryption': headers['x-amz-server-side-encryption'],
      },
    };
  } catch (error) {
    await ctx.blobs.free([blob]);
    throw error;
  }
};
