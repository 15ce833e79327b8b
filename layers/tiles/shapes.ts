import Flatbush from 'flatbush';
import { deepest, worldBits, worldSize } from './mercator.ts';
import { pool } from './pool.ts';
import type { XY } from './simplify.ts';

/**
 * A footprint in steps of the map; a polygon's outer ring first, then its holes, running the other way. Numbers are of what it
 * belongs to, which may have several.
 */
export type Shape = { no: number } & ({ box: Extent } | { rings: readonly (readonly XY[])[] });
export type Extent = readonly [west: number, north: number, east: number, south: number];

/** Units of a tile's coordinates. */
export const extent = 4096;
/** Units of a step at a zoom. */
export const unitsPerStep = (z: number): number => extent / 2 ** (worldBits - z);
/** A shape is drawn from this width or height on, in tile units: 16 pixels on a tile of 512. Smaller, the points stand for it. */
const leastSize = 128;

/**
 * Shapes with their corners (x, y, x, y …): ring n goes from `starts[n]` to the next start, shape n's rings begin with `first[n]`.
 * A ring of two corners is a box. Levels hold shapes by the zoom from which they are drawn, largest first.
 */
export type Shapes = {
  numbers: Uint32Array;
  first: Uint32Array;
  starts: Uint32Array;
  corners: Uint32Array;
  levels: readonly ShapeLevel[];
};
export type ShapeLevel = { zoom: number; index: Flatbush; members: Uint32Array };

const extentOf = (shape: Shape): Extent => {
  if ('box' in shape) return shape.box;
  let [west, north, east, south] = [worldSize, worldSize, 0, 0];
  for (const [x, y] of shape.rings[0] ?? []) {
    west = Math.min(west, x);
    north = Math.min(north, y);
    east = Math.max(east, x);
    south = Math.max(south, y);
  }
  return [west, north, east, south];
};

/** The zoom from which a shape is drawn; undefined when not even in the deepest tiles. */
const firstZoom = ([west, north, east, south]: Extent): number | undefined => {
  const size = Math.max(east - west, south - north);
  for (let z = 0; z <= deepest; z++) if (size * unitsPerStep(z) >= leastSize) return z;
  return undefined;
};

type Level = { members: ReturnType<typeof pool>; boxes: ReturnType<typeof pool> };
const indexOf = ({ members, boxes }: Level): Pick<ShapeLevel, 'index' | 'members'> => {
  const index = new Flatbush(members.size(), 16, Uint32Array);
  const all = boxes.done();
  for (let at = 0; at < all.length; at += 4)
    index.add(all[at] ?? 0, all[at + 1] ?? 0, all[at + 2] ?? 0, all[at + 3] ?? 0);
  index.finish();
  return { index, members: members.done() };
};

/** Makes the index of footprints, some 50 bytes a box. Those too small for the deepest tiles are left out. */
export const indexShapes = (shapes: Iterable<Shape>): Shapes => {
  const [numbers, first, starts, corners] = [pool(), pool(), pool(), pool()];
  const levels = new Map<number, Level>();
  for (const shape of shapes) {
    const box = extentOf(shape);
    const zoom = firstZoom(box);
    if (zoom === undefined) continue;
    const level = levels.get(zoom) ?? { members: pool(), boxes: pool() };
    levels.set(zoom, level);
    level.members.push(numbers.size());
    for (const edge of box) level.boxes.push(edge);
    numbers.push(shape.no);
    first.push(starts.size());
    if ('box' in shape) {
      starts.push(corners.size());
      for (const edge of box) corners.push(edge);
    } else
      for (const ring of shape.rings) {
        starts.push(corners.size());
        for (const [x, y] of ring) {
          corners.push(x);
          corners.push(y);
        }
      }
  }
  first.push(starts.size());
  starts.push(corners.size());
  return {
    numbers: numbers.done(),
    first: first.done(),
    starts: starts.done(),
    corners: corners.done(),
    levels: [...levels].toSorted(([a], [b]) => a - b).map(([zoom, of]) => ({ zoom, ...indexOf(of) })),
  };
};
