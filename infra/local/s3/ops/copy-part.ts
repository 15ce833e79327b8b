import type { Context, Operation } from '../context.ts';
import { copyBytes, sourceOf } from '../copy-source.ts';
import { entityTooLarge, invalidArgument } from '../errors.ts';
import { MAX_COPY } from '../limits.ts';
import { partNumberOf, uploadOf } from '../multipart.ts';
import type { Range } from '../range.ts';
import { xmlDocument } from '../xml/write.ts';
import { filePart } from './upload-part.ts';

function copyRange(ctx: Context, size: number): Range {
  const header = ctx.header('x-amz-copy-source-range');
  if (header === undefined) return { start: 0, end: size - 1 };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? [];
  if (first === undefined || last === undefined) {
    throw invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
    );
  }
  const range = { start: Number(first), end: Number(last) };
  if (range.start > range.end || range.end >= size) {
    throw invalidArgument(`Range specified is not valid for source object of size: ${size}`);
  }
  return range;
}

/** UploadPartCopy: a part out of another object, whole or by range. */
export const copyPart: Operation = async (ctx) => {
  ctx.need('s3:PutObject');
  const number = partNumberOf(ctx);
  const upload = uploadOf(ctx);
  const { version } = sourceOf(ctx);
  const range = copyRange(ctx, version.size);
  const bytes = range.end - range.start + 1;
  if (bytes > MAX_COPY) throw entityTooLarge(bytes, MAX_COPY);
  const { algorithm } = upload.meta;
  const copied = await copyBytes(ctx, ctx.store.versions.parts(version.id), range, algorithm);
  const etag = await filePart(ctx, upload.id, number, copied);
  return {
    status: 200,
    headers: { 'x-amz-copy-source-version-id': version.versionId === 'null' ? undefined : version.versionId },
    body: xmlDocument('CopyPartResult', [
      ['LastModified', ctx.now().toISOString()],
      ['ETag', `"${etag}"`],
      [`Checksum${algorithm}`, upload.meta.asked ? copied.digest.toString('base64') : undefined],
    ]),
  };
};
