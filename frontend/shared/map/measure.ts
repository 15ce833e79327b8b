import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import geodesic from 'geographiclib-geodesic';
import { outlineOf, type Shape } from './shape.ts';

/** CGCS2000. */
const ellipsoid = new geodesic.Geodesic.Geodesic(6_378_137, 1 / 298.257222101);

/** Metres along the ellipsoid, from corner to corner (C. Karney, J. Geodesy 87 (2013) 43–55; better than a millimetre). */
export const lengthOf = (corners: readonly Position[]): number =>
  corners.slice(1).reduce((sum, [longitude, latitude], at) => {
    const [fromLongitude, fromLatitude] = corners[at] ?? [longitude, latitude];
    return sum + (ellipsoid.Inverse(fromLatitude, fromLongitude, latitude, longitude).s12 ?? 0);
  }, 0);

/** Square metres within geodesics from corner to corner. */
export const areaOf = (ring: readonly Position[]): number => {
  const polygon = ellipsoid.Polygon(false);
  for (const [longitude, latitude] of ring) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
};

/** What there is to tell of a shape: a line's length, an area's size and the length of its edge. */
export const measure = (shape: Shape): { metres?: number; squareMetres?: number } => {
  const line = outlineOf(shape);
  if (shape.kind === 'point' || line.length < 2) return {};
  if (shape.kind === 'line') return { metres: lengthOf(line) };
  return { metres: lengthOf([...line, ...line.slice(0, 1)]), squareMetres: areaOf(line) };
};
