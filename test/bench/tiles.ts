import { buildIndex } from '@geoarchive/tiles/features.ts';
import { deepest, type TileAddress } from '@geoarchive/tiles/mercator.ts';
import { xOf, yOf } from '@geoarchive/tiles/morton.ts';
import { packIndex, unpackIndex } from '@geoarchive/tiles/pack.ts';
import { pickPoints } from '@geoarchive/tiles/points.ts';
import { chance, syntheticPlaces } from '@geoarchive/tiles/testing/places.ts';
import { vectorTile } from '@geoarchive/tiles/tile.ts';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import Supercluster from 'supercluster';
import { type Bench, median, seconds } from './figure.ts';

const rounds = 200;
const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * q)] ?? 0;

/** What supercluster takes for the same: its points, and its tiles as bytes (it has no footprints). */
const peerOf = (count: number) => {
  const points = [...syntheticPlaces(count, Number.POSITIVE_INFINITY)].flatMap(({ id, place }) =>
    place.kind === 'point'
      ? [
          {
            type: 'Feature' as const,
            properties: { id },
            geometry: { type: 'Point' as const, coordinates: [...place.at] },
          },
        ]
      : [],
  );
  const index = new Supercluster({ maxZoom: deepest, radius: 64, extent: 512 });
  return {
    load: () => index.load(points),
    tile: ({ z, x, y }: TileAddress) => encoded(index.getTile(z, x, y)),
  };
};
const encoded = (tile: ReturnType<Supercluster['getTile']>): Uint8Array => {
  const features = (tile?.features ?? []).map(({ geometry, tags }) => ({
    id: undefined,
    type: 1 as const,
    tags: { ...tags },
    geometry,
  }));
  return fromVectorTileJs({ layers: { points: new GeoJSONWrapper(features, { version: 2, extent: 512 }) } });
};

/** Tiles from one index; POINTS sets another number than a million. Tiles are drawn where the points are. */
export const tiles: Bench = async (tell) => {
  const count = Number(process.env['POINTS'] ?? 1_000_000);
  const of = `${count} things, each 20th a footprint`;
  let built = buildIndex([]);
  const build = await seconds(async () => {
    built = buildIndex(syntheticPlaces(count));
  });
  const packed = packIndex(built.index);
  let index = built.index;
  const opened = await seconds(async () => {
    index = unpackIndex(packed);
  });
  built = buildIndex([]);
  const peer = peerOf(count);
  const load = await seconds(async () => peer.load());
  tell({
    what: `${of}: index built`,
    value: build,
    unit: 's',
    peer: { what: 'supercluster, points', value: load },
  });
  tell({ what: `${of}: index in memory and in store`, value: packed.length / 1e6, unit: 'MB' });
  tell({ what: `${of}: index opened`, value: 1000 * opened, unit: 'ms' });
  const wanted = await seconds(async () => pickPoints(index.points, (no) => no % 3 === 0));
  tell({ what: `${of}: a new filter`, value: 1000 * wanted, unit: 'ms' });

  const noShapes = buildIndex([]).index.shapes;
  const random = chance(1);
  let largest = 0;
  for (let z = 0; z <= deepest; z++) {
    const [own, alone, other]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      const key = index.points.keys[Math.floor(random() * index.points.keys.length)] ?? 0;
      const tile = { z, x: xOf(key) >>> (26 - z), y: yOf(key) >>> (26 - z) };
      own.push(
        1000 *
          (await seconds(async () => {
            largest = Math.max(largest, vectorTile(index, tile).length);
          })),
      );
      alone.push(1000 * (await seconds(async () => vectorTile({ ...index, shapes: noShapes }, tile))));
      other.push(1000 * (await seconds(async () => peer.tile(tile))));
    }
    tell({
      what: `a tile at zoom ${z}: 95 % (median ${median(own).toFixed(2)} ms; points alone 95 % ${quantile(alone, 0.95).toFixed(2)} ms)`,
      value: quantile(own, 0.95),
      unit: 'ms',
      goal: 50,
      peer: { what: 'supercluster, points', value: quantile(other, 0.95) },
    });
  }
  tell({ what: 'largest tile', value: largest / 1000, unit: 'kB' });
};
