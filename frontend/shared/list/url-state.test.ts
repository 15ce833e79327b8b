import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatListState, isNarrowed, type ListShape, parseListState } from './url-state.ts';

const shape: ListShape = { filters: ['state', 'node'], sorts: ['due', 'title'] };
const read = (query: string) => parseListState(new URLSearchParams(query), shape);

describe('list state in the address', () => {
  test('reads words, sort and filters', () => {
    expect(read('q=铜矿&sort=-due&state=open&state=checked')).toEqual({
      q: '铜矿',
      sort: 'due',
      descending: true,
      filters: { state: ['open', 'checked'] },
    });
  });

  test('leaves out what it does not know', () => {
    expect(read('sort=-colour&mood=good&state=')).toEqual({
      q: '',
      sort: undefined,
      descending: false,
      filters: {},
    });
  });

  test('what is written is read back', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 });
    const state = fc.record({
      q: fc.string(),
      sort: fc.constantFrom('due', 'title'),
      descending: fc.boolean(),
      filters: fc.record({ state: values, node: values }, { requiredKeys: [] }),
    });
    fc.assert(
      fc.property(state, (given) => {
        const back = read(formatListState(given).toString());
        expect({ ...back, filters: { ...back.filters } }).toEqual({
          ...given,
          filters: { ...given.filters },
        });
      }),
    );
  });

  test('knows a narrowed list', () => {
    expect(isNarrowed(read(''))).toBe(false);
    expect(isNarrowed(read('sort=due'))).toBe(false);
    expect(isNarrowed(read('q=a'))).toBe(true);
    expect(isNarrowed(read('node=n0001'))).toBe(true);
  });
});
