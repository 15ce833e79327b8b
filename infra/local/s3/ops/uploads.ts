import type { Operation } from '../context.ts';
import { noSuchUpload } from '../errors.ts';
import { uploadOf } from '../multipart.ts';
import { type Field, xmlDocument } from '../xml/write.ts';
import { nameWriter, pageSize, rollUp } from './page.ts';

/** AbortMultipartUpload */
export const abortUpload: Operation = async (ctx) => {
  ctx.need('s3:AbortMultipartUpload');
  const upload = uploadOf(ctx);
  const parts = ctx.store.uploads.parts(upload.id);
  ctx.store.transact(() => {
    if (ctx.store.uploads.find(upload.id, upload.bucket, upload.key) === undefined)
      throw noSuchUpload(upload.id);
    ctx.store.uploads.remove(upload.id);
  });
  await ctx.blobs.free(parts.map((p) => p.blob));
  return { status: 204 };
};

/** ListParts, a page at a time. */
export const listParts: Operation = (ctx) => {
  ctx.need('s3:ListMultipartUploadParts');
  const upload = uploadOf(ctx);
  const limit = pageSize(ctx, 'max-parts');
  const marker = Number(ctx.query.get('part-number-marker') ?? 0) || 0;
  const found = ctx.store.uploads.parts(upload.id, marker, limit + 1);
  const page = found.slice(0, limit);
  const { algorithm, asked, checksumType } = upload.meta;
  const parts = page.map(
    (part): Field => [
      'Part',
      [
        ['PartNumber', part.number],
        ['LastModified', part.modified.toISOString()],
        ['ETag', `"${part.etag}"`],
        ['Size', part.size],
        [`Checksum${algorithm}`, part.checksum],
      ],
    ],
  );
  return {
    status: 200,
    body: xmlDocument('ListPartsResult', [
      ['Bucket', upload.bucket],
      ['Key', upload.key],
      ['UploadId', upload.id],
      ['PartNumberMarker', marker],
      ['NextPartNumberMarker', page.at(-1)?.number ?? 0],
      ['MaxParts', limit],
      ['IsTruncated', found.length > limit],
      ['StorageClass', 'STANDARD'],
      ['ChecksumAlgorithm', asked ? algorithm : undefined],
      ['ChecksumType', asked ? checksumType : undefined],
      ...parts,
    ]),
  };
};

/** ListMultipartUploads, by key and upload id. */
export const listUploads: Operation = (ctx) => {
  ctx.need('s3:ListBucketMultipartUploads', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const { query } = ctx;
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
  const [keyMarker, idMarker] = [query.get('key-marker') ?? '', query.get('upload-id-marker') ?? ''];
  const limit = pageSize(ctx, 'max-uploads');
  const write = nameWriter(ctx);
  const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const found = ctx.store.uploads
    .list(ctx.bucketName)
    .filter((u) => u.key.startsWith(prefix))
    .filter((u) => {
      const order = keyMarker === '' ? 1 : compare(u.key, keyMarker);
      return order > 0 || (order === 0 && idMarker !== '' && compare(u.id, idMarker) > 0);
    });
  const groups = new Set(found.map((u) => rollUp(u.key, prefix, delimiter)).filter((g) => g !== undefined));
  const own = found.filter((u) => rollUp(u.key, prefix, delimiter) === undefined);
  const page = own.slice(0, limit);
  const cut = own.length > limit;
  const uploads = page.map(
    (u): Field => [
      'Upload',
      [
        ['Key', write(u.key)],
        ['UploadId', u.id],
        ['Initiated', u.initiated.toISOString()],
        ['StorageClass', 'STANDARD'],
        ['ChecksumAlgorithm', u.meta.asked ? u.meta.algorithm : undefined],
        ['ChecksumType', u.meta.asked ? u.meta.checksumType : undefined],
      ],
    ],
  );
  return {
    status: 200,
    body: xmlDocument('ListMultipartUploadsResult', [
      ['Bucket', ctx.bucketName],
      ['KeyMarker', write(keyMarker)],
      ['UploadIdMarker', idMarker],
      ['NextKeyMarker', cut ? write(page.at(-1)?.key ?? '') : undefined],
      ['NextUploadIdMarker', cut ? page.at(-1)?.id : undefined],
      ['Prefix', write(prefix)],
      ['Delimiter', delimiter === '' ? undefined : write(delimiter)],
      ['MaxUploads', limit],
      ['EncodingType', query.get('encoding-type')],
      ['IsTruncated', cut],
      ...uploads,
      ...[...groups].map((g): Field => ['CommonPrefixes', [['Prefix', write(g)]]]),
    ]),
  };
};
