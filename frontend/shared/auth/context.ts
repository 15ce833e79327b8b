import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
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

const endedKey = ['session', 'ended'] as const;

/** True when the session of whoever is shown as signed in has ended, and no new one can be had without them. */
export const useSessionEnded = (): boolean =>
  useQuery({
    queryKey: endedKey,
    queryFn: () => false,
    initialData: false,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

/** To be told of a call that was refused for want of a sign-in: finds out whether the session has ended. */
export const noteRefused = async (cache: QueryClient, identity: Identity | undefined): Promise<void> => {
  if (identity === undefined || !cache.getQueryData(key)) return;
  const still = await identity.person().catch(() => undefined);
  if (still === undefined) cache.setQueryData(endedKey, true);
};

/** Finds out anew who is signed in, and forgets what another person had read. */
export const useSessionChange = (): (() => Promise<void>) => {
  const cache = useQueryClient();
  return async () => {
    cache.setQueryData(endedKey, false);
    cache.removeQueries({ predicate: (query) => query.queryKey[0] !== key[0] });
    await cache.invalidateQueries({ queryKey: key });
  };
};

/** After the same person signed in again: what is on the page stays, and is read anew. */
export const useSessionGoesOn = (): (() => Promise<void>) => {
  const cache = useQueryClient();
  return async () => {
    cache.setQueryData(endedKey, false);
    await cache.invalidateQueries();
  };
};
