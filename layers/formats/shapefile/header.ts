import { readBuffer } from '../core/bytes.ts';
import type { Box } from '../geo/extent.ts';
import type { Source } from '../source.ts';

/** Shape types of the ESRI shapefile (white paper of July 1998, page 4). */
export const shapeTypes: Readonly<Record<number, string>> = {
  0: 'null',
  1: 'point',
  3: 'polyline',
  5: 'polygon',
  8: 'multipoint',
  11: 'pointZ',
  13: 'polylineZ',
  15: 'polygonZ',
  18: 'multipointZ',
  21: 'pointM',
  23: 'polylineM',
  25: 'polygonM',
  28: 'multipointM',
  31: 'multipatch',
};

export type ShapeHeader = { bytes: number; type: number; box: Box };

/** The 100-byte header of .shp and .shx; throws when it is not one. Lengths are stored in 16-bit words. */
export async function readShapeHeader(source: Source): Promise<ShapeHeader> {
  const head = await readBuffer(source, 0, 100);
  if (head.length < 100) throw new RangeError('header shorter than 100 bytes');
  return {
    bytes: head.readInt32BE(24) * 2,
    type: head.readInt32LE(32),
    box: [head.readDoubleLE(36), head.readDoubleLE(44), head.readDoubleLE(52), head.readDoubleLE(60)],
  };
}
