import type { Context, Operation } from '../context.ts';
import { invalidArgument } from '../errors.ts';
import type { Version } from '../store/model.ts';
import { keyBlob } from '../store/row.ts';
import { after, afterPrefix } from '../store/scan.ts';
import { type Field, xmlDocument } from '../xml/write.ts';
import { nameWriter, pageSize, rollUp } from './page.ts';

const entry = (version: Version, write: (name: string) => string): Field => [
  version.marker ? 'DeleteMarker' : 'Version',
  [
    ['Key', write(version.key)],
    ['VersionId', version.versionId],
    ['IsLatest', version.latest],
    ['LastModified', version.modified.toISOString()],
    ['ETag', version.marker ? undefined : `"${version.etag}"`],
    ['ChecksumAlgorithm', version.meta.checksum?.algorithm],
    ['ChecksumType', version.meta.checksum?.type],
    ['Size', version.marker ? undefined : version.size],
    ['StorageClass', version.marker ? undefined : 'STANDARD'],
    ['Owner', [['ID', 'local']]],
  ],
];

type Start = { from: Buffer; resume?: { key: string; id: number } };

function startOf(ctx: Context, prefix: string, delimiter: string): Start {
  const key = ctx.query.get('key-marker');
  const versionId = ctx.query.get('version-id-marker');
  const floor = keyBlob(prefix);
  if (!key) {
    if (versionId) throw invalidArgument('A version-id marker cannot be specified without a key marker.');
    return { from: floor };
  }
  const place = rollUp(key, prefix, delimiter) === key ? afterPrefix(key) : after(key);
  const from = Buffer.compare(place, floor) > 0 ? place : floor;
  const version = versionId ? ctx.store.versions.find(ctx.bucketName, key, versionId) : undefined;
  return version === undefined ? { from } : { from, resume: { key, id: version.id } };
}

/** ListObjectVersions: versions and delete markers, newest first within a key. */
export const listVersions: Operation = (ctx) => {
  ctx.need('s3:ListBucketVersions', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const { query } = ctx;
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
  const limit = pageSize(ctx, 'max-keys');
  const write = nameWriter(ctx);
  const start = startOf(ctx, prefix, delimiter);
  const cursor: { jump?: Buffer } = {};
  const entries: Field[] = [];
  const prefixes: Field[] = [];
  let next: Field[] = [];
  let last: Field[] = [];
  for (const version of ctx.store.scan.versions(ctx.bucketName, start.from, cursor, start.resume)) {
    if (!version.key.startsWith(prefix) || limit === 0) break;
    if (entries.length + prefixes.length >= limit) {
      next = last;
      break;
    }
    const group = rollUp(version.key, prefix, delimiter);
    if (group === undefined) {
      entries.push(entry(version, write));
      last = [
        ['NextKeyMarker', write(version.key)],
        ['NextVersionIdMarker', version.versionId],
      ];
    } else {
      prefixes.push(['CommonPrefixes', [['Prefix', write(group)]]]);
      cursor.jump = afterPrefix(group);
      last = [['NextKeyMarker', write(group)]];
    }
  }
  return {
    status: 200,
    body: xmlDocument('ListVersionsResult', [
      ['Name', ctx.bucketName],
      ['Prefix', write(prefix)],
      ['KeyMarker', write(query.get('key-marker') ?? '')],
      ['VersionIdMarker', query.get('version-id-marker') ?? ''],
      ['Delimiter', delimiter === '' ? undefined : write(delimiter)],
      ['MaxKeys', limit],
      ['EncodingType', query.get('encoding-type')],
      ['IsTruncated', next.length > 0],
      ...next,
      ...entries,
      ...prefixes,
    ]),
  };
};
