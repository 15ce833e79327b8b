import { encodeRfc3986 } from '../../sigv4/encode.ts';
import type { Context } from '../context.ts';
import { invalidArgument } from '../errors.ts';
import { MAX_PAGE_COUNT } from '../limits.ts';

/** A count parameter of a listing; S3 caps it at 1000. Throws InvalidArgument when it is no count. */
export function pageSize(ctx: Context, name: string): number {
  const text = ctx.query.get(name);
  if (text === undefined || text === '') return MAX_PAGE_COUNT;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0)
    throw invalidArgument(`Provided ${name} not an integer or within integer range`);
  return Math.min(count, MAX_PAGE_COUNT);
}

/** How names are written: percent-encoded when the client asks for `encoding-type=url`. */
export function nameWriter(ctx: Context): (name: string) => string {
  const type = ctx.query.get('encoding-type');
  if (type !== undefined && type !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request');
  return type === 'url' ? (name) => encodeRfc3986(name).replaceAll('%2F', '/') : (name) => name;
}

/** The common prefix that the delimiter makes of a key; undefined when the key stands for itself. */
export function rollUp(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}
