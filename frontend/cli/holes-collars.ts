import { rm, writeFile } from 'node:fs/promises';
import type { Client } from '@geoarchive/contract/client.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { writeGeopackage } from '@geoarchive/frontend-shared/subsurface/geopackage/write.ts';
import { gather, mostHeaders } from '@geoarchive/frontend-shared/subsurface/search/gather.ts';
import { collarsOf, type HoleSheetRow, rowFor } from '@geoarchive/frontend-shared/subsurface/search/rows.ts';
import type { HoleQuery } from '@geoarchive/frontend-shared/subsurface/search/shape.ts';

const saveGeopackage = async (out: string, rows: readonly HoleSheetRow[]): Promise<void> => {
  const { DatabaseSync } = await import('node:sqlite');
  // Else its rows would go into what an earlier export left there.
  await rm(out, { force: true });
  using database = new DatabaseSync(out);
  writeGeopackage(
    {
      exec: (sql) => database.exec(sql),
      each: (sql, lines) => {
        const statement = database.prepare(sql);
        for (const line of lines) statement.run(...line);
      },
    },
    headerTable,
    headerTable.title.zh,
    rows,
  );
};
const saveGeojson = (out: string, rows: readonly HoleSheetRow[]): Promise<void> =>
  writeFile(out, JSON.stringify(collarsOf(rows)));

/** How collars are written, by the ending of the file's name; nothing where it says whole holes. */
export const collarWriter = (out: string) => {
  if (/\.gpkg$/i.test(out)) return saveGeopackage;
  return /\.geojson$/i.test(out) ? saveGeojson : undefined;
};

/** Collars of the holes that are found, in CGCS2000; throws where they are more than one file takes. Gives how many. */
export const saveCollars = async (
  client: Pick<Client, 'call'>,
  query: HoleQuery,
  out: string,
  write: (out: string, rows: readonly HoleSheetRow[]) => Promise<void>,
): Promise<number> => {
  const page = (asked: HoleQuery) => client.call(holes.listHoles, { query: asked });
  const { total } = await page({ ...query, limit: 0 });
  if (total > mostHeaders)
    throw new Error(`${total} > ${mostHeaders}: 请缩小范围。 More than one file takes: narrow down.`);
  const items = await gather({ page }, query, mostHeaders, { onRead: () => undefined });
  await write(
    out,
    items.map(({ id, header, place }) => ({ id, values: rowFor(headerTable, header), place })),
  );
  return items.length;
};
