import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import { outlineOf, type Shape, shapeFault } from './shape.ts';

/** Some ten centimetres: what a hand draws is no finer. */
const digits = 6;

/** An area as the address and the question have it; undefined while it cannot be used. */
export const areaText = (shape: Shape | undefined): string | undefined =>
  shape === undefined || shapeFault(shape) !== undefined
    ? undefined
    : outlineOf(shape)
        .map((corner) => corner.map((value) => Number(value.toFixed(digits))).join(','))
        .join(';');

/** The area of an address; undefined where it is none. */
export const shapeOfText = (text: string): Shape | undefined => {
  const corners = text.split(';').flatMap((corner): Position[] => {
    const [x, y, more] = corner.split(',').map(Number);
    return Number.isFinite(x) &&
      Number.isFinite(y) &&
      x !== undefined &&
      y !== undefined &&
      more === undefined
      ? [[x, y]]
      : [];
  });
  const shape: Shape = { kind: 'polygon', corners };
  return corners.length === text.split(';').length && shapeFault(shape) === undefined ? shape : undefined;
};
