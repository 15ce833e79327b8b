import type { LonLat } from '../geo/gauss-kruger.ts';
import { folded, narrow } from '../sheets/fold.ts';

/** Two holes of one number this near to each other are one hole. */
export const sameWithin = 50;
const earthRadius = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two near places, on a sphere: to some 0.5 %, which is enough to tell holes apart. */
export const metresBetween = (a: LonLat, b: LonLat): number => {
  const east = radians(a.longitude - b.longitude) * Math.cos(radians((a.latitude + b.latitude) / 2));
  return earthRadius * Math.hypot(east, radians(a.latitude - b.latitude));
};

/** A hole's number by which it is looked for: width, case, spaces and dashes do not matter. Its place then tells whether it is the one. */
export const comparedNumber = (number: string): string => folded(number).replaceAll(/[‐-—]/g, '');
/**
 * A hole's number where nothing else tells holes apart: a dash between digits counts, since ZK1-11 and ZK11-1 are two holes of one
 * exploration.
 */
export const exactNumber = (number: string): string =>
  narrow(number)
    .toLowerCase()
    .replaceAll(/[\s\-_‐-—]+/g, '-')
    .replaceAll(/(?<!\d)-|-(?!\d)/g, '');

type Known = {
  hole?: string | undefined;
  place?: (LonLat & { accuracyMetres: number }) | undefined;
  project?: string | undefined;
};
/**
 * Whether two holes of one compared number are one: within 50 m, or with the accuracy of a place taken from another datum further. Those
 * without a place are told apart by their project and by the dashes of their numbers.
 */
export const isSameHole = (a: Known, b: Known): boolean => {
  if (a.place === undefined || b.place === undefined)
    return (
      a.place === b.place &&
      (a.project ?? '') === (b.project ?? '') &&
      (a.hole === undefined || b.hole === undefined || exactNumber(a.hole) === exactNumber(b.hole))
    );
  const unsure = Math.max(a.place.accuracyMetres, b.place.accuracyMetres);
  return metresBetween(a.place, b.place) <= sameWithin + unsure;
};
