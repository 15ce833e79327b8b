import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { Sheet, Values } from '@geoarchive/domain/sheets/sheet.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { childKinds, childTables } from '@geoarchive/domain/subsurface/tables.ts';
import type { BookSheet } from '@geoarchive/sheets/write-book.ts';
import type { Feature, FeatureCollection, Point } from 'geojson';

/** A hole for a file: what its columns say, and where it is. */
export type HoleSheetRow = {
  id: string;
  values: Values;
  place?: { longitude: number; latitude: number } | undefined;
};

const valuesFrom = (of: object): Values =>
  Object.fromEntries(
    Object.entries(of).filter(
      ([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
    ),
  );
/** What of a hole a sheet has columns for. */
export const rowFor = ({ columns }: Sheet, of: object): Values => {
  const values = valuesFrom(of);
  return Object.fromEntries(
    columns.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );
};

/** A hole's header as an import takes it: where the sheet has degrees of its own, as the portal's, they are its coordinates. */
export const importable = ({ values, place }: Omit<HoleSheetRow, 'id'>): Values => ({
  ...(place === undefined || values['x'] !== undefined
    ? {}
    : { crs: '4490', x: place.longitude, y: place.latitude }),
  ...rowFor(headerTable, values),
});

/** Collars as GeoJSON (RFC 7946): degrees of CGCS2000, which differ from WGS 84 by less than a metre. Holes without a place have no geometry. */
export const collarsOf = (rows: readonly HoleSheetRow[]): FeatureCollection<Point | null> => ({
  type: 'FeatureCollection',
  features: rows.map(
    ({ id, values, place }): Feature<Point | null> => ({
      type: 'Feature',
      id,
      geometry:
        place === undefined ? null : { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: values,
    }),
  ),
});

/** Whole holes as sheets of one workbook: headers, then a sheet for each kind of children that any of them has. */
export const bookOf = (
  headers: Sheet,
  holes: readonly { header: Readonly<Record<string, unknown>>; children?: HoleContent['children'] }[],
): [BookSheet, ...BookSheet[]] => [
  { sheet: headers, rows: holes.map(({ header }) => rowFor(headers, header)) },
  ...childKinds.flatMap((kind): BookSheet[] => {
    const sheet = childTables[kind];
    const rows = holes.flatMap(({ header, children }) =>
      (children?.[kind] ?? []).map((row) => rowFor(sheet, { ...row, hole: header['hole'] })),
    );
    return rows.length === 0 ? [] : [{ sheet, rows }];
  }),
];
