import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { inspect } from '@geoarchive/formats/inspect.ts';
import { fileSource, folderSiblings } from '@geoarchive/formats/sources.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeSample } from './sample.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geoarchive-sample-'));
  await writeSample(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (path: string) => {
  const file = join(folder, path);
  return inspect(await fileSource(file), { siblings: folderSiblings(file) });
};

test.each([
  ['archive/Z/z01_0001.pdf', 'pdf', { title: '湖北省宜昌市示范金矿普查报告', pages: 2 }],
  ['source/J/ZK001.las', 'las', {}],
  ['source/T/钻孔分布.shp', 'shapefile', {}],
  ['archive/T/t01_0001.tif', 'geotiff', {}],
  ['source/B/钻孔一览表.csv', 'csv', {}],
])('our own reader takes %s as a good %s', async (path, format, metadata) => {
  const found = await read(path);
  expect({
    name: basename(dirname(path)),
    problems: found.problems.filter(({ severity }) => severity === 'error'),
  }).toEqual({ name: basename(dirname(path)), problems: [] });
  expect(found.format.id).toBe(format);
  expect(found.metadata).toMatchObject(metadata);
});
