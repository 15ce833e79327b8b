/**
 * The square map of the web (spherical Mercator, EPSG:3857) in whole steps, x to the east from 180° W, y to the south from 85.05° N.
 * A step is 0.6 m at the equator: finer than what a map shows.
 */
export const worldBits = 26;
export const worldSize = 2 ** worldBits;
/** Tiles of MapLibre and Tianditu reach to where the map is square. */
export const lastLatitude = 85.051_128_779_806_59;

/** A tile of the usual pyramid; row 0 is the northernmost. */
export type TileAddress = { z: number; x: number; y: number };
/** Deeper than this, clients enlarge what they have. */
export const deepest = 16;

export const isTile = ({ z, x, y }: TileAddress): boolean =>
  [z, x, y].every(Number.isInteger) &&
  z >= 0 &&
  z <= deepest &&
  Math.min(x, y) >= 0 &&
  Math.max(x, y) < 2 ** z;

const step = (share: number): number => Math.min(worldSize - 1, Math.max(0, Math.floor(share * worldSize)));

/** Degrees (WGS 84 or CGCS2000) to steps. Beyond ±85.05° a place stands on the map's edge. */
export const toX = (longitude: number): number => step(longitude / 360 + 0.5);
export const toY = (latitude: number): number => {
  const held = Math.max(-lastLatitude, Math.min(lastLatitude, latitude));
  const sine = Math.sin((held * Math.PI) / 180);
  return step(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
};

/** Steps to degrees: the western and northern edge of a step. */
export const longitudeOf = (x: number): number => (x / worldSize - 0.5) * 360;
export const latitudeOf = (y: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / worldSize))) * 180) / Math.PI;
