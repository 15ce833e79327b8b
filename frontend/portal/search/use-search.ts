import { portal } from '@geoarchive/contract/routes.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { sorts, soughtOf } from './shape.ts';

/** The search as its state in the address asks for it, page by page. */
export const useSearch = (state: ListState) => {
  const api = useApi();
  const query = { ...soughtOf(state), sort: sorts.find((sort) => sort === state.sort) ?? sorts[0] };
  return useInfiniteQuery({
    queryKey: [...keyOf(portal.searchRecords), query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const next = pageParam === undefined ? {} : { cursor: pageParam };
      // The filters' names are those of the route (see `shape.ts`); their values are lists of texts.
      return api.call(portal.searchRecords, { query: { ...query, ...next } as typeof query, signal });
    },
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
};
