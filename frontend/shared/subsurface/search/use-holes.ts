import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { HoleQuery } from './shape.ts';
import type { HolePage, HoleSource } from './source.ts';

/** While there is nothing at all: what was released just now comes into the index soon. */
const emptyMs = 10_000;

/** What is sought, page by page; `narrowed` where that is not everything, so that to find nothing is an answer. */
export const useHolePages = <Item extends { id: string }>(
  source: HoleSource<Item>,
  query: HoleQuery,
  refreshMs: number | false,
  narrowed: boolean,
) =>
  useInfiniteQuery({
    queryKey: [source.module, 'holes', 'pages', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      source.page({ ...query, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: (last: HolePage<Item>) => last.cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      refreshMs === false && !narrowed && state.data?.pages[0]?.total === 0 ? emptyMs : refreshMs,
  });

/** One page of what is sought. */
export const useHolePage = <Item extends { id: string }>(source: HoleSource<Item>, query: HoleQuery) =>
  useQuery({
    queryKey: [source.module, 'holes', 'page', query],
    queryFn: ({ signal }) => source.page(query, signal),
    placeholderData: keepPreviousData,
  });

/** One hole as a list shows it. */
export const useOneHole = <Item extends { id: string }>(source: HoleSource<Item>, id: string) =>
  useQuery({ queryKey: [source.module, 'holes', 'one', id], queryFn: () => source.read(id) });
