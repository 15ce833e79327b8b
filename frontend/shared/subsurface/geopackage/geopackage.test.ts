import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HoleSheetRow } from '../search/rows.ts';
import { geopackageOf } from './in-page.ts';
import { pointBlob } from './point.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gpkg-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Opened by another SQLite than the one that wrote it. */
const reopened = async (rows: readonly HoleSheetRow[]) => {
  const file = join(folder, 'holes.gpkg');
  await writeFile(file, await geopackageOf(headerTable, '钻孔', rows));
  return new DatabaseSync(file, { readOnly: true });
};
const some: readonly HoleSheetRow[] = [
  {
    id: 'a',
    values: { hole: "ZK'1", holeType: 'geological', finalDepth: 320.5, finishedOn: '2025-05-20' },
    place: { longitude: 110.5, latitude: 30.25 },
  },
  { id: 'b', values: { hole: 'ZK2' } },
  { id: 'c', values: { hole: 'ZK3' }, place: { longitude: 108, latitude: 37.5 } },
];

test('a GeoPackage says that it is one, and has what the standard asks for', async () => {
  using database = await reopened(some);
  const one = (sql: string) => database.prepare(sql).get();
  expect(one('PRAGMA application_id')).toEqual({ application_id: 0x47504b47 });
  expect(one('PRAGMA user_version')).toEqual({ user_version: 10_300 });
  expect(one('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  expect(
    database
      .prepare(
        'SELECT srs_id, organization, organization_coordsys_id code FROM gpkg_spatial_ref_sys ORDER BY 1',
      )
      .all(),
  ).toEqual([
    { srs_id: -1, organization: 'NONE', code: -1 },
    { srs_id: 0, organization: 'NONE', code: 0 },
    { srs_id: 4326, organization: 'EPSG', code: 4326 },
    { srs_id: 4490, organization: 'EPSG', code: 4490 },
  ]);
  expect(one('SELECT * FROM gpkg_contents')).toEqual({
    ...{ table_name: 'holes', data_type: 'features', identifier: '钻孔', description: '', srs_id: 4490 },
    ...{ min_x: 108, min_y: 30.25, max_x: 110.5, max_y: 37.5 },
    last_change: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  expect(one('SELECT * FROM gpkg_geometry_columns')).toEqual({
    ...{ table_name: 'holes', column_name: 'geom', geometry_type_name: 'POINT', srs_id: 4490, z: 0, m: 0 },
  });
});

test('every hole is a row with its fields; one without a place has no geometry', async () => {
  using database = await reopened(some);
  const rows = database
    .prepare('SELECT fid, id, geom, hole, holeType, finalDepth, finishedOn FROM holes ORDER BY fid')
    .all();
  const none = { holeType: null, finalDepth: null, finishedOn: null };
  expect(rows).toEqual([
    {
      ...{ fid: 1, id: 'a', geom: pointBlob(110.5, 30.25, 4490) },
      ...{ hole: "ZK'1", holeType: 'geological', finalDepth: 320.5, finishedOn: '2025-05-20' },
    },
    { fid: 2, id: 'b', geom: null, hole: 'ZK2', ...none },
    { fid: 3, id: 'c', geom: pointBlob(108, 37.5, 4490), hole: 'ZK3', ...none },
  ]);
});

test('a point is GeoPackageBinary: magic, version, flags, system, then WKB', () => {
  // Written out by hand from the standard's figure of the header and of WKB: 4490 is 0x118a, 1.0 is 3ff0 …, 2.0 is 4000 ….
  expect(Buffer.from(pointBlob(1, 2, 4490)).toString('hex')).toBe(
    '47500001' + '8a110000' + '01' + '01000000' + '000000000000f03f' + '0000000000000040',
  );
});

test('no holes with a place: no box', async () => {
  using database = await reopened([{ id: 'b', values: { hole: 'ZK2' } }]);
  expect(database.prepare('SELECT min_x, max_y FROM gpkg_contents').get()).toEqual({
    min_x: null,
    max_y: null,
  });
});
