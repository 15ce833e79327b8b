import type { DeadLetterQueue } from '@geoarchive/contract/operations.ts';
import { operations } from '@geoarchive/contract/routes.ts';
import { type Plane, planes } from '@geoarchive/domain/planes.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import type { RowSource } from '@geoarchive/frontend-shared/list/source.ts';
import { useQueries } from '@tanstack/react-query';

export type QueueRow = DeadLetterQueue & { plane: Plane };
const refreshMs = 30_000;
const nothing = () => undefined;

/** The dead-letter queues of all planes, each asked of its own; what one does not answer does not hide the others. */
export const useQueues = (): RowSource<QueueRow> => {
  const api = useApi();
  return useQueries({
    queries: planes.map((plane) => {
      const input = { params: { plane } };
      return {
        queryKey: keyOf(operations.listDeadLetters, input),
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          const { items } = await api.call(operations.listDeadLetters, { ...input, signal });
          return items.map((item): QueueRow => ({ ...item, plane }));
        },
        refetchInterval: refreshMs,
      };
    }),
    combine: (answers) => {
      const known = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
      const waits = answers.some(({ isPending }) => isPending);
      return {
        rows: waits || known.length === 0 ? undefined : known.flat(),
        error: answers.find(({ error }) => error !== null)?.error ?? null,
        complete: true,
        loadingMore: false,
        more: () => void Promise.all(answers.map(({ refetch }) => refetch())).then(nothing),
        again: () => void Promise.all(answers.map(({ refetch }) => refetch())).then(nothing),
      };
    },
  });
};
