import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { VisibleQuery } from './query.ts';

/** The sort keys of the last hit shown, ending with its id. `null`: it has no such value. */
export const Position = z
  .array(z.union([z.number(), z.string(), z.null()]))
  .min(2)
  .max(3);
export type Position = z.infer<typeof Position>;

/** The cursor is damaged or belongs to another question; begin again without one. */
export class InvalidCursor extends Error {
  override name = 'InvalidCursor';
  readonly code = 'invalid-cursor';
}

const Envelope = z.object({ question: z.string(), position: Position });

/** A page size may change between pages; anything that changes which hits there are, or their order, may not. */
const questionOf = ({ text, filters, every, bbox, published, formed, sort, visible }: VisibleQuery): string =>
  createHash('sha256')
    .update(JSON.stringify([text, filters, every, bbox, published, formed, sort, visible]))
    .digest('base64url')
    .slice(0, 12);

export const encodeCursor = (query: VisibleQuery, position: Position): string =>
  Buffer.from(JSON.stringify({ question: questionOf(query), position })).toString('base64url');

/** The position a query goes on from. Throws `InvalidCursor`. */
export const decodeCursor = (query: VisibleQuery): Position | undefined => {
  if (query.cursor === undefined) return undefined;
  const envelope = Envelope.safeParse(readJson(query.cursor));
  if (!envelope.success) throw new InvalidCursor('The cursor cannot be read');
  if (envelope.data.question !== questionOf(query))
    throw new InvalidCursor('The cursor belongs to another question');
  return envelope.data.position;
};

const readJson = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};
