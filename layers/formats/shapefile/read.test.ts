import { expect, test } from '@jest/globals';
import { buildDbf, buildPoints, CGCS2000, CGCS2000_117 } from '../testing/build-shapefile.ts';
import { codes, look } from '../testing/look.ts';

const points: [number, number][] = [
  [116.1, 39.8],
  [116.4, 40.2],
];
const { shp, shx } = buildPoints(points);
const dbf = buildDbf(
  ['编号', '岩性'],
  [
    ['ZK01', '砂岩'],
    ['ZK02', '石灰岩'],
  ],
);
const set = { 'a.shx': shx, 'a.dbf': dbf, 'a.prj': CGCS2000 };

test('a whole set: features, extent, system, attributes in GBK', async () => {
  const found = await look('a.shp', shp, set);
  expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'shapefile', puid: 'x-fmt/235' } });
  expect(found.metadata).toMatchObject({
    geometry: 'point',
    features: 2,
    bbox: [116.1, 39.8, 116.4, 40.2],
    crs: 'EPSG:4490',
    attributeEncoding: 'GBK',
    attributeSample: [
      { 编号: 'ZK01', 岩性: '砂岩' },
      { 编号: 'ZK02', 岩性: '石灰岩' },
    ],
  });
  expect(found.metadata['fields']).toMatchObject([{ name: '编号', type: 'C', length: 20 }, { name: '岩性' }]);
});

test('a projected set gets degrees as well', async () => {
  const flat = buildPoints([
    [500000, 4427757.2],
    [510000, 4437757.2],
  ]);
  const found = await look('a.shp', flat.shp, { ...set, 'a.shx': flat.shx, 'a.prj': CGCS2000_117 });
  const [west = 0, south = 0] = Array.isArray(found.metadata['bbox'])
    ? found.metadata['bbox'].map(Number)
    : [];
  expect(west).toBeCloseTo(117, 4);
  expect(south).toBeCloseTo(39.98, 1);
  expect(found.metadata['projectedBbox']).toEqual([500000, 4427757.2, 510000, 4437757.2]);
});

test('missing companions are named', async () => {
  const found = await look('a.shp', shp, {});
  expect(codes(found)).toEqual(['e:companion-missing', 'e:companion-missing', 'w:crs-missing']);
  expect(found.problems.map(({ message }) => message.en).join()).toContain('a.dbf');
  expect(codes(await look('a.shp', shp))).toEqual(['i:companions-not-checked']);
});

test('companions are found with extensions in capitals', async () => {
  const found = await look('A.SHP', shp, { 'A.SHX': shx, 'A.DBF': dbf, 'A.PRJ': CGCS2000 });
  expect(found.problems).toEqual([]);
});

test('attributes that are not one per feature are an error', async () => {
  const short = buildDbf(['编号'], [['ZK01']]);
  expect(codes(await look('a.shp', shp, { ...set, 'a.dbf': short }))).toEqual(['e:companion-disagrees']);
});

test('a code page file wins over guessing', async () => {
  const found = await look('a.dbf', buildDbf(['NAME'], [['Île']], 'utf8'), { 'a.cpg': 'UTF-8' });
  expect(found.metadata).toMatchObject({ encoding: 'UTF-8', sample: [{ NAME: 'Île' }] });
});

test('a file cut short is an error', async () => {
  const found = await look('a.shp', shp.subarray(0, 140), set);
  expect(found.valid).toBe(false);
  expect(codes(found)).toContain('e:truncated');
});

test('an index that points elsewhere and a wrong shape type are errors', async () => {
  const wrong = Buffer.from(shx);
  wrong.writeInt32BE(60, 108);
  expect(codes(await look('a.shp', shp, { ...set, 'a.shx': wrong }))).toContain('e:companion-disagrees');
  const typed = Buffer.from(shp);
  typed.writeInt32LE(5, 108);
  expect(codes(await look('a.shp', typed, set))).toContain('e:damaged-structure');
});

test('a polygon that claims more points than its record holds', async () => {
  const polygon = Buffer.alloc(100 + 8 + 60);
  shp.copy(polygon, 0, 0, 100);
  polygon.writeInt32BE(polygon.length / 2, 24);
  polygon.writeInt32LE(5, 32);
  polygon.writeInt32BE(1, 100);
  polygon.writeInt32BE(30, 104);
  polygon.writeInt32LE(5, 108);
  polygon.writeInt32LE(1, 144);
  polygon.writeInt32LE(1_000_000, 148);
  const found = await look('a.shp', polygon, set);
  expect(found.problems.map(({ message }) => message.en).join()).toContain('1000000 points');
});
