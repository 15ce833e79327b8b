import { AwsError } from '../sigv4/aws-error.ts';

/** Bytes `start` to `end`, both included. */
export type Range = { start: number; end: number };

/**
 * Reads a `Range` header for an object of `size` bytes (RFC 9110, 14). Undefined means the whole object: S3 ignores
 * what it cannot read, and several ranges at once. Throws InvalidRange (416) when no byte of it exists.
 */
export function parseRange(header: string | undefined, size: number): Range | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  if (start >= size || (from === '' && Number(to) === 0)) {
    throw new AwsError('InvalidRange', 416, 'The requested range is not satisfiable', {
      RangeRequested: header ?? '',
      ActualObjectSize: String(size),
    });
  }
  return { start, end };
}
