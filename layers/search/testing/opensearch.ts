import * as z from 'zod';
import type { Fetch } from '../opensearch/http.ts';
import { bucketsOf, matcher, Source } from './opensearch-query.ts';

const Action = z.strictObject({
  index: z.strictObject({ _id: z.string(), version: z.number(), version_type: z.literal('external_gte') }),
});
const Search = z.strictObject({
  query: Source,
  post_filter: Source,
  aggs: z.record(
    z.string(),
    z.strictObject({
      filter: Source,
      aggs: z.strictObject({
        values: z.strictObject({
          terms: z.strictObject({ field: z.string(), size: z.number(), shard_size: z.number() }),
        }),
      }),
    }),
  ),
  sort: z.array(z.record(z.string(), z.enum(['asc', 'desc']))),
  size: z.number(),
  track_total_hits: z.number(),
  search_after: z.array(z.union([z.number(), z.string(), z.null()])).optional(),
});
type Document = { version: number; source: Source };
type Key = string | number;

const key = z.union([z.string(), z.number()]);
const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

const search = (documents: readonly Document[], body: unknown): unknown => {
  const asked = Search.parse(body);
  const order = asked.sort.flatMap((each) => Object.entries(each));
  const scoreOf = matcher(asked.query);
  const meeting = documents.flatMap(({ source }) => {
    const score = scoreOf(source);
    if (score === undefined) return [];
    const sort = order.map(([field]) => (field === '_score' ? score : key.parse(source[field])));
    return [{ source, score, sort }];
  });
  const behind = (a: readonly (Key | null)[], b: readonly (Key | null)[]): number => {
    for (const [at, [, direction]] of order.entries()) {
      const found = compare(a[at] ?? '', b[at] ?? '');
      if (found !== 0) return direction === 'asc' ? found : -found;
    }
    return 0;
  };
  const { search_after: after } = asked;
  const shown = matcher(asked.post_filter);
  const hits = meeting.filter(({ source }) => shown(source) !== undefined);
  const page = hits
    .filter(({ sort }) => after === undefined || behind(sort, after) > 0)
    .sort((a, b) => behind(a.sort, b.sort))
    .slice(0, asked.size);
  const scored = order.some(([field]) => field === '_score');
  return {
    timed_out: false,
    _shards: { failed: 0 },
    hits: {
      total: { value: hits.length, relation: 'eq' },
      hits: page.map(({ source, score, sort }) => ({
        _id: source['id'],
        _score: scored ? score : null,
        sort,
      })),
    },
    aggregations: Object.fromEntries(
      Object.entries(asked.aggs).map(([name, { filter, aggs }]) => {
        const { field, size } = aggs.values.terms;
        const counted = matcher(filter);
        const among = meeting.filter(({ source }) => counted(source) !== undefined);
        const buckets = bucketsOf(
          among.map(({ source }) => source),
          field,
          size,
        );
        return [name, { values: { buckets } }];
      }),
    ),
  };
};

/**
 * As much of OpenSearch as the engine and its writer ask for, in memory: documents with external versions, the kinds of queries
 * in use, counts, order, pages. What it does not know it refuses, so that a new kind of request is noticed.
 */
export const fakeOpenSearch = (): { fetch: Fetch; requests: string[] } => {
  const indices = new Map<string, Map<string, Document>>();
  const requests: string[] = [];

  const bulk = (index: Map<string, Document>, body: string) => {
    const lines = body.trimEnd().split('\n');
    const items = [];
    for (let at = 0; at < lines.length; at += 2) {
      const { _id, version } = Action.parse(JSON.parse(lines[at] ?? '')).index;
      const late = version < (index.get(_id)?.version ?? 0);
      if (!late) index.set(_id, { version, source: Source.parse(JSON.parse(lines[at + 1] ?? '')) });
      items.push({ index: { _id, status: late ? 409 : 200 } });
    }
    return { errors: items.some(({ index: { status } }) => status !== 200), items };
  };

  const answer = (method: string, path: string, body: string): [number, unknown] => {
    const [name = '', action] = path.split('/');
    const index = indices.get(name);
    if (method === 'PUT' && action === undefined) {
      if (index !== undefined) return [400, { error: { type: 'resource_already_exists_exception' } }];
      indices.set(name, new Map());
      return [200, { acknowledged: true }];
    }
    if (method === 'POST' && action === '_search' && index === undefined)
      return [200, search([], JSON.parse(body))];
    if (method !== 'POST' || index === undefined)
      return [404, { error: { type: 'index_not_found_exception' } }];
    switch (action) {
      case '_bulk':
        return [200, bulk(index, body)];
      case '_search':
        return [200, search([...index.values()], JSON.parse(body))];
      case '_delete_by_query': {
        const { query } = z.strictObject({ query: Source }).parse(JSON.parse(body));
        const doomed = matcher(query);
        for (const [id, { source }] of index) if (doomed(source) !== undefined) index.delete(id);
        return [200, { failures: [] }];
      }
      case '_refresh':
      case '_forcemerge':
        return [200, {}];
      default:
        return [400, { error: { type: 'illegal_argument_exception' } }];
    }
  };

  return {
    requests,
    fetch: async (url, { method, body = '' }) => {
      const path = new URL(url).pathname.slice(1);
      requests.push(`${method} ${path}`);
      const [status, reply] = answer(method, path, body);
      return { status, text: async () => JSON.stringify(reply) };
    },
  };
};
