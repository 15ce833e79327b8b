import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type CallInput, keyOf, type ReplyOf, type Route, useApi } from './context.ts';

type ReadOptions = { enabled?: boolean; refreshMs?: number | false };

/** Reads one thing. */
export const useRead = <T extends Route>(route: T, input: CallInput<T> = {}, options: ReadOptions = {}) => {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => api.call(route, { ...input, signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refreshMs ?? false,
  });
};

type Paged<Item> = { items: Item[]; cursor?: string | undefined };

/**
 * Reads a list page by page as its cursor goes on; a new `tick` reads it anew while the old rows stay in sight, and so does the time
 * of `refreshMs`.
 */
export const usePages = <Item, T extends Route>(
  route: T & { reply: { _output: Paged<Item> } },
  input: CallInput<T> = {},
  tick: unknown = null,
  { refreshMs = false }: Pick<ReadOptions, 'refreshMs'> = {},
) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'pages', tick],
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<Paged<Item>> => {
      const query = { ...Object(input.query), ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      // A paged route takes `cursor` and answers `items` and `cursor`: the bound on `route` says so.
      return (await api.call(route, { ...input, query, signal } as CallInput<T>)) as Paged<Item>;
    },
    getNextPageParam: (last) => last.cursor,
  });
};

/** What is read from another module too after a write: requests for use are worked on as cases. */
const readToo: Readonly<Record<string, readonly string[]>> = { cases: ['service'], service: ['cases'] };

/** Writes; afterwards everything read from the route's module is read again. */
export const useWrite = <T extends Route>(route: T) => {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation<ReplyOf<T>, unknown, CallInput<T>>({
    mutationFn: (input) => api.call(route, input),
    onSuccess: () =>
      Promise.all(
        [route.module, ...(readToo[route.module] ?? [])].map((module) =>
          cache.invalidateQueries({ queryKey: [module] }),
        ),
      ),
  });
};
