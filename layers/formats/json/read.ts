import { extensionOf } from '../core/format.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { decode, guessEncoding } from '../text/encoding.ts';
import { isGeoJsonType, readGeoJson } from './geojson.ts';
import { isObject, type Value } from './geometry.ts';

const LIMIT = 64 * 1024 * 1024;

const string = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2000) : undefined);

/** A JSON text, or a sequence of them one per line (RFC 7464, JSON lines). Throws when it is neither. */
export function parseJson(text: string): { value: unknown; sequence: number } {
  try {
    return { value: JSON.parse(text), sequence: 0 };
  } catch (error) {
    const lines = text
      .replaceAll('\u001e', '\n')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length < 2 || !lines.every((line) => /^[[{]/.test(line))) throw error;
    const values = lines.map((line): unknown => JSON.parse(line));
    const features = values.every((value) => isObject(value) && value['type'] === 'Feature');
    return {
      value: features ? { type: 'FeatureCollection', features: values } : values,
      sequence: values.length,
    };
  }
}

function stac(value: Value): Found {
  const problems: Problem[] = [];
  const required =
    value['type'] === 'Feature'
      ? ['id', 'geometry', 'properties', 'links', 'assets']
      : ['id', 'description', 'links'];
  for (const name of required) if (!(name in value)) problems.push(problem('section-missing', { name }));
  const box = value['bbox'];
  return {
    format: 'stac',
    problems,
    metadata: {
      title: string(value['title']) ?? string(value['id']),
      version: string(value['stac_version']),
      ...(Array.isArray(box) && box.length === 4 ? { bbox: box, crs: 'EPSG:4326' } : {}),
    },
  };
}

function geoJson(value: Value, sequence: number, checkTime: () => void): Found {
  const { extent, features, types, faults, wrongWay } = readGeoJson(value, checkTime);
  const problems = faults.map(({ what, at }) => problem('damaged-structure', { what }, at));
  // Readers should take rings either way (RFC 7946, 3.1.6), so this is a warning.
  if (wrongWay !== undefined)
    problems.push(problem('odd-structure', { what: 'ring runs the wrong way round' }, wrongWay));
  const named = /EPSG:+(\d+)/.exec(JSON.stringify(value['crs'] ?? ''))?.[1];
  const crs = named ? `EPSG:${named}` : 'EPSG:4326';
  const box = extent.box();
  const degrees = box && extent.inDegrees();
  if (box && !degrees && !named) problems.push(problem('coordinates-out-of-range', { bbox: box.join(', ') }));
  return {
    format: 'geojson',
    problems,
    metadata: {
      title: string(value['name']),
      features: features || sequence || undefined,
      geometry: [...types],
      crs,
      ...(box ? (degrees ? { bbox: box } : { projectedBbox: box }) : {}),
    },
  };
}

/** JSON: GeoJSON with its extent and faults, STAC, or any other with its keys. */
export async function readJson({ source, checkTime }: Reading): Promise<Found> {
  if (source.size > LIMIT) return { problems: [problem('read-in-part', { bytes: 0 })], metadata: {} };
  const bytes = await source.read(0, source.size);
  const text = decode(bytes, guessEncoding(bytes, false));
  let parsed: { value: unknown; sequence: number };
  try {
    parsed = parseJson(text);
  } catch (error) {
    return {
      problems: [
        problem('damaged-structure', { what: error instanceof Error ? error.message.slice(0, 150) : 'JSON' }),
      ],
      metadata: {},
    };
  }
  const { value, sequence } = parsed;
  const named = extensionOf(source.name) === 'geojson';
  if (!isObject(value))
    return named
      ? {
          format: 'geojson',
          problems: [problem('damaged-structure', { what: 'not an object' })],
          metadata: {},
        }
      : { problems: [], metadata: { entries: Array.isArray(value) ? value.length : undefined } };
  if ('stac_version' in value) return stac(value);
  if (value['type'] === 'Topology') return { format: 'topojson', problems: [], metadata: {} };
  if (
    named ||
    (isGeoJsonType(value['type']) &&
      ['features', 'coordinates', 'geometries', 'geometry'].some((key) => key in value))
  )
    return geoJson(value, sequence, checkTime);
  return {
    problems: [],
    metadata: {
      keys: Object.keys(value).slice(0, 50),
      title: string(value['title']) ?? string(value['name']),
    },
  };
}
