import { closeRing, type Position, ringFault } from '@geoarchive/domain/geo/polygon.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

export const shapeKinds = ['point', 'line', 'box', 'polygon'] as const;
export type ShapeKind = (typeof shapeKinds)[number];
/** What is drawn: a box has two opposite corners, a polygon's ring is not closed. Degrees, CGCS2000. */
export type Shape = { kind: ShapeKind; corners: readonly Position[] };

export const fewestCorners: Readonly<Record<ShapeKind, number>> = { point: 1, line: 2, box: 2, polygon: 3 };
/** Corners that end a drawing by themselves. */
export const mostCorners: Readonly<Partial<Record<ShapeKind, number>>> = { point: 1, box: 2 };

/** South-west, south-east, north-east, north-west. */
export const boxRing = ([a, b]: readonly Position[]): Position[] => {
  if (a === undefined || b === undefined) return [];
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
};
/** The corners as they are joined on the map. */
export const outlineOf = ({ kind, corners }: Shape): readonly Position[] =>
  kind === 'box' ? boxRing(corners) : corners;

/** What is wrong with a shape, for people; undefined when it can be used. */
export const shapeFault = (shape: Shape): Bilingual | undefined => {
  const { kind, corners } = shape;
  if (corners.length < fewestCorners[kind])
    return {
      zh: `还需要 ${fewestCorners[kind] - corners.length} 个点。`,
      en: `${fewestCorners[kind] - corners.length} more to set.`,
    };
  if (kind === 'point' || kind === 'line') return undefined;
  return ringFault(closeRing(outlineOf(shape)))?.text;
};
