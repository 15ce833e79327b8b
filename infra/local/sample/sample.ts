import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { raster } from './raster.ts';
import { reportPdf } from './report.ts';
import { shapefile } from './shapefile.ts';
import { wellLog } from './well-log.ts';

export type SampleOf = { title: string; place: string; west: number; south: number };

const standard: SampleOf = {
  title: '湖北省宜昌市示范金矿普查报告',
  place: '湖北省宜昌市夷陵区',
  west: 111.3,
  south: 30.7,
};

/**
 * Writes the sample deposit into a folder: a report PDF in Chinese, a LAS log, a shapefile with GBK attributes, a GeoTIFF, a table of
 * boreholes in GBK. All made by this code; nothing is anybody's data.
 */
export const writeSample = async (folder: string, of: SampleOf = standard): Promise<void> => {
  const holes = ['ZK001', 'ZK002', 'ZK003'].map((name, at) => ({
    name,
    x: of.west + 0.05 + at * 0.02,
    y: of.south + 0.1 + at * 0.01,
    depth: 98.3 + at * 11.1,
  }));
  const table = [
    '孔号,经度,纬度,孔口标高,终孔深度',
    ...holes.map((h) => `${h.name},${h.x.toFixed(5)},${h.y.toFixed(5)},312.4,${h.depth.toFixed(1)}`),
  ].join('\r\n');
  const files: Record<string, Uint8Array | string> = {
    'archive/Z/z01_0001.pdf': await reportPdf(of.title, of.place),
    'archive/J/勘查许可证.pdf': await reportPdf(`${of.place}勘查许可证（示例）`, of.place),
    'source/J/ZK001.las': wellLog('ZK001'),
    'archive/T/t01_0001.tif': raster(of.west, of.south + 0.32),
    'source/B/钻孔一览表.csv': iconv.encode(table, 'gbk'),
    ...Object.fromEntries(
      Object.entries(shapefile(holes)).map(([extension, bytes]) => [`source/T/钻孔分布.${extension}`, bytes]),
    ),
  };
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
};

if (import.meta.main) {
  const folder = process.argv[2] ?? 'sample-deposit';
  await writeSample(folder);
  process.stdout.write(`${folder}\n`);
}
