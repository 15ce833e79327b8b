import { type Feature, fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import { latitudeOf, longitudeOf, type TileAddress, worldBits } from './mercator.ts';
import { outlinesOf } from './outlines.ts';
import { type Cell, cellsOf, type Points } from './points.ts';
import { extent, type Shapes } from './shapes.ts';

/** What a map is told of a thing. Names are those of identifiers. */
export type Properties = Readonly<Record<string, string | number | boolean>>;
/** Points and footprints of the same things, by their numbers. `id` is in their properties. */
export type Layers = { points: Points; shapes: Shapes; propertiesOf: (no: number) => Properties };

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const clusterOf = ({ count, x, y, opensAt }: Cell): Properties => ({
  count,
  // Where to look when it is clicked: `opensAt` is missing where going nearer does not part it.
  longitude: rounded(longitudeOf(x)),
  latitude: rounded(latitudeOf(y)),
  ...(opensAt === undefined ? {} : { opensAt }),
});

/** A layer without features is left out. */
const layerOf = ([name, features]: [string, Feature[]]): [string, GeoJSONWrapper][] => {
  if (features.length === 0) return [];
  const layer = new GeoJSONWrapper(features, { version: 2, extent });
  layer.name = name;
  return [[name, layer]];
};

/**
 * A Mapbox Vector Tile (version 2.1) with the layers `clusters` (`count`, where, `opensAt`), `points` (single ones, with their
 * properties) and `shapes` (outlines; those of several things say how many). Bounded: at most 64 clusters and points
 * (4 096 in the deepest tiles), 300 outlines with 30 000 corners.
 */
export const vectorTile = (
  { points, shapes, propertiesOf }: Layers,
  tile: TileAddress,
  wanted?: (no: number) => boolean,
): Uint8Array => {
  const scale = 2 ** (worldBits - tile.z) / extent;
  const pointOf = (cell: Cell, tags: Properties): Feature => ({
    id: undefined,
    type: 1,
    tags,
    geometry: [
      [
        Math.floor(cell.drawn.x / scale) - tile.x * extent,
        Math.floor(cell.drawn.y / scale) - tile.y * extent,
      ],
    ],
  });
  const cells = cellsOf(points, tile);
  const layers = {
    shapes: outlinesOf(shapes, tile, wanted).map(
      ({ rings, numbers: [no = 0, ...more] }): Feature => ({
        id: undefined,
        type: 3,
        tags: more.length === 0 ? propertiesOf(no) : { count: more.length + 1 },
        geometry: rings,
      }),
    ),
    clusters: cells.filter(({ count }) => count > 1).map((cell) => pointOf(cell, clusterOf(cell))),
    points: cells
      .filter(({ count }) => count === 1)
      .map((cell) => pointOf(cell, propertiesOf(points.numbers[cell.at] ?? 0))),
  };
  return fromVectorTileJs({ layers: Object.fromEntries(Object.entries(layers).flatMap(layerOf)) });
};
