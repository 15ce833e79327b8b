import { clipPolygon } from 'lineclip';
import { type TileAddress, worldBits } from './mercator.ts';
import { extent, type Shapes, unitsPerStep } from './shapes.ts';
import { simplify, type XY } from './simplify.ts';

/** As the encoder takes it. */
type Corner = [x: number, y: number];

/** Drawn around a tile too, in its units, so that the edge of a cut shape is not seen. */
const buffer = 128;
/** Half a pixel on a tile of 512. */
const tolerance = 4;
/**
 * What bounds a tile, whatever lies on it: outlines, their corners, and the shapes that are looked at for them. Larger ones go
 * first; what is left out still counts in the clusters.
 */
export const most = { outlines: 300, corners: 30_000, looks: 1_000 };

/** An outline of a tile, in its units, with the numbers that have exactly this one: sheets lie on sheets. */
export type Outline = { rings: Corner[][]; numbers: number[] };

const cornersOf = ({ corners }: Shapes, from: number, to: number): XY[] => {
  const of = (x: number, y: number): XY => [corners[x] ?? 0, corners[y] ?? 0];
  if (to - from === 4)
    return [of(from, from + 1), of(from + 2, from + 1), of(from + 2, from + 3), of(from, from + 3)];
  return Array.from({ length: (to - from) / 2 }, (_, n) => of(from + 2 * n, from + 2 * n + 1));
};

const ringOf = (corners: readonly XY[], { z, x, y }: TileAddress): Corner[] => {
  const scale = unitsPerStep(z);
  const inTile = corners.map(([east, south]): XY => [east * scale - x * extent, south * scale - y * extent]);
  const cut = clipPolygon(inTile, [-buffer, -buffer, extent + buffer, extent + buffer]);
  const closed = [...cut, ...cut.slice(0, 1)].map(([a, b]): Corner => [Math.round(a), Math.round(b)]);
  return simplify(closed, tolerance);
};

const ringsOf = (shapes: Shapes, shape: number, tile: TileAddress): Corner[][] => {
  const [from, to] = [shapes.first[shape] ?? 0, shapes.first[shape + 1] ?? 0];
  const rings: Corner[][] = [];
  for (let ring = from; ring < to; ring++) {
    const made = ringOf(cornersOf(shapes, shapes.starts[ring] ?? 0, shapes.starts[ring + 1] ?? 0), tile);
    // Cut and rounded, a ring may have no area left.
    if (made.length >= 4) rings.push(made);
    else if (ring === from) return [];
  }
  return rings;
};

/** The shapes that touch a tile, large ones first. */
function* shapesOn(shapes: Shapes, { z, x, y }: TileAddress, wanted: (no: number) => boolean) {
  const size = 2 ** (worldBits - z);
  const around = (size * buffer) / extent;
  const [west, north, reach] = [x * size - around, y * size - around, size + 2 * around];
  let left = most.looks;
  for (const { zoom, index, members } of shapes.levels) {
    if (zoom > z) return;
    const found = index.search(west, north, west + reach, north + reach, (at) => {
      if (left <= 0 || !wanted(shapes.numbers[members[at] ?? 0] ?? 0)) return false;
      left -= 1;
      return true;
    });
    for (const at of found) yield members[at] ?? 0;
  }
}

/** The outlines of a tile, large ones first; only of wanted numbers. */
export const outlinesOf = (
  shapes: Shapes,
  tile: TileAddress,
  wanted: (no: number) => boolean = () => true,
): Outline[] => {
  const found = new Map<string, Outline>();
  let corners = most.corners;
  for (const shape of shapesOn(shapes, tile, wanted)) {
    const rings = ringsOf(shapes, shape, tile);
    if (rings.length === 0) continue;
    const no = shapes.numbers[shape] ?? 0;
    const key = rings.join(';');
    const same = found.get(key);
    if (same !== undefined) same.numbers.push(no);
    else if (found.size < most.outlines && corners > 0) {
      corners -= rings.reduce((sum, ring) => sum + ring.length, 0);
      found.set(key, { rings, numbers: [no] });
    }
  }
  return [...found.values()];
};
