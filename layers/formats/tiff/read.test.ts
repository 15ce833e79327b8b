import { expect, test } from '@jest/globals';
import { buildTiff, geoTags } from '../testing/build-tiff.ts';
import { codes, look } from '../testing/look.ts';

test('size, bands and bits of a plain TIFF', async () => {
  const found = await look('a.tif', buildTiff([{ id: 270, type: 2, values: '剖面图' }]));
  expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'tiff', puid: 'fmt/353' } });
  expect(found.metadata).toMatchObject({
    width: 10,
    height: 8,
    bands: 1,
    bitsPerSample: 8,
    compression: 'none',
    title: '剖面图',
  });
});

test('a GeoTIFF in degrees', async () => {
  const found = await look('a.tif', buildTiff(geoTags(4490, [116, 40], 0.1, false)));
  expect(found.format).toMatchObject({ id: 'geotiff', puid: 'fmt/155' });
  expect(found.metadata).toMatchObject({ crs: 'EPSG:4490', bbox: [116, 39.2, 117, 40] });
});

test('a projected GeoTIFF gets degrees when its system is known', async () => {
  const found = await look('a.tif', buildTiff(geoTags(32650, [500000, 4427757], 1000, true)));
  expect(found.metadata).toMatchObject({
    crs: 'EPSG:32650',
    projectedBbox: [500000, 4419757, 510000, 4427757],
  });
  const [west = 0] = Array.isArray(found.metadata['bbox']) ? found.metadata['bbox'].map(Number) : [];
  expect(west).toBeCloseTo(117, 5);
});

test('a system that is not known is a warning', async () => {
  const found = await look('a.tif', buildTiff(geoTags(29999, [1, 1], 1, true)));
  expect(codes(found)).toEqual(['w:crs-unknown']);
});

test('pixels beyond the end are an error', async () => {
  expect(codes(await look('a.tif', buildTiff([], { strip: 1_000_000 })))).toEqual(['e:truncated']);
});

test('directories in a circle end', async () => {
  const once = buildTiff();
  expect(codes(await look('a.tif', buildTiff([], { next: once.readUInt32LE(4) })))).toEqual([
    'e:damaged-structure',
  ]);
});

test('an image that would unpack to terabytes is noticed', async () => {
  const found = await look('a.tif', buildTiff([{ id: 999, type: 3, values: [1] }], { width: 4, height: 4 }));
  expect(found.problems).toEqual([]);
  const bomb = buildTiff([], { width: 4, height: 4 });
  const at = bomb.readUInt32LE(4);
  bomb.writeUInt32LE(1_000_000, at + 2 + 8);
  bomb.writeUInt32LE(1_000_000, at + 2 + 12 + 8);
  expect(codes(await look('a.tif', bomb))).toContain('w:archive-bomb');
});
