import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { place } from '../geo/place.ts';
import { crsOfKeys, geoKeys, imageBox } from './geokeys.ts';
import { type Directory, readDirectory, readLayout, type Tag } from './ifd.ts';
import { checkShape, checkStorage } from './storage.ts';

/** Directories that are read: pages of a scan, overviews. */
const MOST = 2000;

const COMPRESSION: Readonly<Record<number, string>> = {
  1: 'none',
  2: 'CCITT RLE',
  3: 'CCITT G3',
  4: 'CCITT G4',
  5: 'LZW',
  6: 'JPEG (old)',
  7: 'JPEG',
  8: 'Deflate',
  32773: 'PackBits',
  32946: 'Deflate',
  34712: 'JPEG 2000',
  34925: 'LZMA',
  50000: 'Zstandard',
  50001: 'WebP',
  34887: 'LERC',
};

const one = (tags: ReadonlyMap<number, Tag>, id: number) => tags.get(id)?.numbers[0];
const text = (tags: ReadonlyMap<number, Tag>, id: number) => tags.get(id)?.text.trim() || undefined;

function image(tags: ReadonlyMap<number, Tag>): Record<string, unknown> {
  const compression = one(tags, 259) ?? 1;
  const found: Record<string, unknown> = {
    width: one(tags, 256),
    height: one(tags, 257),
    bands: one(tags, 277) ?? 1,
    bitsPerSample: one(tags, 258) ?? 1,
    sampleFormat: ['', 'unsigned', 'signed', 'float', 'undefined', 'complex int', 'complex float'][
      one(tags, 339) ?? 1
    ],
    compression: COMPRESSION[compression] ?? String(compression),
    tiled: tags.has(322),
    resolution: one(tags, 282),
    title: text(tags, 269) ?? text(tags, 270)?.slice(0, 300),
    author: text(tags, 315),
    application: text(tags, 305),
    created: text(tags, 306),
    noData: text(tags, 42113),
  };
  for (const [key, value] of Object.entries(found)) if (value === undefined) delete found[key];
  return found;
}

/** Directories one after the other; a link back or beyond the end is a finding. */
async function directories({
  source,
  checkTime,
}: Reading): Promise<{ found: Directory[]; problems: Problem[]; big: boolean }> {
  const layout = await readLayout(source);
  const found: Directory[] = [];
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (let at = layout.first; at !== 0 && found.length < MOST; ) {
    checkTime();
    if (seen.has(at)) {
      problems.push(
        problem('damaged-structure', { what: `directory ${found.length} links back to byte ${at}` }),
      );
      break;
    }
    seen.add(at);
    try {
      const directory = await readDirectory(source, at, layout);
      found.push(directory);
      at = directory.next;
    } catch (error) {
      problems.push(
        problem(
          'damaged-structure',
          { what: error instanceof Error ? error.message : String(error) },
          `directory ${found.length + 1}`,
        ),
      );
      break;
    }
  }
  return { found, problems, big: layout.big };
}

/** TIFF and GeoTIFF: size, bands, coordinate reference system and extent; damaged directories as findings. */
export async function readTiff(reading: Reading): Promise<Found> {
  const { source } = reading;
  const { found, problems, big } = await directories(reading);
  const first = found[0];
  if (!first) return { problems: problems.length > 0 ? problems : [problem('no-data')], metadata: {} };
  for (const [index, { tags, broken }] of found.slice(0, 200).entries()) {
    const where = `directory ${index + 1}`;
    for (const what of broken.slice(0, 3)) problems.push(problem('damaged-structure', { what }, where));
    const shape = checkShape(tags, source, where);
    problems.push(...shape, ...(shape.length === 0 ? checkStorage(tags, source, where) : []));
    if (problems.length > 20) break;
  }
  const keys = geoKeys(first.tags);
  const geo = keys.size > 0 || first.tags.has(33550) || first.tags.has(34264);
  const subImages = found.filter(({ tags }) => ((one(tags, 254) ?? 0) & 5) !== 0).length;
  const metadata = { ...image(first.tags), pages: found.length - subImages || 1, bigTiff: big };
  if (!geo) return { format: 'tiff', problems, metadata };
  const crs = crsOfKeys(keys);
  const box = imageBox(first.tags, keys, one(first.tags, 256) ?? 0, one(first.tags, 257) ?? 0);
  const placed = await place(box, crs);
  return {
    format: 'geotiff',
    problems: [...problems, ...placed.problems],
    metadata: { ...metadata, ...placed.metadata },
  };
}
