import type { Column, ColumnType, Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import type { HoleSheetRow } from '../search/rows.ts';
import { pointBlob } from './point.ts';
import { cgcs2000, systems } from './systems.ts';
import { applicationId, coreTables, userVersion } from './tables.ts';

export const geopackageMedia = 'application/geopackage+sqlite3';

export type Value = string | number | Uint8Array | null;
/** The SQLite that a GeoPackage is written with: pages have another than the command line. */
export type Sqlite = {
  /** Statements without values. */
  exec: (sql: string) => void;
  /** One statement for each of the rows. */
  each: (sql: string, rows: Iterable<readonly Value[]>) => void;
};

/** How values of a column are kept: types of OGC 12-128r18, table 1. */
const typeNames: Readonly<Record<ColumnType, string>> = {
  ...{ text: 'TEXT', code: 'TEXT', date: 'DATE', boolean: 'BOOLEAN' },
  ...{ integer: 'INTEGER', decimal: 'DOUBLE' },
};
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const places = (rows: readonly HoleSheetRow[]) => rows.flatMap(({ place }) => place ?? []);

/** The box around all places; nothing where no hole has one. */
const boxOf = (rows: readonly HoleSheetRow[]): (number | null)[] => {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as const;
  const [west, south, east, north] = places(rows).reduce<readonly [number, number, number, number]>(
    ([x0, y0, x1, y1], { longitude: x, latitude: y }) => [
      Math.min(x0, x),
      Math.min(y0, y),
      Math.max(x1, x),
      Math.max(y1, y),
    ],
    box,
  );
  return west > east ? [null, null, null, null] : [west, south, east, north];
};

const declare = (database: Sqlite, sheet: Sheet, title: string, rows: readonly HoleSheetRow[]): void => {
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${userVersion};`);
  database.exec(coreTables);
  database.each(
    'INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition) VALUES (?, ?, ?, ?, ?)',
    systems.map(({ name, id, organization, code, definition }) => [name, id, organization, code, definition]),
  );
  const columns = sheet.columns.map(({ key, type }) => `${quoted(key)} ${typeNames[type]}`).join(', ');
  database.exec(
    `CREATE TABLE ${quoted(sheet.id)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, id TEXT, ${columns})`,
  );
  database.each(
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?)",
    [[sheet.id, title, ...boxOf(rows), cgcs2000]],
  );
  database.each("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", [
    [sheet.id, cgcs2000],
  ]);
};

const cellOf = ({ key }: Column, { values }: HoleSheetRow): Value => {
  const value = values[key];
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
};
const valuesOf = ({ columns }: Sheet, row: HoleSheetRow): Value[] => {
  const { id, place } = row;
  const point = place === undefined ? null : pointBlob(place.longitude, place.latitude, cgcs2000);
  return [point, id, ...columns.map((column) => cellOf(column, row))];
};

/**
 * Writes collars into an empty database, which becomes a GeoPackage 1.3 (OGC 12-128r18) with one table of points in degrees of CGCS2000.
 * Holes without a place have no geometry. The table goes by the id of the sheet, its fields by the keys of the columns.
 */
export const writeGeopackage = (
  database: Sqlite,
  sheet: Sheet,
  title: string,
  rows: readonly HoleSheetRow[],
): void => {
  database.exec('BEGIN');
  declare(database, sheet, title, rows);
  const names = ['geom', 'id', ...sheet.columns.map(({ key }) => key)];
  database.each(
    `INSERT INTO ${quoted(sheet.id)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    rows.map((row) => valuesOf(sheet, row)),
  );
  database.exec('COMMIT');
};
