import { type Problem, problem } from '../core/problem.ts';
import { epsgDefinition, isGeographic } from './epsg.ts';
import { type Box, boxInDegrees, Extent } from './extent.ts';
import type { WktCrs } from './wkt.ts';

/** A coordinate reference system as a file gives it. */
export type Crs = {
  epsg?: number | undefined;
  name?: string | undefined;
  wkt?: string | undefined;
  geographic?: boolean | undefined;
};

/** What the catalogue gets: `bbox` in degrees where it can be told, `projectedBbox` in the file's own system. */
export type Placed = { metadata: Record<string, unknown>; problems: Problem[] };

export const crsOfWkt = ({ name, epsg, wkt, geographic }: WktCrs): Crs => ({ name, epsg, wkt, geographic });

/** Name of a system for people and the catalogue. */
export const crsLabel = ({ epsg, name }: Crs) => (epsg === undefined ? (name ?? 'unknown') : `EPSG:${epsg}`);

const round = (value: number) => Number(value.toFixed(7));

/** Points along the edges, because straight edges bend when projected. */
function edge([west, south, east, north]: Box): [number, number][] {
  const points: [number, number][] = [];
  for (let step = 0; step <= 8; step++) {
    const x = west + ((east - west) * step) / 8;
    const y = south + ((north - south) * step) / 8;
    points.push([x, south], [x, north], [west, y], [east, y]);
  }
  return points;
}

async function toDegrees(box: Box, crs: Crs): Promise<Box | undefined> {
  const definition = (crs.epsg === undefined ? undefined : epsgDefinition(crs.epsg)) ?? crs.wkt;
  if (definition === undefined) return undefined;
  try {
    const { default: proj4 } = await import('proj4');
    const convert = proj4(definition, '+proj=longlat +datum=WGS84 +no_defs');
    const extent = new Extent();
    for (const point of edge(box)) {
      const [x, y] = convert.forward(point);
      extent.add(x, y);
    }
    const result = extent.box();
    return result && boxInDegrees(result)
      ? [round(result[0]), round(result[1]), round(result[2]), round(result[3])]
      : undefined;
  } catch {
    return undefined;
  }
}

/** Places a box of coordinates on the map, as far as its system is known. */
export async function place(box: Box | undefined, crs: Crs | undefined): Promise<Placed> {
  if (!crs) {
    const metadata = box ? { projectedBbox: box } : {};
    return { metadata, problems: box ? [problem('crs-missing')] : [] };
  }
  const metadata: Record<string, unknown> = { crs: crsLabel(crs) };
  if (crs.name !== undefined) metadata['crsName'] = crs.name;
  if (!box) return { metadata, problems: [] };
  if (crs.geographic || (crs.epsg !== undefined && isGeographic(crs.epsg))) {
    metadata['bbox'] = box;
    const problems = boxInDegrees(box) ? [] : [problem('coordinates-out-of-range', { bbox: box.join(', ') })];
    if (problems.length > 0) delete metadata['bbox'];
    return { metadata, problems };
  }
  metadata['projectedBbox'] = box;
  const degrees = await toDegrees(box, crs);
  if (degrees) metadata['bbox'] = degrees;
  return { metadata, problems: degrees ? [] : [problem('crs-unknown', { crs: crsLabel(crs) })] };
}
