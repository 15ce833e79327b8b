import * as z from 'zod';
import { Problem } from '../problem.ts';
import type { Row } from './table.ts';

const row = z.record(z.string(), z.union([z.string(), z.number()]));

/** An opaque cursor: where the next page starts. */
export const toCursor = (next: Row | undefined): string | undefined =>
  next === undefined ? undefined : Buffer.from(JSON.stringify(next)).toString('base64url');

/** The start of the next page, of a list that goes on by more than one key; a cursor that is not ours is a problem of the caller. */
export const readCursor = <T>(place: z.ZodType<T>, cursor: string | undefined): T | undefined => {
  if (cursor === undefined) return undefined;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Problem(
      'invalid-input',
      { zh: '分页标记无效，请从第一页重新开始。', en: 'The cursor is not valid: start from the first page.' },
      [{ field: 'cursor', message: 'cursor' }],
    );
  }
};

/** The key from which the next page starts. */
export const fromCursor = (cursor: string | undefined): Row | undefined => readCursor(row, cursor);
