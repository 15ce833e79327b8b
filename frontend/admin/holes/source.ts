import { addressOf } from '@geoarchive/contract/client.ts';
import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useIdentity } from '@geoarchive/frontend-shared/auth/context.ts';
import { rowFor } from '@geoarchive/frontend-shared/subsurface/search/rows.ts';
import type { HoleSource } from '@geoarchive/frontend-shared/subsurface/search/source.ts';
import { useMemo } from 'react';

export type Item = ReplyOf<typeof holes.listHoles>['items'][number];

/** The archive's holes. */
export const useArchiveHoles = (): HoleSource<Item> => {
  const api = useApi();
  const { token } = useIdentity();
  return useMemo(
    () => ({
      module: holes.listHoles.module,
      page: (query, signal) =>
        api.call(holes.listHoles, { query, ...(signal === undefined ? {} : { signal }) }),
      read: (id) => api.call(holes.getHole, { params: { id } }),
      tiles: (query) => addressOf(`${location.origin}/api`, holes.holeTile, query),
      media: holes.holeTile.media ?? '',
      token,
      row: ({ id, header, place }) => ({ id, values: rowFor(headerTable, header), place }),
    }),
    [api, token],
  );
};
