import { type Problem, problem } from '../core/problem.ts';
import type { Source } from '../source.ts';
import type { Tag } from './ifd.ts';

/** Pixels and bytes beyond which an image is taken for a decompression bomb, with the ratio to the file. */
const PIXELS = 4e9;
const RATIO = 5000;

const one = (tags: ReadonlyMap<number, Tag>, id: number) => tags.get(id)?.numbers[0];

/** Strips or tiles must lie within the file; zero-sized ones are sparse and allowed (GDAL). */
export function checkStorage(tags: ReadonlyMap<number, Tag>, source: Source, where: string): Problem[] {
  const offsets = tags.get(324)?.numbers ?? tags.get(273)?.numbers;
  const sizes = tags.get(325)?.numbers ?? tags.get(279)?.numbers;
  if (!offsets || offsets.length === 0)
    return [problem('damaged-structure', { what: 'no strips or tiles' }, where)];
  if (!sizes) return [];
  if (sizes.length !== offsets.length)
    return [
      problem('damaged-structure', { what: `${offsets.length} offsets, ${sizes.length} sizes` }, where),
    ];
  for (const [index, offset] of offsets.entries()) {
    const end = offset + (sizes[index] ?? 0);
    if (end > source.size)
      return [
        problem('truncated', { what: `strip or tile ${index + 1}`, expected: end, size: source.size }, where),
      ];
  }
  return [];
}

/** Required tags and plausible numbers (TIFF 6.0, baseline). */
export function checkShape(tags: ReadonlyMap<number, Tag>, source: Source, where: string): Problem[] {
  const width = one(tags, 256);
  const height = one(tags, 257);
  const damaged = (what: string) => [problem('damaged-structure', { what }, where)];
  if (!width || !height) return damaged('no size of the image');
  const samples = one(tags, 277) ?? 1;
  const bits = tags.get(258)?.numbers ?? [1];
  if (samples < 1 || samples > 65_535 || bits.some((bit) => bit < 1 || bit > 128))
    return damaged(`${samples} samples of ${bits[0]} bits`);
  if (one(tags, 278) === 0 || one(tags, 322) === 0 || one(tags, 323) === 0)
    return damaged('strips or tiles of size 0');
  if ((one(tags, 262) ?? 0) === 3 && !tags.has(320)) return damaged('no colour map');
  const bytes = width * height * samples * ((bits[0] ?? 1) / 8);
  const sparse = (tags.get(325)?.numbers ?? tags.get(279)?.numbers ?? [1]).every((size) => size === 0);
  // A warning only: the pixels are never unpacked here.
  if (width * height > PIXELS && bytes / source.size > RATIO && !sparse)
    return [
      {
        ...problem('archive-bomb', { size: bytes, ratio: Math.round(bytes / source.size) }, where),
        severity: 'warning',
      },
    ];
  return [];
}
