import { describe, expect, test } from '@jest/globals';
import { regionLevels, termsOf, textsOf } from './fields.ts';
import { SearchQuery } from './query.ts';
import { SearchRecord } from './record.ts';
import { syntheticRecord } from './testing/records.ts';

const least = {
  id: 'a',
  kind: 'dossier',
  version: 1,
  access: 'open',
  node: '65',
  archiveNumber: 'd1',
  title: '报告',
  dataClass: '物探',
  published: '2020-01-01',
  fileCount: 0,
};

describe('SearchRecord', () => {
  test('needs little', () => {
    expect(SearchRecord.parse(least)).toMatchObject({ keywords: [], regions: [], minerals: [] });
  });

  test.each<[string, object]>([
    ['a day that does not exist', { published: '2021-02-29' }],
    ['a date in another form', { formed: '2021/02/01' }],
    ['a box upside down', { bbox: [1, 5, 2, 4] }],
    ['a box inside out', { bbox: [5, 1, 4, 2] }],
    ['a box off the earth', { bbox: [170, 0, 181, 1] }],
    ['a region that is no code', { regions: [{ code: '65', name: '新疆' }] }],
    ['no version', { version: 0 }],
    ['secret', { access: 'secret' }],
    ['an empty title', { title: ' ' }],
  ])('refuses %s', (_what, wrong) => {
    expect(SearchRecord.safeParse({ ...least, ...wrong }).success).toBe(false);
  });

  test('made-up ones are records, and the same every time', () => {
    for (let n = 0; n < 200; n++) expect(SearchRecord.parse(syntheticRecord(n))).toEqual(syntheticRecord(n));
    expect(new Set(Array.from({ length: 200 }, (_, n) => syntheticRecord(n).title)).size).toBeGreaterThan(
      100,
    );
  });
});

describe('fields', () => {
  test.each([
    ['654221', ['650000', '654200', '654221']],
    ['654200', ['650000', '654200']],
    ['650000', ['650000']],
  ])('region %s belongs to its prefecture and province', (code, levels) => {
    expect(regionLevels(code)).toEqual(levels);
  });

  test('values are not counted twice', () => {
    const record = SearchRecord.parse({
      ...least,
      formed: '1987-05-01',
      minerals: ['金', '金'],
      regions: [
        { code: '654221', name: '额敏' },
        { code: '654321', name: '布尔津' },
      ],
    });
    expect(termsOf(record)).toMatchObject({
      mineral: ['金'],
      region: ['650000', '654200', '654221', '654300', '654321'],
      formedYear: ['1987'],
      workDegree: [],
    });
    expect(textsOf(record).subject).toBe('金\n金\n额敏\n布尔津');
  });
});

describe('SearchQuery', () => {
  test('has its defaults', () => {
    expect(SearchQuery.parse({})).toEqual({ sort: 'relevance', limit: 20, facetSize: 20 });
  });

  test.each<[string, object]>([
    ['an unknown filter', { filters: { password: ['x'] } }],
    ['an empty filter', { filters: { node: [] } }],
    ['an unknown facet', { facets: ['id'] }],
    ['an unknown sort', { sort: 'random' }],
    ['a page too long', { limit: 201 }],
    ['a text too long', { text: 'x'.repeat(501) }],
    ['a period backwards', { formed: { from: '2001-01-01', to: '2000-01-01' } }],
    ['a box upside down', { bbox: [0, 5, 1, 4] }],
  ])('refuses %s', (_what, wrong) => {
    expect(SearchQuery.safeParse(wrong).success).toBe(false);
  });

  test('takes a box over the 180th meridian', () => {
    expect(SearchQuery.safeParse({ bbox: [170, 0, -170, 5] }).success).toBe(true);
  });
});
