import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

/** Rows that come in pages; the shape every list takes. */
export type RowSource<Row> = {
  rows: readonly Row[] | undefined;
  error: unknown;
  complete: boolean;
  loadingMore: boolean;
  more: () => void;
  again: () => void;
};

/** A list this short goes on by itself: a page of the API may hold few rows, or none, and still not be the last. */
const fewRows = 25;

type Page<Row> = { items: Row[]; cursor?: string | undefined };

/** The rows of a paged query. `whole` fetches every page: words, filters and sorts look at all rows, not at some. */
export const useRows = <Row>(
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>,
  whole: boolean,
): RowSource<Row> => {
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } =
    query;
  const few = data !== undefined && data.pages.reduce((sum, page) => sum + page.items.length, 0) < fewRows;
  useEffect(() => {
    if ((whole || few) && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [whole, few, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    rows,
    error,
    complete: !hasNextPage,
    loadingMore: isFetchingNextPage,
    more: () => void fetchNextPage(),
    again: () => void refetch(),
  };
};
