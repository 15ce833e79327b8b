import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Identity, Person } from './port.ts';

export const IdentityContext = createContext<Identity | undefined>(undefined);

export const useIdentity = (): Identity => {
  const identity = use(IdentityContext);
  if (identity === undefined) throw new Error('This site has no sign-in');
  return identity;
};

const key = ['session', 'person'] as const;

/** Who is signed in: undefined while that is being found out, null when nobody is. */
export const usePerson = (): Person | null | undefined => {
  const identity = use(IdentityContext);
  const query = useQuery({
    queryKey: key,
    queryFn: async () => (await identity?.person()) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return query.isError ? null : query.data;
};

/** Finds out anew who is signed in, and forgets what another person had read. */
export const useSessionChange = (): (() => Promise<void>) => {
  const cache = useQueryClient();
  return async () => {
    cache.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
    await cache.invalidateQueries({ queryKey: key });
  };
};
