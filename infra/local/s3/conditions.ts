import { AwsError } from '../sigv4/aws-error.ts';
import type { Context } from './context.ts';
import { noSuchKey, preconditionFailed } from './errors.ts';
import type { Version } from './store/model.ts';

const listed = (header: string, etag: string): boolean =>
  header.split(',').some((given) =>
    ['*', etag].includes(
      given
        .trim()
        .replace(/^W\//, '')
        .replace(/^"(.*)"$/, '$1'),
    ),
  );

/** HTTP dates have whole seconds. */
const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

/**
 * The conditions of a write: `If-None-Match: *` (only when there is no such object) and `If-Match: etag`.
 * Throws PreconditionFailed (412), NoSuchKey (404) for `If-Match` without an object, NotImplemented (501).
 */
export function checkWrite(ctx: Context, current: Version | undefined): void {
  const existing = current?.marker === false ? current : undefined;
  const noneMatch = ctx.header('if-none-match');
  const match = ctx.header('if-match');
  if (noneMatch !== undefined && noneMatch !== '*') {
    throw new AwsError(
      'NotImplemented',
      501,
      'A header you provided implies functionality that is not implemented',
      {
        Header: 'If-None-Match',
      },
    );
  }
  if (noneMatch !== undefined && existing !== undefined) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (existing === undefined) throw noSuchKey(ctx.key);
  if (!listed(match, existing.etag)) throw preconditionFailed('If-Match');
}

/** The conditions of a read (RFC 9110, 13). Returns whether to answer 304; throws PreconditionFailed. */
export function notModified(read: (name: string) => string | undefined, version: Version): boolean {
  const [match, noneMatch] = [read('if-match'), read('if-none-match')];
  const [since, unmodified] = [read('if-modified-since'), read('if-unmodified-since')];
  if (match !== undefined) {
    if (!listed(match, version.etag)) throw preconditionFailed('If-Match');
  } else if (unmodified !== undefined && seconds(version.modified) > seconds(new Date(unmodified))) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  if (noneMatch !== undefined) return listed(noneMatch, version.etag);
  return since !== undefined && seconds(version.modified) <= seconds(new Date(since));
}
