import { algorithmNamed } from '../body/claims.ts';
import type { Operation } from '../context.ts';
import { invalidRequest } from '../errors.ts';
import { keptHeaders, taggingHeader } from '../headers.ts';
import { lockOf } from '../lock.ts';
import { checksumType } from '../multipart.ts';
import { xmlDocument } from '../xml/write.ts';

/** CreateMultipartUpload */
export const createUpload: Operation = (ctx) => {
  ctx.need('s3:PutObject');
  const bucket = ctx.bucket();
  const named = ctx.header('x-amz-checksum-algorithm');
  const asked = named === undefined ? undefined : algorithmNamed(named);
  if (named !== undefined && asked === undefined) {
    throw invalidRequest(
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    );
  }
  const algorithm = asked ?? 'CRC64NVME';
  const tags = taggingHeader(ctx);
  if (tags !== undefined) ctx.need('s3:PutObjectTagging');
  const type = checksumType(algorithm, ctx.header('x-amz-checksum-type'));
  const headers = keptHeaders(ctx);
  const upload = ctx.store.uploads.create(bucket.name, ctx.key, ctx.now(), {
    headers,
    ...lockOf(ctx, bucket),
    ...(tags && { tags }),
    algorithm,
    checksumType: type,
    asked: asked !== undefined,
  });
  return {
    status: 200,
    headers: {
      'x-amz-checksum-algorithm': asked,
      'x-amz-checksum-type': asked && type,
      'x-amz-server-side-encryption': headers['x-amz-server-side-encryption'],
    },
    body: xmlDocument('InitiateMultipartUploadResult', [
      ['Bucket', bucket.name],
      ['Key', ctx.key],
      ['UploadId', upload.id],
    ]),
  };
};
