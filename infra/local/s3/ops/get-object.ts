import { notModified } from '../conditions.ts';
import type { Context, Operation, Reply } from '../context.ts';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { findReadable, versioned } from '../find.ts';
import { checksumHeaders, describe, overrides, versionHeader } from '../headers.ts';
import { parseRange, type Range } from '../range.ts';
import { readBytes } from '../read-bytes.ts';
import type { Part, Version } from '../store/model.ts';

type Slice = { range: Range | undefined; partsCount?: number };

function partRange(parts: readonly Part[], number: number, version: Version): Slice {
  const at = parts.findIndex((p) => p.number === number);
  if (!version.meta.multipart && number === 1) return { range: { start: 0, end: version.size - 1 } };
  const part = parts[at];
  if (part === undefined) throw invalidArgument('The requested partnumber is not satisfiable');
  const start = parts.slice(0, at).reduce((sum, p) => sum + p.size, 0);
  return { range: { start, end: start + part.size - 1 }, partsCount: parts.length };
}

function slice(ctx: Context, version: Version, parts: readonly Part[]): Slice {
  const number = ctx.query.get('partNumber');
  const range = ctx.header('range');
  if (number === undefined) return { range: parseRange(range, version.size) };
  if (range !== undefined)
    throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
  return partRange(parts, Number(number), version);
}

function reply(ctx: Context, version: Version, withBody: boolean): Reply {
  const parts = ctx.store.versions.parts(version.id);
  const { range, partsCount } = slice(ctx, version, parts);
  const wanted = range ?? { start: 0, end: version.size - 1 };
  const whole = wanted.start === 0 && wanted.end === version.size - 1;
  const shown = whole && ctx.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  return {
    status: range === undefined || version.size === 0 ? 200 : 206,
    headers: {
      ...describe(version),
      ...versionHeader(version, ctx.bucket().versioning),
      ...(shown && checksumHeaders(version.meta.checksum)),
      ...overrides(ctx),
      'content-length': String(wanted.end - wanted.start + 1),
      'content-range':
        range && version.size > 0 ? `bytes ${range.start}-${range.end}/${version.size}` : undefined,
      'x-amz-mp-parts-count': partsCount === undefined ? undefined : String(partsCount),
    },
    ...(withBody && { body: readBytes(ctx.blobs, parts, wanted) }),
  };
}

const read =
  (withBody: boolean): Operation =>
  (ctx) => {
    const versionId = ctx.query.get('versionId');
    ctx.need(versioned('Get', '', versionId));
    const version = findReadable(ctx, ctx.bucket().name, ctx.key, versionId);
    if (notModified(ctx.header, version)) {
      const { etag, 'last-modified': modified } = describe(version);
      return { status: 304, headers: { etag, 'last-modified': modified } };
    }
    return reply(ctx, version, withBody);
  };

/** GetObject: the whole, a range or a part, with conditions and `response-*` overrides. */
export const getObject = read(true);

/** HeadObject: what GetObject would say, without the bytes. */
export const headObject = read(false);
