import { Extent } from '../geo/extent.ts';
import { checkBox, checkGeometry, DEPTH, type Findings, isObject, type Value } from './geometry.ts';

/** What a GeoJSON text holds and what is wrong with it (RFC 7946). */
export type GeoJson = {
  extent: Extent;
  features: number;
  types: Set<string>;
  faults: { what: string; at: string }[];
  wrongWay: string | undefined;
};

const MOST_FAULTS = 10;

/** True for the names of GeoJSON types. */
export const isGeoJsonType = (type: unknown) =>
  typeof type === 'string' &&
  (type in DEPTH || ['GeometryCollection', 'Feature', 'FeatureCollection'].includes(type));

function checkFeature(value: unknown, at: string, found: Findings): boolean {
  if (!isObject(value) || value['type'] !== 'Feature') {
    found.fault('not a feature', at);
    return false;
  }
  const id = value['id'];
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    found.fault('id is neither text nor number', at);
  if ('geometry' in value) checkGeometry(value['geometry'], `${at}.geometry`, found);
  else found.fault('no geometry', at);
  if (!('properties' in value)) found.fault('no properties', at);
  else if (value['properties'] !== null && !isObject(value['properties']))
    found.fault('properties are not an object', at);
  if ('features' in value || 'coordinates' in value || 'geometries' in value)
    found.fault('feature with members of another type', at);
  checkBox(value, at, found);
  return true;
}

function checkCollection(root: Value, found: Findings): number {
  checkBox(root, '$', found);
  if ('coordinates' in root || 'geometry' in root || 'properties' in root)
    found.fault('collection with members of another type', '$');
  const features = root['features'];
  if (!Array.isArray(features)) {
    found.fault('features are not an array', '$');
    return 0;
  }
  return features.filter((entry, index) => checkFeature(entry, `$.features[${index}]`, found)).length;
}

/** Checks a GeoJSON object and everything below it. At most ten faults are kept. */
export function readGeoJson(root: Value, checkTime: () => void): GeoJson {
  const faults: GeoJson['faults'] = [];
  let positions = 0;
  const found: Findings = {
    extent: new Extent(),
    types: new Set(),
    wrongWay: undefined,
    fault(what, at) {
      if (faults.length < MOST_FAULTS) faults.push({ what, at });
    },
    step() {
      if (++positions % 50_000 === 0) checkTime();
    },
  };
  let features = 0;
  if (root['type'] === 'FeatureCollection') features = checkCollection(root, found);
  else if (root['type'] === 'Feature') features = checkFeature(root, '$', found) ? 1 : 0;
  else checkGeometry(root, '$', found);
  return { extent: found.extent, features, types: found.types, faults, wrongWay: found.wrongWay };
}
