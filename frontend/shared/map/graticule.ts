import type { Feature, MultiLineString } from 'geojson';

const steps = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, n) => from + n * by);

/** Meridians and parallels every `by` degrees, up to 80° north and south. */
export const graticule = (by: number): Feature<MultiLineString> => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'MultiLineString',
    coordinates: [
      ...steps(-180, 180, by).map((x) => [
        [x, -80],
        [x, 80],
      ]),
      ...steps(-80, 80, by).map((y) => [
        [-180, y],
        [180, y],
      ]),
    ],
  },
});
