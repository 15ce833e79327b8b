import type { Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import type { HoleSheetRow } from '../search/rows.ts';
import { writeGeopackage } from './write.ts';

/**
 * The bytes of a GeoPackage of collars, made in a page. SQLite (1.4 MB, packed a third of that) comes when it is first called for, in its
 * build without WebAssembly: to compile that, a page's policy would have to allow more than the portal's does.
 */
export const geopackageOf = async (
  sheet: Sheet,
  title: string,
  rows: readonly HoleSheetRow[],
): Promise<Uint8Array> => {
  const { default: open } = await import('sql.js/dist/sql-asm-memory-growth.js');
  const { Database } = await open();
  const database = new Database();
  try {
    writeGeopackage(
      {
        exec: (sql) => database.run(sql),
        each: (sql, lines) => {
          const statement = database.prepare(sql);
          for (const line of lines) statement.run([...line]);
          statement.free();
        },
      },
      sheet,
      title,
      rows,
    );
    return database.export();
  } finally {
    database.close();
  }
};
