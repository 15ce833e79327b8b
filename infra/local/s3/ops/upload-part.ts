import { headerOf, readClaims } from '../body/claims.ts';
import { type Received, receiveBlob } from '../body/receive.ts';
import type { Context, Operation } from '../context.ts';
import { noSuchUpload } from '../errors.ts';
import { MAX_PUT } from '../limits.ts';
import { checkPartClaims, partNumberOf, uploadOf } from '../multipart.ts';

/** Files a received part with its upload, unless that ended meanwhile. Returns its ETag. */
export async function filePart(
  ctx: Context,
  uploadId: string,
  number: number,
  received: Received & { blob: string },
): Promise<string> {
  const { size, blob, md5, digest } = received;
  const etag = md5.toString('hex');
  if (ctx.store.uploads.find(uploadId, ctx.bucketName, ctx.key) === undefined) {
    await ctx.blobs.free([blob]);
    throw noSuchUpload(uploadId);
  }
  const { freed } = ctx.store.uploads.putPart(uploadId, {
    number,
    size,
    etag,
    modified: ctx.now(),
    blob,
    checksum: digest.toString('base64'),
  });
  await ctx.blobs.free(freed);
  return etag;
}

/** UploadPart */
export const uploadPart: Operation = async (ctx) => {
  ctx.need('s3:PutObject');
  const number = partNumberOf(ctx);
  const upload = uploadOf(ctx);
  const claims = readClaims(ctx);
  checkPartClaims(upload, claims);
  const received = await receiveBlob(ctx, { limit: MAX_PUT, algorithm: upload.meta.algorithm });
  const etag = await filePart(ctx, upload.id, number, received);
  const { algorithm, digest } = received.claimed ?? received;
  return {
    status: 200,
    headers: {
      etag: `"${etag}"`,
      [headerOf(algorithm)]: digest.toString('base64'),
      'x-amz-server-side-encryption': upload.meta.headers['x-amz-server-side-encryption'],
    },
  };
};
