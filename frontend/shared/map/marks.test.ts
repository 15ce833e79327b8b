import { expect, test } from '@jest/globals';
import { marksToGeoJson } from './marks-geojson.ts';

test('marks become points with what size and colour tell; without a share they are told apart', () => {
  const marks = [
    { id: 'HB', at: [114.31, 30.59] as const, count: 3, share: 0.5, text: '湖北馆 50%' },
    { id: 'GD', at: [113.26, 23.13] as const, count: 0, text: '广东馆' },
  ];
  expect(marksToGeoJson(marks).features).toEqual([
    {
      type: 'Feature',
      properties: { id: 'HB', count: 3, share: 0.5, text: '湖北馆 50%' },
      geometry: { type: 'Point', coordinates: [114.31, 30.59] },
    },
    {
      type: 'Feature',
      properties: { id: 'GD', count: 0, share: -1, text: '广东馆' },
      geometry: { type: 'Point', coordinates: [113.26, 23.13] },
    },
  ]);
});
