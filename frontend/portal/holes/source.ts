import { addressOf } from '@geoarchive/contract/client.ts';
import { type PublicHole, publicHole } from '@geoarchive/contract/hole-outside.ts';
import { portalHoles } from '@geoarchive/contract/routes.ts';
import { declareSheet, type Sheet } from '@geoarchive/domain/sheets/sheet.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { number } from '@geoarchive/domain/subsurface/table.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { rowFor } from '@geoarchive/frontend-shared/subsurface/search/rows.ts';
import type { HoleSource } from '@geoarchive/frontend-shared/subsurface/search/source.ts';
import { useMemo } from 'react';

/** What of a header is public, with the place as it was rounded. */
export const publicSheet: Sheet = declareSheet({
  id: 'public-holes',
  version: 1,
  title: headerTable.title,
  key: ['hole'],
  columns: [
    ...headerTable.columns.filter(({ key }) => key in publicHole.shape),
    number('longitude', '经度（CGCS2000，已取整）', 'Longitude (CGCS2000, rounded)', -180, 180),
    number('latitude', '纬度（CGCS2000，已取整）', 'Latitude (CGCS2000, rounded)', -90, 90),
  ],
  examples: [{ hole: 'ZK0101', holeType: 'geological', longitude: 114.123, latitude: 30.654 }],
});

/** The holes that are public. */
export const usePublicHoles = (): HoleSource<PublicHole> => {
  const api = useApi();
  const { map } = useConfig();
  return useMemo(
    () => ({
      module: portalHoles.searchPublicHoles.module,
      page: (query, signal) =>
        api.call(portalHoles.searchPublicHoles, { query, ...(signal === undefined ? {} : { signal }) }),
      read: (id) => api.call(portalHoles.getPublicHole, { params: { id } }),
      tiles: map.records
        ? (query) => addressOf(`${location.origin}/api`, portalHoles.publicHoleTile, query)
        : undefined,
      media: portalHoles.publicHoleTile.media ?? '',
      row: (hole) => ({
        id: hole.id,
        values: rowFor(publicSheet, { ...hole, ...hole.place }),
        place: hole.place,
      }),
    }),
    [api, map.records],
  );
};
