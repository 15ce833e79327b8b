import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';

const polygon = (ring: unknown) =>
  JSON.stringify({ type: 'Feature', properties: null, geometry: { type: 'Polygon', coordinates: [ring] } });
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

test('GeoJSON: features and extent', async () => {
  const point = (x: number, y: number) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [x, y] },
  });
  const text = JSON.stringify({
    type: 'FeatureCollection',
    name: '矿点',
    features: [point(116, 39), point(117, 40)],
  });
  expect(await look('a.json', text)).toMatchObject({
    valid: true,
    format: { id: 'geojson' },
    metadata: { title: '矿点', features: 2, bbox: [116, 39, 117, 40], crs: 'EPSG:4326' },
  });
});

test('rings: good, the wrong way round, open, too short', async () => {
  expect(codes(await look('a.geojson', polygon(square)))).toEqual([]);
  expect(codes(await look('a.geojson', polygon(square.toReversed())))).toEqual(['w:odd-structure']);
  expect(codes(await look('a.geojson', polygon(square.slice(0, 4))))).toEqual(['e:damaged-structure']);
  expect(codes(await look('a.geojson', polygon(square.slice(0, 2))))).toEqual(['e:damaged-structure']);
});

test.each([
  '{"type":"Feature","geometry":"x","properties":{}}',
  '{"type":"Point","coordinates":["a","b"]}',
  '{"type":"FeatureCollection","features":{}}',
  '{"type":"Feature","id":{},"geometry":null,"properties":{}}',
  '{"type":"Point","coordinates":[1,2],"bbox":[1,2]}',
  '"text"',
])('%s is not GeoJSON as it should be', async (text) => {
  const found = await look('a.geojson', text);
  expect(found.valid).toBe(false);
  expect(found.format.id).toBe('geojson');
});

test('other JSON, lines of JSON and broken JSON', async () => {
  expect(await look('a.json', '{"title":"T","x":1}')).toMatchObject({
    valid: true,
    format: { id: 'json' },
    metadata: { title: 'T', keys: ['title', 'x'] },
  });
  expect((await look('a.json', '{"a":1}\n{"a":2}\n')).valid).toBe(true);
  expect(codes(await look('a.json', '{"a":1,'))).toEqual(['e:damaged-structure']);
});

test('STAC asks for its members', async () => {
  const item = {
    type: 'Feature',
    stac_version: '1.0.0',
    id: 'i',
    geometry: null,
    properties: {},
    links: [],
    assets: {},
    bbox: [1, 2, 3, 4],
  };
  expect(await look('a.json', JSON.stringify(item))).toMatchObject({
    valid: true,
    format: { id: 'stac' },
    metadata: { bbox: [1, 2, 3, 4] },
  });
  expect(codes(await look('a.json', JSON.stringify({ ...item, assets: undefined })))).toEqual([
    'e:section-missing',
  ]);
});
