import { type Datum, datums } from './datum.ts';

/**
 * The Gauss–Krüger projection (transverse Mercator, scale 1 on the meridian) by Krüger's series in the third flattening,
 * to the fourth order: better than a millimetre within the zones in use.
 * L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912); C. Karney, J. Geodesy 85 (2011), eq. 35–36.
 */

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;

type Series = readonly [number, number, number, number];
type Shape = { radius: number; e: number; forward: Series; inverse: Series };

const shapeOf = (datum: Datum): Shape => {
  const { a, inverseFlattening } = datums[datum];
  const f = 1 / inverseFlattening;
  const n = f / (2 - f);
  const [n2, n3, n4] = [n ** 2, n ** 3, n ** 4];
  return {
    radius: (a / (1 + n)) * (1 + n2 / 4 + n4 / 64),
    e: Math.sqrt(f * (2 - f)),
    forward: [
      n / 2 - (2 * n2) / 3 + (5 * n3) / 16 + (41 * n4) / 180,
      (13 * n2) / 48 - (3 * n3) / 5 + (557 * n4) / 1440,
      (61 * n3) / 240 - (103 * n4) / 140,
      (49561 * n4) / 161280,
    ],
    inverse: [
      n / 2 - (2 * n2) / 3 + (37 * n3) / 96 - n4 / 360,
      n2 / 48 + n3 / 15 - (437 * n4) / 1440,
      (17 * n3) / 480 - (37 * n4) / 840,
      (4397 * n4) / 161280,
    ],
  };
};

/** The series of both directions: what is added to (or taken from) the angles on the sphere. */
const correction = (series: Series, xi: number, eta: number): [number, number] => {
  let [north, east] = [0, 0];
  for (const [at, term] of series.entries()) {
    const times = 2 * (at + 1);
    north += term * Math.sin(times * xi) * Math.cosh(times * eta);
    east += term * Math.cos(times * xi) * Math.sinh(times * eta);
  }
  return [north, east];
};

/** Tangent of the conformal latitude from the tangent of the geographic one. */
const conformal = (tangent: number, e: number): number => {
  const sine = tangent / Math.hypot(1, tangent);
  const sigma = Math.sinh(e * Math.atanh(e * sine));
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
};

/** The inverse of `conformal`, by Newton's method: three steps reach the last digit. */
const geographic = (wanted: number, e: number): number => {
  let tangent = wanted;
  for (let step = 0; step < 5; step += 1) {
    const now = conformal(tangent, e);
    const slope =
      (Math.hypot(1, now) * (1 - e ** 2) * Math.hypot(1, tangent)) / (1 + (1 - e ** 2) * tangent ** 2);
    tangent += (wanted - now) / slope;
  }
  return tangent;
};

export type LonLat = { longitude: number; latitude: number };
/** Metres: `y` east of the central meridian (negative in the west), `x` north of the equator, as the standards name them. */
export type Plane = { x: number; y: number };

/** Metres on the plane of a central meridian, from degrees. Without false easting or zone prefix. */
export const project = (datum: Datum, meridian: number, { longitude, latitude }: LonLat): Plane => {
  const { radius, e, forward } = shapeOf(datum);
  const lambda = radians(longitude - meridian);
  const tangent = conformal(Math.tan(radians(latitude)), e);
  const xi = Math.atan2(tangent, Math.cos(lambda));
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tangent, Math.cos(lambda)));
  const [north, east] = correction(forward, xi, eta);
  return { x: radius * (xi + north), y: radius * (eta + east) };
};

/** Degrees from metres on the plane of a central meridian. The inverse of `project`. */
export const unproject = (datum: Datum, meridian: number, { x, y }: Plane): LonLat => {
  const { radius, e, inverse } = shapeOf(datum);
  const [north, east] = correction(inverse, x / radius, y / radius);
  const [xi, eta] = [x / radius - north, y / radius - east];
  const tangent = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  return {
    longitude: meridian + degrees(Math.atan2(Math.sinh(eta), Math.cos(xi))),
    latitude: degrees(Math.atan(geographic(tangent, e))),
  };
};
