import { expect, test } from '@jest/globals';
import { type ListState, parseListState } from '../../list/url-state.ts';
import { dimensionsOf, figureRows } from './figures.ts';
import { holeSearchShape } from './shape.ts';

const state = (address: string): ListState => parseListState(new URLSearchParams(address), holeSearchShape);
const counts = {
  depthClass: [
    { value: '100-300', count: 5 },
    { value: 'to-100', count: 3 },
  ],
  formedYear: [
    { value: '2020', count: 6 },
    { value: '2024', count: 2 },
  ],
  region: [
    { value: '420000', count: 4 },
    { value: '420100', count: 4 },
  ],
  mineral: [],
  part: [{ value: 'layers', count: 2 }],
};
const values = (address: string, facet: string) =>
  dimensionsOf(counts, 8, state(address))
    .find((one) => one.facet === facet)
    ?.figures.map(({ value, share }) => [value, share]);

test('fields are told in their own order, with shares of all that is found', () => {
  expect(values('', 'depthClass')).toEqual([
    ['to-100', 3 / 8],
    ['100-300', 5 / 8],
  ]);
  expect(values('', 'formedYear')?.map(([value]) => value)).toEqual(['2024', '2020']);
  expect(values('', 'part')).toEqual([['layers', 0.25]]);
});

test('regions are provinces, unless one below was asked for; fields that say nothing are left out', () => {
  expect(values('', 'region')).toEqual([['420000', 0.5]]);
  expect(values('region=420100', 'region')).toEqual([['420100', 0.5]]);
  expect(values('', 'mineral')).toBeUndefined();
});

test('of a field that was narrowed only what was chosen is told', () => {
  expect(values('depthClass=to-100', 'depthClass')).toEqual([['to-100', 3 / 8]]);
});

test('the sheet has a row for each figure, with the share in per cent', () => {
  const rows = figureRows(dimensionsOf(counts, 8, state('')), {
    facet: (facet) => facet,
    value: (_, value) => value,
  });
  expect(rows).toHaveLength(6);
  expect(rows[0]).toEqual({ by: 'depthClass', value: 'to-100', count: 3, share: 37.5 });
});

test('of nothing there is no share', () => {
  expect(dimensionsOf({ part: [{ value: 'logs', count: 0 }] }, 0, state(''))[0]?.figures[0]?.share).toBe(0);
});
