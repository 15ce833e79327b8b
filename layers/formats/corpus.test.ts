import { describe, expect, test } from '@jest/globals';
import { confusion, corpusThere, pronom } from './testing/corpus.ts';

/**
 * Least numbers that were reached on the corpus. `good`: valid files without an error finding; `caught`:
 * malformed files with an error; `noticed`: malformed or hostile files with any finding at all.
 */
const reached: Record<string, { good: number; caught?: number; noticed?: number; encrypted?: number }> = {
  ags: { good: 14, caught: 28 },
  boreholes: { good: 67 },
  cad: { good: 17, caught: 1 },
  catalogue: { good: 75 },
  dlis: { good: 15, caught: 6 },
  geojson: { good: 8, caught: 13 },
  geotiff: { good: 48, caught: 1 },
  'gis-misc': { good: 11 },
  gpkg: { good: 9 },
  images: { good: 136, caught: 6, noticed: 17 },
  kml: { good: 22 },
  las: { good: 63, caught: 1 },
  office: { good: 165, noticed: 12, encrypted: 9 },
  pdf: { good: 325, caught: 19, noticed: 7, encrypted: 8 },
  segy: { good: 10 },
  shp: { good: 43, caught: 12 },
  stac: { good: 130, caught: 2 },
  xml: { good: 163, caught: 1 },
  zip: { good: 145, caught: 27, noticed: 10, encrypted: 9 },
};

const sum = (row: Record<string, number> | undefined, ...verdicts: string[]) =>
  verdicts.reduce((total, verdict) => total + (row?.[verdict] ?? 0), 0);

(corpusThere ? describe : describe.skip)('third-party files (../shared/corpus)', () => {
  test.each(Object.entries(reached))(
    '%s: verdicts by what was expected',
    async (family, least) => {
      const table = await confusion(family);
      process.stdout.write(
        `${family}\n${Object.entries(table)
          .map(([expected, row]) => `  ${expected.padEnd(10)} ${JSON.stringify(row)}`)
          .join('\n')}\n`,
      );
      expect(sum(table['valid'], 'good', 'warning', 'encrypted')).toBeGreaterThanOrEqual(least.good);
      expect(sum(table['malformed'], 'error')).toBeGreaterThanOrEqual(least.caught ?? 0);
      expect(sum(table['hostile'], 'error', 'warning', 'encrypted')).toBeGreaterThanOrEqual(
        least.noticed ?? 0,
      );
      expect(sum(table['encrypted'], 'encrypted')).toBeGreaterThanOrEqual(least.encrypted ?? 0);
    },
    120_000,
  );

  test('PRONOM identifiers of files that are labelled with one', async () => {
    const { right, all } = await pronom();
    process.stdout.write(`formatid\n  PRONOM identifier right for ${right} of ${all}\n`);
    expect(right / all).toBeGreaterThanOrEqual(0.7);
  }, 120_000);
});
