import { metresBetween } from '@geoarchive/domain/subsurface/same-hole.ts';
import type { DrawnHole } from '../column/hole.ts';

export type LonLat = { longitude: number; latitude: number };
/** A hole of a section and where it is. */
export type SectionHole = { hole: DrawnHole; place?: LonLat | undefined };
/** `metres`: from the first hole, along the line. */
export type Standing = SectionHole & { metres: number };

const degree = 111_320;
const flat = ({ longitude, latitude }: LonLat, middle: LonLat) => ({
  east: (longitude - middle.longitude) * degree * Math.cos((middle.latitude * Math.PI) / 180),
  north: (latitude - middle.latitude) * degree,
});
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The direction in which places lie: that of their longest spread, degrees from north, between north and south over east. */
export const azimuthOf = (places: readonly LonLat[]): number => {
  if (places.length < 2) return 90;
  const middle = {
    longitude: mean(places.map(({ longitude }) => longitude)),
    latitude: mean(places.map(({ latitude }) => latitude)),
  };
  const points = places.map((place) => flat(place, middle));
  const sum = (of: (point: { east: number; north: number }) => number) =>
    points.reduce((all, point) => all + of(point), 0);
  const angle =
    Math.atan2(
      2 * sum(({ east, north }) => east * north),
      sum(({ north }) => north ** 2) - sum(({ east }) => east ** 2),
    ) / 2;
  const azimuth = (angle * 180) / Math.PI;
  return azimuth < 0 ? azimuth + 180 : azimuth;
};

/**
 * The holes in the order in which they lie along the line, each at its true distance from the one before: the section bends from hole
 * to hole and is drawn straight, as sections of exploration lines are. Without the place of every hole they stand as they come.
 */
export const alongLine = (
  holes: readonly SectionHole[],
): { standing: Standing[]; azimuth: number | undefined } => {
  const placed = holes.flatMap((one) => (one.place === undefined ? [] : [{ ...one, place: one.place }]));
  const [first] = placed;
  if (first === undefined || placed.length < holes.length)
    return { standing: holes.map((one, metres) => ({ ...one, metres })), azimuth: undefined };
  const azimuth = azimuthOf(placed.map(({ place }) => place));
  const angle = (azimuth * Math.PI) / 180;
  const share = (place: LonLat) => {
    const { east, north } = flat(place, first.place);
    return east * Math.sin(angle) + north * Math.cos(angle);
  };
  const ordered = placed.toSorted((a, b) => share(a.place) - share(b.place));
  let metres = 0;
  const standing = ordered.map((one, at) => {
    const before = ordered[at - 1];
    metres += before === undefined ? 0 : metresBetween(before.place, one.place);
    return { ...one, metres };
  });
  return { standing, azimuth };
};
