import { areaOf, withArea } from '@geoarchive/frontend-shared/list/asked-area.ts';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import { expect, test } from '@jest/globals';
import { soughtOf } from './shape.ts';

const state = (filters: ListState['filters']): ListState => ({
  q: '金矿',
  sort: undefined,
  descending: false,
  filters,
});

test('an area is kept in the address and asked for', () => {
  const filters = withArea(state({ minerals: ['金矿'] }), [110, 30, 111, 31]);
  expect(filters).toEqual({ minerals: ['金矿'], bbox: ['110,30,111,31'] });
  expect(soughtOf(state(filters))).toEqual({ q: '金矿', minerals: ['金矿'], bbox: [110, 30, 111, 31] });
  expect(withArea(state(filters), undefined)).toEqual({ minerals: ['金矿'] });
});

test.each(['', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '110,40,111,30', '200,30,201,31'])(
  '%s is no area',
  (text) => {
    expect(areaOf(state({ bbox: [text] }))).toBeUndefined();
    expect(soughtOf(state({ bbox: [text] }))).toEqual({ q: '金矿' });
  },
);
