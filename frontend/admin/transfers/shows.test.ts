import { expect, test } from '@jest/globals';
import { asked, owedPath } from './shows.ts';

const of = (query: string, provincial = true) => asked(new URLSearchParams(query), provincial);

test('an archive of a province sees what it owes, the national one what came in', () => {
  expect(of('')).toEqual({ way: 'out', show: 'open' });
  expect(of('', false)).toEqual({ way: 'in', show: 'sent' });
  expect(of('show=received&way=in')).toEqual({ way: 'in', show: 'received' });
});

test('what is not shown of a way falls back to its first', () => {
  expect(of('way=in&show=exempt')).toEqual({ way: 'in', show: 'sent' });
  expect(of('way=sideways&show=nothing')).toEqual({ way: 'out', show: 'open' });
});

test('a figure leads to the list that it counted', () => {
  const path = owedPath({ node: 'HB', from: '2026-12-01', to: '2026-12-31' });
  expect(of(path.split('?')[1] ?? '', false)).toEqual({
    ...{ way: 'out', show: 'open', from: '2026-12-01', to: '2026-12-31' },
  });
});
