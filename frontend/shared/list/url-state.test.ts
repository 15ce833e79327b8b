import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changedParams,
  formatListState,
  isNarrowed,
  type ListShape,
  parseListState,
  toggled,
} from './url-state.ts';

const shape: ListShape = { filters: ['state', 'node'], sorts: ['due', 'title'] };
const read = (query: string) => parseListState(new URLSearchParams(query), shape);

describe('changes of what the address says', () => {
  test('one after the other both stay, with what is not of the list', () => {
    const tick = (value: string) => (before: URLSearchParams) =>
      changedParams(before, (now) => ({ filters: toggled(now, 'state', value, true) }), shape);
    const after = tick('checked')(tick('open')(new URLSearchParams('view=map&q=a')));
    expect(after.getAll('state')).toEqual(['open', 'checked']);
    expect([after.get('view'), after.get('q')]).toEqual(['map', 'a']);
  });
  test('chosen twice it stands once; taken away it is gone', () => {
    const state = read('state=open');
    expect(toggled(state, 'state', 'open', true)).toEqual({ state: ['open'] });
    expect(toggled(state, 'state', 'open', false)).toEqual({ state: [] });
  });
});

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
