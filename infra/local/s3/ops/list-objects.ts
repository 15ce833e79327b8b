import type { Context, Operation } from '../context.ts';
import { invalidArgument } from '../errors.ts';
import type { Version } from '../store/model.ts';
import { keyBlob } from '../store/row.ts';
import { after, afterPrefix } from '../store/scan.ts';
import { type Field, xmlDocument } from '../xml/write.ts';
import { nameWriter, pageSize, rollUp } from './page.ts';

type Page = { contents: Version[]; prefixes: string[]; next: Buffer | undefined; last: string };

const later = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) > 0 ? a : b);

function collect(ctx: Context, from: Buffer, prefix: string, delimiter: string, limit: number): Page {
  const page: Page = { contents: [], prefixes: [], next: undefined, last: '' };
  if (limit === 0) return page;
  const cursor: { jump?: Buffer } = {};
  let place = later(from, keyBlob(prefix));
  for (const version of ctx.store.scan.objects(ctx.bucketName, place, cursor)) {
    if (!version.key.startsWith(prefix)) break;
    if (page.contents.length + page.prefixes.length >= limit) {
      page.next = place;
      break;
    }
    const group = rollUp(version.key, prefix, delimiter);
    if (group === undefined) {
      page.contents.push(version);
      place = after(version.key);
    } else {
      page.prefixes.push(group);
      place = afterPrefix(group);
      cursor.jump = place;
    }
    page.last = group ?? version.key;
  }
  return page;
}

function startOf(token: string | undefined, startAfter: string | undefined): Buffer {
  if (token === undefined) return startAfter ? after(startAfter) : Buffer.alloc(0);
  if (!/^[\w-]+$/.test(token)) throw invalidArgument('The continuation token provided is incorrect');
  return Buffer.from(token, 'base64url');
}

const entry = (version: Version, write: (name: string) => string, owner: boolean): Field => [
  'Contents',
  [
    ['Key', write(version.key)],
    ['LastModified', version.modified.toISOString()],
    ['ETag', `"${version.etag}"`],
    ['ChecksumAlgorithm', version.meta.checksum?.algorithm],
    ['ChecksumType', version.meta.checksum?.type],
    ['Size', version.size],
    ['Owner', owner ? [['ID', 'local']] : undefined],
    ['StorageClass', version.meta.headers['x-amz-storage-class'] ?? 'STANDARD'],
  ],
];

/** ListObjectsV2, and ListObjects where `list-type=2` is missing. */
export const listObjects: Operation = (ctx) => {
  ctx.need('s3:ListBucket', ctx.arn(ctx.bucketName));
  ctx.bucket();
  const { query } = ctx;
  const v2 = query.get('list-type') === '2';
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
  const token = query.get('continuation-token');
  const limit = pageSize(ctx, 'max-keys');
  const write = nameWriter(ctx);
  const start = v2
    ? startOf(token, query.get('start-after'))
    : startAfterMarker(query.get('marker'), delimiter, prefix);
  const page = collect(ctx, start, prefix, delimiter, limit);
  const common: Field[] = [
    ['Name', ctx.bucketName],
    ['Prefix', write(prefix)],
    ['Delimiter', delimiter === '' ? undefined : write(delimiter)],
    ['MaxKeys', limit],
    ['EncodingType', query.get('encoding-type')],
    ['IsTruncated', page.next !== undefined],
  ];
  const paging: Field[] = v2
    ? [
        ['KeyCount', page.contents.length + page.prefixes.length],
        ['ContinuationToken', token],
        ['NextContinuationToken', page.next?.toString('base64url')],
        ['StartAfter', query.has('start-after') ? write(query.get('start-after') ?? '') : undefined],
      ]
    : [
        ['Marker', write(query.get('marker') ?? '')],
        ['NextMarker', page.next && write(page.last)],
      ];
  const owner = !v2 || query.get('fetch-owner') === 'true';
  const contents = page.contents.map((version) => entry(version, write, owner));
  const prefixes = page.prefixes.map((p): Field => ['CommonPrefixes', [['Prefix', write(p)]]]);
  return {
    status: 200,
    body: xmlDocument('ListBucketResult', [...common, ...paging, ...contents, ...prefixes]),
  };
};

/** A marker that is itself a common prefix stands for all keys below it. */
function startAfterMarker(marker: string | undefined, delimiter: string, prefix: string): Buffer {
  if (!marker) return Buffer.alloc(0);
  return rollUp(marker, prefix, delimiter) === marker ? afterPrefix(marker) : after(marker);
}
