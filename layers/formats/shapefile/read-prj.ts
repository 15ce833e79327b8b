import { asBuffer } from '../core/bytes.ts';
import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { crsLabel, crsOfWkt } from '../geo/place.ts';
import { parseWkt } from '../geo/wkt.ts';

/** A coordinate reference system in a file of its own. */
export async function readPrj({ source }: Reading): Promise<Found> {
  const text = asBuffer(await source.read(0, Math.min(source.size, 64 * 1024))).toString('utf8');
  const crs = parseWkt(text);
  if (!crs) return { problems: [problem('damaged-structure', { what: 'WKT' })], metadata: {} };
  return { problems: [], metadata: { crs: crsLabel(crsOfWkt(crs)), crsName: crs.name } };
}
