import { describe, expect, test } from '@jest/globals';
import { encodeCursor, InvalidCursor } from '../cursor.ts';
import { ask } from '../testing/contract.ts';
import { searchBody } from './request.ts';

/** The conditions that have no say in the score, after the one that leaves removed records out. */
const withFilters = (...filters: object[]) => ({
  query: { bool: { filter: [{ term: { removed: false } }, ...filters] } },
});
const everything = { bool: { should: [{ bool: { filter: [] } }], minimum_should_match: 1 } };

describe('searchBody', () => {
  test('a whole question', () => {
    const body = searchBody(
      ask(
        {
          text: '金矿 -"coal mine" title:普查',
          filters: { mineral: ['金'], node: ['65'] },
          facets: ['node'],
          limit: 10,
        },
        [{ access: ['open'] }, { node: ['65'], access: ['catalogue-only'] }],
      ),
    );
    const met = (path: string, token: string) => ({
      bool: { filter: [{ bool: { should: [{ term: { [path]: token } }], minimum_should_match: 1 } }] },
    });
    expect(body).toEqual({
      query: {
        bool: {
          must: [
            {
              dis_max: {
                queries: [
                  { constant_score: { filter: met('anywhere', '金矿'), boost: 1 } },
                  { constant_score: { filter: met('text.subject', '金矿'), boost: 2 } },
                  { constant_score: { filter: met('text.title', '金矿'), boost: 4 } },
                  { constant_score: { filter: met('text.code', '金矿'), boost: 8 } },
                ],
              },
            },
            { dis_max: { queries: [{ constant_score: { filter: met('text.title', '普查'), boost: 4 } }] } },
          ],
          must_not: [
            {
              bool: {
                filter: [
                  {
                    bool: { should: [{ match_phrase: { anywhere: 'coal mine' } }], minimum_should_match: 1 },
                  },
                ],
              },
            },
          ],
          filter: [
            { term: { removed: false } },
            {
              bool: {
                should: [
                  { bool: { filter: [{ terms: { 'term.access': ['open'] } }] } },
                  {
                    bool: {
                      filter: [
                        { terms: { 'term.access': ['catalogue-only'] } },
                        { terms: { 'term.node': ['65'] } },
                      ],
                    },
                  },
                ],
                minimum_should_match: 1,
              },
            },
          ],
        },
      },
      post_filter: {
        bool: { filter: [{ terms: { 'term.node': ['65'] } }, { terms: { 'term.mineral': ['金'] } }] },
      },
      aggs: {
        node: {
          filter: { bool: { filter: [{ terms: { 'term.mineral': ['金'] } }] } },
          aggs: { values: { terms: { field: 'term.node', size: 20, shard_size: 1000 } } },
        },
      },
      sort: [{ _score: 'desc' }, { published: 'desc' }, { id: 'asc' }],
      size: 11,
      track_total_hits: 10_000,
    });
  });

  test('who may see nothing asks for nothing', () => {
    expect(searchBody(ask({}, []))).toMatchObject(withFilters({ match_none: {} }));
  });

  test('a box, and one over the 180th meridian', () => {
    const lines = [{ range: { south: { lte: 4 } } }, { range: { north: { gte: 2 } } }];
    const sides = (west: number, east: number) => [
      { range: { west: { lte: east } } },
      { range: { east: { gte: west } } },
    ];
    expect(searchBody(ask({ bbox: [1, 2, 3, 4] }))).toMatchObject(
      withFilters(everything, ...lines, ...sides(1, 3)),
    );
    expect(searchBody(ask({ bbox: [170, 2, -170, 4] }))).toMatchObject(
      withFilters(everything, ...lines, { bool: { should: sides(170, -170), minimum_should_match: 1 } }),
    );
  });

  test('dates are days since 1970', () => {
    expect(searchBody(ask({ formed: { from: '1969-12-31', to: '1970-01-02' } }))).toMatchObject(
      withFilters(everything, { exists: { field: 'formed' } }, { range: { formed: { gte: -1, lte: 1 } } }),
    );
  });

  test.each([
    ['金', { prefix: { anywhere: '金' } }],
    ['J50E', { prefix: { anywhere: 'j50e' } }],
    ['L-44-1', { match_phrase_prefix: { anywhere: { query: 'l 44 1', max_expansions: 10_000 } } }],
  ])('%s', (text, wanted) => {
    expect(JSON.stringify(searchBody(ask({ text })))).toContain(JSON.stringify(wanted));
  });

  test('goes on after a cursor of its own question only', () => {
    const cursor = encodeCursor(ask({ text: '金' }), [3, 100, 'a']);
    expect(searchBody({ ...ask({ text: '金' }), cursor })).toMatchObject({ search_after: [3, 100, 'a'] });
    expect(() => searchBody({ ...ask({ text: '银' }), cursor })).toThrow(InvalidCursor);
  });
});
