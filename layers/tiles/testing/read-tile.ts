import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export type ReadFeature = { properties: Record<string, unknown>; lines: [number, number][][] };

/** A tile as another reader of the format sees it: its layers with their features. */
export const readTile = (bytes: Uint8Array): Record<string, ReadFeature[]> => {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at) => {
        const feature = layer.feature(at);
        const lines = feature.loadGeometry().map((line) => line.map(({ x, y }): [number, number] => [x, y]));
        return { properties: { ...feature.properties }, lines };
      }),
    ]),
  );
};
