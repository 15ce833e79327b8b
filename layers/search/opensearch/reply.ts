import * as z from 'zod';
import { encodeCursor, Position } from '../cursor.ts';
import type { SearchReply, VisibleQuery } from '../query.ts';

const Reply = z.object({
  timed_out: z.literal(false),
  _shards: z.object({ failed: z.literal(0) }),
  hits: z.object({
    total: z.object({ value: z.number(), relation: z.enum(['eq', 'gte']) }),
    hits: z.array(z.object({ _id: z.string(), _score: z.number().nullable(), sort: Position })),
  }),
  aggregations: z
    .record(
      z.string(),
      z.object({
        values: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
      }),
    )
    .default({}),
});

/** Reads the reply to `searchBody`. A partial one (a shard failed, time ran out) is an error, not fewer hits. */
export const readReply = (query: VisibleQuery, body: unknown): SearchReply => {
  const { hits, aggregations } = Reply.parse(body);
  const shown = hits.hits.slice(0, query.limit);
  const last = hits.hits.length > query.limit ? shown.at(-1) : undefined;
  return {
    hits: shown.map((hit) => ({ id: hit._id, score: hit._score ?? 0 })),
    total: { count: hits.total.value, exact: hits.total.relation === 'eq' },
    facets: Object.fromEntries(
      (query.facets ?? []).map((field) => [
        field,
        (aggregations[field]?.values.buckets ?? []).map(({ key, doc_count }) => ({
          value: key,
          count: doc_count,
        })),
      ]),
    ),
    ...(last ? { cursor: encodeCursor(query, last.sort) } : {}),
  };
};
