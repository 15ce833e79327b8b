import { expect, test } from '@jest/globals';
import { rasterLayers, rasterSources } from './tianditu.ts';

test('without a key nothing of another place is asked', () => {
  expect([rasterSources(undefined), rasterLayers(undefined)]).toEqual([{}, []]);
});

test('with a key its map and names are asked by WMTS, names over the map', () => {
  expect(rasterLayers({ key: 'k' }).map(({ id }) => id)).toEqual(['vec', 'cva']);
  const { vec } = rasterSources({ key: 'a b' });
  const [first] = vec !== undefined && 'tiles' in vec ? (vec.tiles ?? []) : [];
  const url = new URL((first ?? '').replace('{z}', '5').replace('{x}', '26').replace('{y}', '12'));
  expect(url.host).toBe('t0.tianditu.gov.cn');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ SERVICE: 'WMTS', REQUEST: 'GetTile', LAYER: 'vec', TILEMATRIXSET: 'w' },
    ...{ TILEMATRIX: '5', TILEROW: '12', TILECOL: '26', tk: 'a b' },
  });
});
