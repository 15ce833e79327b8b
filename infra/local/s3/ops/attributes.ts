import type { Operation } from '../context.ts';
import { invalidArgument } from '../errors.ts';
import { findReadable, versioned } from '../find.ts';
import { versionHeader } from '../headers.ts';
import type { Part, Version } from '../store/model.ts';
import { type Field, xmlDocument } from '../xml/write.ts';

function objectParts(version: Version, parts: readonly Part[], marker: number, limit: number): Field {
  const algorithm = version.meta.checksum?.algorithm;
  const rest = parts.filter((p) => p.number > marker);
  const page = rest.slice(0, limit);
  // S3 lists the single parts only where each has a checksum of its own that the client chose.
  const listed = version.meta.checksum?.type === 'COMPOSITE' ? page : [];
  return [
    'ObjectParts',
    [
      ['PartsCount', parts.length],
      ['PartNumberMarker', marker],
      ['NextPartNumberMarker', page.at(-1)?.number ?? 0],
      ['MaxParts', limit],
      ['IsTruncated', rest.length > limit],
      ...listed.map(
        (p): Field => [
          'Part',
          [
            ['PartNumber', p.number],
            ['Size', p.size],
            [`Checksum${algorithm}`, p.checksum],
          ],
        ],
      ),
    ],
  ];
}

/** GetObjectAttributes: ETag, Checksum, ObjectParts, StorageClass, ObjectSize as `x-amz-object-attributes` asks. */
export const getAttributes: Operation = (ctx) => {
  const versionId = ctx.query.get('versionId');
  ctx.need(versioned('Get', '', versionId));
  ctx.need(versioned('Get', 'Attributes', versionId));
  const version = findReadable(ctx, ctx.bucket().name, ctx.key, versionId);
  const wanted = (ctx.header('x-amz-object-attributes') ?? '').split(',').map((name) => name.trim());
  const known = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'];
  if (!wanted.every((name) => known.includes(name)))
    throw invalidArgument('Invalid attribute name specified.');
  const { checksum, multipart } = version.meta;
  const limit = Math.min(Number(ctx.header('x-amz-max-parts') ?? 1000), 1000);
  const marker = Number(ctx.header('x-amz-part-number-marker') ?? 0);
  const fields: [name: string, field: Field][] = [
    ['ETag', ['ETag', version.etag]],
    [
      'Checksum',
      [
        'Checksum',
        checksum && [
          [`Checksum${checksum.algorithm}`, checksum.value.replace(/-\d+$/, '')],
          ['ChecksumType', checksum.type],
        ],
      ],
    ],
    ['StorageClass', ['StorageClass', version.meta.headers['x-amz-storage-class'] ?? 'STANDARD']],
    ['ObjectSize', ['ObjectSize', version.size]],
  ];
  const chosen = fields.filter(([name]) => wanted.includes(name)).map(([, field]) => field);
  if (multipart && wanted.includes('ObjectParts')) {
    chosen.push(objectParts(version, ctx.store.versions.parts(version.id), marker, limit));
  }
  return {
    status: 200,
    headers: {
      'last-modified': version.modified.toUTCString(),
      ...versionHeader(version, ctx.bucket().versioning),
    },
    body: xmlDocument('GetObjectAttributesResponse', chosen),
  };
};
