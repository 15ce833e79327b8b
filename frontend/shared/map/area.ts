import type { Ring } from '@geoarchive/domain/geo/polygon.ts';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import type { Box } from '../format/coordinates.ts';

/** Something with an area: by its line where that is known, else by its box. */
export type Area = { id: string; label: string; box: Box; ring?: Ring };

const cornersOf = ([west, south, east, north]: Box): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Boxes as GeoJSON polygons (degrees, EPSG:4490 drawn as 4326; the difference is far below a pixel). */
export const areasToGeoJson = (areas: readonly Area[]): FeatureCollection<Polygon> => ({
  type: 'FeatureCollection',
  features: areas.map(
    ({ id, label, box, ring }): Feature<Polygon> => ({
      type: 'Feature',
      id,
      properties: { id, label },
      geometry: { type: 'Polygon', coordinates: [ring?.map(([x, y]) => [x, y]) ?? cornersOf(box)] },
    }),
  ),
});

const china: Box = [73, 17, 136, 54];
const margin = 0.6;
/** Degrees around even the smallest area, so that a coast is in sight. */
const leastRoom = 9;

/** The middle of each area, drawn as a dot: a sheet of a few minutes would not be seen on a map of a province. */
export const areasToPoints = (areas: readonly Area[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: areas.map(
    ({ id, label, box: [west, south, east, north] }): Feature<Point> => ({
      type: 'Feature',
      id,
      properties: { id, label },
      geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
    }),
  ),
});

/** The box to show: all areas with some room (degrees at least), or China when there are none. */
export const viewOf = (areas: readonly Area[], least = leastRoom): Box => {
  const [first, ...rest] = areas;
  if (first === undefined) return china;
  let [west, south, east, north] = first.box;
  for (const { box } of rest) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  const room = Math.max(east - west, north - south) * margin + least;
  return [
    Math.max(-180, west - room),
    Math.max(-85, south - room),
    Math.min(180, east + room),
    Math.min(85, north + room),
  ];
};
