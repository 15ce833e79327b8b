import { expect, test } from '@jest/globals';
import { basketOf, requestLinks } from './basket.ts';

const record = (no: number, node = 'NGA') => ({ id: `R${no}`, title: `报告 ${no} & 附图`, node });

test('a basket that cannot be read is empty', () => {
  for (const text of [null, '', '{', '[1]', '{"id":1}']) expect(basketOf(text)).toEqual([]);
  expect(basketOf(JSON.stringify([record(1)]))).toEqual([record(1)]);
});

test('a request goes to one archive, with no more records than it holds', () => {
  const all = [...Array.from({ length: 25 }, (_, at) => record(at)), record(99, 'SD')];
  const links = requestLinks('https://submit.example/', all);
  expect(links.map(({ node, items }) => [node, items.length])).toEqual([
    ['NGA', 20],
    ['NGA', 5],
    ['SD', 1],
  ]);
  const url = new URL(links[2]?.href ?? '');
  expect([url.origin, url.pathname, url.searchParams.get('node')]).toEqual([
    'https://submit.example',
    '/use/new',
    'SD',
  ]);
  expect(url.searchParams.getAll('record')).toEqual(['R99 报告 99 & 附图']);
});
