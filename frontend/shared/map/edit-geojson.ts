import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import type { FeatureCollection, Geometry } from 'geojson';
import { mostCorners, outlineOf, type Shape } from './shape.ts';

const collection = (geometries: readonly Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, at) => ({ type: 'Feature', properties: { at }, geometry })),
});
const dots = (corners: readonly Position[]): FeatureCollection =>
  collection(corners.map((corner) => ({ type: 'Point', coordinates: [...corner] })));

/** Where a shape can be taken hold of: its corners, and the middles between corner n and the next one, to pull a new one from. */
export const handlesOf = ({ kind, corners }: Shape): Record<'corners' | 'middles', readonly Position[]> => {
  const closed = kind === 'box' || kind === 'polygon';
  const next = closed ? [...corners.slice(1), ...corners.slice(0, 1)] : corners.slice(1);
  const grows = mostCorners[kind] === undefined && corners.length > 1;
  const middles = next.map(([x, y], at): Position => {
    const [fromX, fromY] = corners[at] ?? [x, y];
    return [(fromX + x) / 2, (fromY + y) / 2];
  });
  return { corners, middles: grows ? middles : [] };
};

/** A shape as the map draws it; `middles` belong between corner n and the next one. */
export const editGeoJson = (
  shape: Shape | undefined,
): Record<'outline' | 'corners' | 'middles', FeatureCollection> => {
  if (shape === undefined) return { outline: dots([]), corners: dots([]), middles: dots([]) };
  const line = outlineOf(shape).map((corner) => [...corner]);
  const closed = shape.kind === 'box' || shape.kind === 'polygon';
  const ring = [...line, ...line.slice(0, 1)];
  // The line besides: a ring that crosses itself can have no area, and is then drawn by no map.
  const outline: Geometry[] =
    closed && line.length > 2
      ? [
          { type: 'Polygon', coordinates: [ring] },
          { type: 'LineString', coordinates: ring },
        ]
      : line.length > 1
        ? [{ type: 'LineString', coordinates: line }]
        : [];
  const { corners, middles } = handlesOf(shape);
  return { outline: collection(outline), corners: dots(corners), middles: dots(middles) };
};
