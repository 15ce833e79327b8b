import { worldBits } from './mercator.ts';

/**
 * Places on one line (Morton 1966): the bits of x and y in turns, so that every tile, and every cell of a tile, is one run of
 * the line. 52 bits, which a number holds exactly.
 */

const half = worldBits / 2;
const low = 2 ** half - 1;
/** 13 bits with a gap before each. */
const spread = (bits: number): number => {
  let b = (bits | (bits << 8)) & 0x00ff00ff;
  b = (b | (b << 4)) & 0x0f0f0f0f;
  b = (b | (b << 2)) & 0x33333333;
  return (b | (b << 1)) & 0x55555555;
};
const gather = (bits: number): number => {
  let b = bits & 0x55555555;
  b = (b | (b >>> 1)) & 0x33333333;
  b = (b | (b >>> 2)) & 0x0f0f0f0f;
  b = (b | (b >>> 4)) & 0x00ff00ff;
  return (b | (b >>> 8)) & 0xffff;
};

/** The place of a point on the line, from its steps. */
export const keyOf = (x: number, y: number): number =>
  (spread(x >>> half) + 2 * spread(y >>> half)) * 2 ** worldBits + spread(x & low) + 2 * spread(y & low);

const parts = (key: number): [number, number] => {
  const high = Math.floor(key / 2 ** worldBits);
  return [high, key - high * 2 ** worldBits];
};
export const xOf = (key: number): number => {
  const [high, rest] = parts(key);
  return (gather(high) << half) | gather(rest);
};
export const yOf = (key: number): number => {
  const [high, rest] = parts(key);
  return (gather(high >>> 1) << half) | gather(rest >>> 1);
};

/** Cells of a level: the world divided `level` times. */
export const keysPerCell = (level: number): number => 4 ** (worldBits - level);

/** The level down to which two places share their cells. */
export const sharedLevels = (one: number, other: number): number => {
  let level = worldBits;
  while (level > 0 && Math.floor(one / keysPerCell(level)) !== Math.floor(other / keysPerCell(level)))
    level -= 1;
  return level;
};
