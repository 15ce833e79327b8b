import { describe, expect, test } from '@jest/globals';
import { decodeCursor } from '../cursor.ts';
import { ask } from '../testing/contract.ts';
import { readReply } from './reply.ts';

const hit = (id: string, score: number | null = 4) => ({
  _index: 'c',
  _id: id,
  _score: score,
  sort: [score, 20000, id],
});
const reply = (more: object = {}) => ({
  took: 3,
  timed_out: false,
  _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
  hits: { total: { value: 2, relation: 'eq' }, max_score: 4, hits: [hit('a'), hit('b')] },
  ...more,
});

describe('readReply', () => {
  test('the last page', () => {
    expect(readReply(ask({ limit: 2 }), reply())).toEqual({
      hits: [
        { id: 'a', score: 4 },
        { id: 'b', score: 4 },
      ],
      total: { count: 2, exact: true },
      facets: {},
    });
  });

  test('one hit more than asked for means another page', () => {
    const query = ask({ limit: 1 });
    const { hits, cursor } = readReply(query, reply());
    expect(hits.map(({ id }) => id)).toEqual(['a']);
    expect(decodeCursor({ ...query, cursor: cursor ?? '' })).toEqual([4, 20000, 'a']);
  });

  test('facets, a total that is not exact, hits without a score', () => {
    const body = reply({
      hits: { total: { value: 10_000, relation: 'gte' }, hits: [hit('a', null)] },
      aggregations: { node: { doc_count: 9, values: { buckets: [{ key: '65', doc_count: 7 }] } } },
    });
    expect(readReply(ask({ facets: ['node', 'mineral'] }), body)).toEqual({
      hits: [{ id: 'a', score: 0 }],
      total: { count: 10_000, exact: false },
      facets: { node: [{ value: '65', count: 7 }], mineral: [] },
    });
  });

  test.each([
    ['late', { timed_out: true }],
    ['partial', { _shards: { total: 2, failed: 1 } }],
    ['something else', { hits: undefined }],
  ])('a reply that is %s is an error', (_what, more) => {
    expect(() => readReply(ask(), reply(more))).toThrow();
  });
});
