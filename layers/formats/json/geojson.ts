import { Extent } from '../geo/extent.ts';

/** What a GeoJSON text holds and what is wrong with it (RFC 7946). */
export type GeoJson = { extent: Extent; features: number; types: Set<string>; faults: string[]; wrongWay: string | undefined };

type Value = Record<string, unknown>;
const isObject = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Depth of the coordinate arrays per geometry type. */
const DEPTH: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };

export const isGeoJsonType = (type: unknown) => typeof type === 'string' && (type in DEPTH || ['GeometryCollection', 'Feature', 'FeatureCollection'].includes(type));

/** Twice the signed area of a ring: positive when it runs counter-clockwise. */
function ringArea(ring: unknown[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (Array.isArray(a) && Array.isArray(b)) sum += Number(a[0]) * Number(b[1]) - Number(b[0]) * Number(a[1]);
  }
  return sum;
}

/** Checks a GeoJSON object and everything below it. At most ten faults are kept. */
export function readGeoJson(root: Value, step: () => void): GeoJson {
  const result: GeoJson = { extent: new Extent(), features: 0, types: new Set(), faults: [], wrongWay: undefined };
  const fault = (what: string, at: string) => {
    if (result.faults.length < 10) result.faults.push(`${at}: ${what}`);
  };
  let points = 0;

  const position = (value: unknown, at: string) => {
    if (++points % 50_000 === 0) step();
    if (!Array.isArray(value) || value.length < 2 || !value.every((entry) => typeof entry === 'number')) fault('position is not two or three numbers', at);
    else result.extent.add(Number(value[0]), Number(value[1]));
  };
  const coordinates = (value: unknown, depth: number, at: string): void => {
    if (depth === 0) position(value, at);
    else if (!Array.isArray(value)) fault('coordinates are not an array', at);
    else value.forEach((entry, index) => coordinates(entry, depth - 1, `${at}[${index}]`));
  };
  const ring = (value: unknown, index: number, at: string) => {
    if (!Array.isArray(value)) return;
    if (value.length < 4) fault('ring of less than four positions', at);
    else if (JSON.stringify(value[0]) !== JSON.stringify(value.at(-1))) fault('ring is not closed', at);
    else if (index === 0 ? ringArea(value) < 0 : ringArea(value) > 0) result.wrongWay ??= at;
  };
  const geometry = (value: unknown, at: string, depth = 0): void => {
    if (value === null) return;
    if (!isObject(value)) return fault('geometry is not an object', at);
    const type = String(value['type']);
    result.types.add(type);
    box(value, at);
    if ('geometry' in value || 'properties' in value || 'features' in value) fault('geometry with members of a feature', at);
    if (type === 'GeometryCollection') {
      const inside = value['geometries'];
      if (!Array.isArray(inside)) fault('geometries are not an array', at);
      else if (depth < 50) inside.forEach((entry, index) => geometry(entry, `${at}.geometries[${index}]`, depth + 1));
      return;
    }
    const levels = DEPTH[type];
    if (levels === undefined) return fault(`type ${type}`, at);
    const list = value['coordinates'];
    if (Array.isArray(list) && list.length === 0 && levels > 0) return;
    coordinates(list, levels, `${at}.coordinates`);
    if (type === 'LineString' && Array.isArray(list) && list.length < 2) fault('line of less than two positions', at);
    if (type === 'MultiLineString' && Array.isArray(list) && list.some((line) => Array.isArray(line) && line.length < 2)) fault('line of less than two positions', at);
    const polygons = type === 'Polygon' ? [list] : type === 'MultiPolygon' && Array.isArray(list) ? list : [];
    for (const polygon of polygons) if (Array.isArray(polygon)) polygon.forEach((entry, index) => ring(entry, index, `${at}.coordinates[${index}]`));
  };
  const box = (value: Value, at: string) => {
    const bbox = value['bbox'];
    if (bbox === undefined) return;
    if (!Array.isArray(bbox) || (bbox.length !== 4 && bbox.length !== 6) || !bbox.every((entry) => typeof entry === 'number')) fault('bbox is not four or six numbers', at);
  };
  const feature = (value: unknown, at: string) => {
    if (!isObject(value) || value['type'] !== 'Feature') return fault('not a feature', at);
    result.features++;
    const id = value['id'];
    if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') fault('id is neither text nor number', at);
    if (!('geometry' in value)) fault('no geometry', at);
    else geometry(value['geometry'], `${at}.geometry`);
    if (!('properties' in value)) fault('no properties', at);
    else if (value['properties'] !== null && !isObject(value['properties'])) fault('properties are not an object', at);
    if ('features' in value || 'coordinates' in value || 'geometries' in value) fault('feature with members of another type', at);
    box(value, at);
  };

  if (root['type'] === 'FeatureCollection') {
    box(root, '$');
    if ('coordinates' in root || 'geometry' in root || 'properties' in root) fault('collection with members of another type', '$');
    if (!Array.isArray(root['features'])) fault('features are not an array', '$');
    else root['features'].forEach((entry, index) => feature(entry, `$.features[${index}]`));
  } else if (root['type'] === 'Feature') feature(root, '$');
  else geometry(root, '$');
  return result;
}
