import { describe, expect, test } from '@jest/globals';
import { arrange } from './arrange.ts';
import type { Column } from './column.ts';
import type { ListState } from './url-state.ts';

type Row = { title: string; state: string; size: number };
const columns: Column<Row>[] = [
  { key: 'title', heading: 'T', text: (row) => row.title },
  {
    key: 'state',
    heading: 'S',
    text: (row) => (row.state === 'open' ? '填报中' : '已验收'),
    filterBy: (row) => row.state,
  },
  { key: 'size', heading: 'B', text: (row) => `${row.size} B`, order: (row) => row.size },
];
const rows: Row[] = [
  { title: '铜陵 Copper 报告 10', state: 'open', size: 900 },
  { title: '大庆测井 9', state: 'done', size: 1000 },
  { title: 'ＣＯＰＰＥＲ 9', state: 'done', size: 20 },
];
const plain: ListState = { q: '', sort: undefined, descending: false, filters: {} };
const titles = (change: Partial<ListState>) =>
  arrange(rows, columns, { ...plain, ...change }).map((row) => row.size);

describe('arrange', () => {
  test('finds words in any column, whatever their width and case', () => {
    expect(titles({ q: 'copper' })).toEqual([900, 20]);
    expect(titles({ q: '已验收 copper' })).toEqual([20]);
    expect(titles({ q: 'zinc' })).toEqual([]);
  });

  test('filters by value, not by what is shown', () => {
    expect(titles({ filters: { state: ['open'] } })).toEqual([900]);
    expect(titles({ filters: { state: ['open', 'done'] } })).toEqual([900, 1000, 20]);
  });

  test('sorts numbers as numbers, both ways', () => {
    expect(titles({ sort: 'size' })).toEqual([20, 900, 1000]);
    expect(titles({ sort: 'size', descending: true })).toEqual([1000, 900, 20]);
  });

  test('leaves the given order alone without a sort, and the given array untouched', () => {
    const before = [...rows];
    expect(titles({})).toEqual([900, 1000, 20]);
    titles({ sort: 'size' });
    expect(rows).toEqual(before);
  });

  test('10 000 rows stay quick', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      title: `报告 ${n}`,
      state: 'open',
      size: n % 97,
    }));
    const start = performance.now();
    arrange(many, columns, { ...plain, q: '报告 9', sort: 'title' });
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
