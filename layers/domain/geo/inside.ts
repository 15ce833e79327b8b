import type { Position, Ring } from './polygon.ts';

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const edgesOf = (ring: Ring): [Position, Position][] => ring.slice(1).map((to, at) => [ring[at] ?? to, to]);

/** Whether a point lies in a closed ring; on its line counts as inside. Even-odd rule, planar in degrees. */
export const isInside = ([x, y]: Position, ring: Ring): boolean => {
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of edgesOf(ring)) {
    const across = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
    const within = (a: number, b: number, value: number) =>
      Math.min(a, b) <= value && value <= Math.max(a, b);
    if (across === 0 && within(x0, x1, x) && within(y0, y1, y)) return true;
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside;
  }
  return inside;
};

/** Whether an edge passes through a box; clipped side by side (Liang and Barsky 1984). */
const passes = ([[x0, y0], [x1, y1]]: [Position, Position], [west, south, east, north]: Box): boolean => {
  let [enter, leave] = [0, 1];
  const sides: [number, number][] = [
    [x0 - x1, x0 - west],
    [x1 - x0, east - x0],
    [y0 - y1, y0 - south],
    [y1 - y0, north - y0],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return false;
    if (towards < 0) enter = Math.max(enter, room / towards);
    if (towards > 0) leave = Math.min(leave, room / towards);
  }
  return enter <= leave;
};

/** Whether a closed ring and a box share a point. */
export const meetsBox = (ring: Ring, box: Box): boolean => {
  const [west, south] = box;
  return edgesOf(ring).some((edge) => passes(edge, box)) || isInside([west, south], ring);
};

/** The box around a ring. */
export const boxOf = (ring: Ring): Box => {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};
