import { supervision } from '@geoarchive/contract/routes.ts';
import type { Register } from '@geoarchive/contract/supervision.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQueries } from '@tanstack/react-query';

/** Entries of each kind that are shown: who means one of more types more of its number. */
const most = 10;

/** Licences and projects whose number begins so, of all kinds: who asks need not know which it is. The ministry may name an archive. */
export const useLicences = (number: string, archive: { node?: string }) => {
  const api = useApi();
  return useQueries({
    queries: taskSources.map((kind) => {
      const input = { query: { kind, number, limit: most, ...archive } };
      return {
        queryKey: keyOf(supervision.listRegisters, input),
        queryFn: () => api.call(supervision.listRegisters, input),
        enabled: number !== '',
      };
    }),
    combine: (results) => ({
      found: results.flatMap(({ data }): Register[] => data?.items ?? []),
      pending: number !== '' && results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error !== null)?.error ?? undefined,
      retry: () => {
        for (const { refetch } of results) void refetch();
      },
    }),
  });
};
