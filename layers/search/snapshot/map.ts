import { layersOf, type Prepared, prepareBox } from '@geoarchive/tiles/features.ts';
import type { TileAddress } from '@geoarchive/tiles/mercator.ts';
import { pickPoints } from '@geoarchive/tiles/points.ts';
import { type Layers, vectorTile } from '@geoarchive/tiles/tile.ts';
import type { VisibleQuery } from '../query.ts';
import type { Columns } from './columns.ts';
import { remembered } from './remember.ts';

/** Questions whose points are remembered: 13 bytes for each record found. */
const QUESTIONS_REMEMBERED = 8;

/** The records that have a box, by their slots. */
function* boxesOf({ size, live, boxes }: Columns): Generator<readonly [number, Prepared]> {
  for (let slot = 0; slot < size; slot++) {
    const [west = NaN, south = NaN, east = NaN, north = NaN] = boxes.subarray(slot * 4, slot * 4 + 4);
    if (live[slot] === 1 && !Number.isNaN(west)) yield [slot, prepareBox([west, south, east, north])];
  }
}

/**
 * Makes tiles of an index in memory, of what a query finds. The places are put in order on first use and after a change; then a
 * question costs one pass over the records, and its tiles next to nothing.
 */
export const tileMaker = (
  columns: Columns,
  matching: (query: VisibleQuery) => (slot: number) => boolean,
): ((query: VisibleQuery, address: TileAddress) => Uint8Array) => {
  const revision = () => columns.revision;
  const all = remembered(
    (_: null): Layers =>
      layersOf(boxesOf(columns), (slot) => ({
        id: columns.ids[slot] ?? '',
        number: columns.numbers[slot] ?? '',
      })),
    revision,
    1,
  );
  const found = remembered(
    (query: VisibleQuery) => {
      const matches = matching(query);
      const mask = new Uint8Array(columns.size);
      const layers = all(null);
      const points = pickPoints(layers.points, (slot) => {
        const wanted = matches(slot);
        if (wanted) mask[slot] = 1;
        return wanted;
      });
      return { layers: { ...layers, points }, wanted: (slot: number) => mask[slot] === 1 };
    },
    revision,
    QUESTIONS_REMEMBERED,
  );
  return (query, address) => {
    const { cursor: _, facets: __, ...asked } = query;
    const { layers, wanted } = found({ ...asked, limit: 0, sort: 'relevance' });
    return vectorTile(layers, address, wanted);
  };
};
