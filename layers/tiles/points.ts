import { deepest, type TileAddress, worldBits } from './mercator.ts';
import { keyOf, keysPerCell, sharedLevels, xOf, yOf } from './morton.ts';
import { sortedOrder } from './sort.ts';

/** Points along the Morton line: the key of each, and its number among what was given. 12 bytes a point. */
export type Points = { keys: Float64Array; numbers: Uint32Array };

/** Puts places (steps of the map, one for each number) into the order of the line. */
export const sortPoints = (given: { xs: Uint32Array; ys: Uint32Array; numbers: Uint32Array }): Points => {
  const { xs, ys, numbers } = given;
  // Counters, because an iterator makes an object for each step.
  const keys = new Float64Array(xs.length);
  for (let at = 0; at < keys.length; at++) keys[at] = keyOf(xs[at] ?? 0, ys[at] ?? 0);
  const order = sortedOrder(keys);
  const sorted = { keys: new Float64Array(keys.length), numbers: new Uint32Array(keys.length) };
  for (let place = 0; place < order.length; place++) {
    const at = order[place] ?? 0;
    sorted.keys[place] = keys[at] ?? 0;
    sorted.numbers[place] = numbers[at] ?? 0;
  }
  return sorted;
};

/** Only the points whose numbers are wanted; one pass, since they stay in order. */
export const pickPoints = ({ keys, numbers }: Points, wanted: (no: number) => boolean): Points => {
  // A counter, because an iterator makes an object for each step.
  const picked = { keys: new Float64Array(keys.length), numbers: new Uint32Array(keys.length) };
  let count = 0;
  for (let at = 0; at < numbers.length; at++) {
    const no = numbers[at] ?? 0;
    if (!wanted(no)) continue;
    picked.keys[count] = keys[at] ?? 0;
    picked.numbers[count] = no;
    count += 1;
  }
  return { keys: picked.keys.slice(0, count), numbers: picked.numbers.slice(0, count) };
};

/** A cell of a tile that holds points: `at` the first of them, and where they stand, in steps. */
export type Cell = {
  count: number;
  at: number;
  x: number;
  y: number;
  /** Where the cluster is drawn: within its cell, away from its neighbours. */
  drawn: { x: number; y: number };
  /** The zoom at which they come apart; undefined where they stand on one spot or closer than the deepest tile shows. */
  opensAt: number | undefined;
};

/** The first place at or after `from` whose key is not below the given one. */
const lowerBound = (keys: Float64Array, key: number, from: number, to: number): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Cells of a tile, each way, as bits: 64 pixels wide on a tile of 512; in the deepest tiles 8, or places would never come apart. */
const cellBits = (z: number): number => (z < deepest ? 3 : 6);
/** Points whose mean stands for a cluster: evenly taken along the line, which is as good as all of them. */
const sample = 64;

/** A cluster keeps off the edge of its cell, or it would lie over its neighbours: its way from the middle is shortened. */
const kept = 0.6;
const drawnIn = (mean: number, cell: number): number => {
  const middle = (Math.floor(mean / cell) + 0.5) * cell;
  return middle + (mean - middle) * kept;
};

const cellOf = ({ keys }: Points, from: number, to: number, level: number): Cell => {
  const count = to - from;
  const stride = Math.max(1, count / sample);
  let [x, y, taken] = [0, 0, 0];
  for (let at = from; at < to; at += stride) {
    const key = keys[Math.floor(at)] ?? 0;
    x += xOf(key);
    y += yOf(key);
    taken += 1;
  }
  const shared = sharedLevels(keys[from] ?? 0, keys[to - 1] ?? 0);
  const opens = count > 1 && shared < deepest + cellBits(deepest);
  const cell = 2 ** (worldBits - level);
  const mean = { x: Math.round(x / taken), y: Math.round(y / taken) };
  return {
    count,
    at: from,
    ...mean,
    drawn: opens ? { x: drawnIn(mean.x, cell), y: drawnIn(mean.y, cell) } : mean,
    opensAt: opens ? Math.min(deepest, Math.max(0, shared + 1 - cellBits(0))) : undefined,
  };
};

/** The cells of a tile that hold points: at most 64, in the deepest tiles 4 096. */
export const cellsOf = (points: Points, { z, x, y }: TileAddress): Cell[] => {
  const { keys } = points;
  const tile = keyOf(x * 2 ** (worldBits - z), y * 2 ** (worldBits - z));
  const end = lowerBound(keys, tile + keysPerCell(z), 0, keys.length);
  const wide = keysPerCell(z + cellBits(z));
  const found: Cell[] = [];
  for (let at = lowerBound(keys, tile, 0, end); at < end; ) {
    const next = lowerBound(keys, (Math.floor((keys[at] ?? 0) / wide) + 1) * wide, at + 1, end);
    found.push(cellOf(points, at, next, z + cellBits(z)));
    at = next;
  }
  return found;
};
