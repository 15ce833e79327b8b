import type { Bilingual } from '../text.ts';

/** Longitude and latitude in degrees (CGCS2000), as GeoJSON orders them. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed line: the last position repeats the first. */
export type Ring = readonly Position[];
export type PolygonFault = { code: string; text: Bilingual; at?: Position };

/** More corners than a hand or a licence gives; checking all pairs of edges stays quick. */
export const mostCorners = 5_000;

const fault = (code: string, zh: string, en: string, at?: Position): PolygonFault => ({
  code,
  text: { zh, en },
  ...(at === undefined ? {} : { at }),
});

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

type Edge = { from: Position; to: Position; no: number };

/** Twice the signed area of a triangle: positive when c lies left of the way from a to b. */
const turn = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const between = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two edges share a point. */
const touch = (one: Edge, two: Edge): boolean => {
  const [a, b, c, d] = [one.from, one.to, two.from, two.to];
  const [s, t, u, v] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (Math.sign(s) * Math.sign(t) < 0 && Math.sign(u) * Math.sign(v) < 0) return true;
  return (
    (s === 0 && between(a, b, c)) ||
    (t === 0 && between(a, b, d)) ||
    (u === 0 && between(c, d, a)) ||
    (v === 0 && between(c, d, b))
  );
};

/** Neighbouring edges share their corner; more than that is a spike that runs back on itself. */
const isSpike = (one: Edge, two: Edge): boolean =>
  turn(one.from, one.to, two.to) === 0 &&
  (one.to[0] - one.from[0]) * (two.to[0] - two.from[0]) +
    (one.to[1] - one.from[1]) * (two.to[1] - two.from[1]) <
    0;

/** The first corner at which a ring crosses or touches itself. Edges are swept from west to east, so far pairs are not compared. */
const crossing = (ring: Ring): Position | undefined => {
  const edges = ring.slice(1).map((to, no): Edge => ({ from: ring[no] ?? to, to, no }));
  const west = ({ from, to }: Edge) => Math.min(from[0], to[0]);
  const east = ({ from, to }: Edge) => Math.max(from[0], to[0]);
  const sorted = edges.toSorted((a, b) => west(a) - west(b));
  for (const [at, one] of sorted.entries())
    for (const two of sorted.slice(at + 1)) {
      if (west(two) > east(one)) break;
      const apart = Math.abs(one.no - two.no);
      if (apart === 1 || apart === edges.length - 1) {
        const [before, after] = (one.no + 1) % edges.length === two.no ? [one, two] : [two, one];
        if (isSpike(before, after)) return before.to;
      } else if (touch(one, two)) return two.from;
    }
  return undefined;
};

/** Twice the signed area in square degrees: positive when the ring runs counter-clockwise. */
const doubleArea = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], no) => {
    const [x0, y0] = ring[no] ?? [x, y];
    return sum + (x0 * y - x * y0);
  }, 0);

/**
 * What is wrong with a ring, with the corner and what to do; undefined when it can be used. Corners that repeat the one before
 * are no fault (`tidyRing` takes them out).
 */
export const ringFault = (ring: Ring): PolygonFault | undefined => {
  const off = ring.find(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90));
  if (off !== undefined)
    return fault(
      'corner-out-of-range',
      '拐点坐标超出范围：经度应在 ±180° 以内，纬度在 ±90° 以内；请检查坐标顺序和单位。',
      'A corner is out of range: longitude within ±180°, latitude within ±90°. Check order and unit.',
      off,
    );
  if (ring.length > mostCorners + 1)
    return fault(
      'too-many-corners',
      `拐点超过 ${mostCorners} 个，请简化范围线。`,
      `More than ${mostCorners} corners: simplify the line.`,
    );
  if (!same(ring[0], ring.at(-1)))
    return fault(
      'ring-not-closed',
      '范围线未闭合：最后一点应与第一点相同。',
      'The line is not closed: repeat the first corner at the end.',
    );
  const tidy = tidyRing(ring);
  if (tidy.length < 4)
    return fault(
      'too-few-corners',
      '范围至少需要三个不同的拐点。',
      'An area needs three different corners at least.',
    );
  const jump = tidy.slice(1).find(([x], no) => Math.abs(x - (tidy[no]?.[0] ?? x)) > 180);
  if (jump !== undefined)
    return fault(
      'crosses-antimeridian',
      '范围跨越 180° 经线；请在 180° 处分成东西两个范围。',
      'The area crosses the 180th meridian: split it there into an eastern and a western one.',
      jump,
    );
  const at = crossing(tidy);
  if (at !== undefined)
    return fault(
      'crosses-itself',
      '范围线自相交，请调整拐点顺序。',
      'The line crosses itself: put the corners in order.',
      at,
    );
  if (doubleArea(tidy) === 0)
    return fault('no-area', '范围面积为零，请检查拐点。', 'The area is nothing: check the corners.');
  return undefined;
};

/** The ring without corners that repeat the one before, counter-clockwise as RFC 7946 wants an outer ring. */
export const tidyRing = (ring: Ring): Ring => {
  const without = ring.filter((corner, no) => no === 0 || !same(corner, ring[no - 1]));
  return doubleArea(without) < 0 ? without.toReversed() : without;
};

/** Closes a ring that was given without its first corner at the end. */
export const closeRing = (corners: Ring): Ring => {
  const [first] = corners;
  return first === undefined || same(first, corners.at(-1)) ? corners : [...corners, first];
};
