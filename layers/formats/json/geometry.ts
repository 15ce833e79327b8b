import type { Extent } from '../geo/extent.ts';

export type Value = Record<string, unknown>;
export const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the checks of geometries put what they find. */
export type Findings = {
  extent: Extent;
  types: Set<string>;
  /** Place of the first ring that runs the wrong way round. */
  wrongWay: string | undefined;
  fault(what: string, at: string): void;
  /** Called for every position: to stop in time. */
  step(): void;
};

/** Depth of the coordinate arrays per geometry type. */
export const DEPTH: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Twice the signed area of a ring: positive when it runs counter-clockwise. */
function ringArea(ring: unknown[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = list(ring[i - 1]).map(Number);
    const [bx, by] = list(ring[i]).map(Number);
    sum += (ax ?? 0) * (by ?? 0) - (bx ?? 0) * (ay ?? 0);
  }
  return sum;
}

function checkCoordinates(value: unknown, depth: number, at: string, found: Findings): void {
  if (!Array.isArray(value)) {
    found.fault('coordinates are not an array', at);
  } else if (depth > 0) {
    for (const [index, entry] of value.entries())
      checkCoordinates(entry, depth - 1, `${at}[${index}]`, found);
  } else {
    found.step();
    if (value.length < 2 || !value.every((entry) => typeof entry === 'number'))
      found.fault('position is not two or three numbers', at);
    else found.extent.add(Number(value[0]), Number(value[1]));
  }
}

/** Rings are closed and have four positions; the outer one runs counter-clockwise (RFC 7946, 3.1.6). */
function checkRings(polygon: unknown, at: string, found: Findings): void {
  for (const [index, entry] of list(polygon).entries()) {
    const ring = list(entry);
    const where = `${at}[${index}]`;
    if (ring.length < 4) found.fault('ring of less than four positions', where);
    else if (JSON.stringify(ring[0]) !== JSON.stringify(ring.at(-1)))
      found.fault('ring is not closed', where);
    else if (index === 0 ? ringArea(ring) < 0 : ringArea(ring) > 0) found.wrongWay ??= where;
  }
}

/** A `bbox` member is four or six numbers (RFC 7946, 5). */
export function checkBox(value: Value, at: string, found: Findings): void {
  const box = value['bbox'];
  if (box === undefined) return;
  const numbers = list(box);
  const good =
    (numbers.length === 4 || numbers.length === 6) && numbers.every((entry) => typeof entry === 'number');
  if (!good) found.fault('bbox is not four or six numbers', at);
}

function checkShape(value: Value, type: string, depth: number, at: string, found: Findings): void {
  const coordinates = value['coordinates'];
  if (depth > 0 && Array.isArray(coordinates) && coordinates.length === 0) return;
  checkCoordinates(coordinates, depth, at, found);
  const lines = type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? list(coordinates) : [];
  if (lines.some((line) => list(line).length < 2)) found.fault('line of less than two positions', at);
  if (type === 'Polygon') checkRings(coordinates, at, found);
  if (type === 'MultiPolygon')
    for (const [index, polygon] of list(coordinates).entries()) checkRings(polygon, `${at}[${index}]`, found);
}

/** Checks a geometry and everything below it; `null` stands for none. */
export function checkGeometry(value: unknown, at: string, found: Findings, nested = 0): void {
  if (value === null) return;
  if (!isObject(value)) {
    found.fault('geometry is not an object', at);
    return;
  }
  const type = String(value['type']);
  found.types.add(type);
  checkBox(value, at, found);
  if ('geometry' in value || 'properties' in value || 'features' in value)
    found.fault('geometry with members of a feature', at);
  const depth = DEPTH[type];
  if (depth !== undefined) checkShape(value, type, depth, `${at}.coordinates`, found);
  else if (type !== 'GeometryCollection') found.fault(`type ${type}`, at);
  else if (!Array.isArray(value['geometries'])) found.fault('geometries are not an array', at);
  else if (nested < 50)
    for (const [index, entry] of value['geometries'].entries())
      checkGeometry(entry, `${at}.geometries[${index}]`, found, nested + 1);
}
