import { QueryClient } from '@tanstack/react-query';
import { isPassing } from '../problem/problem.ts';

/** The cache of what was read: fresh for a few seconds; passing troubles are tried again twice, others never. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && isPassing(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
