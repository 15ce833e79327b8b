import type { CallInput, Client } from '@geoarchive/contract/client.ts';
import type { ReplyOf, Route } from '@geoarchive/contract/route.ts';
import { createContext, use } from 'react';

export const ApiContext = createContext<Client | undefined>(undefined);

/** The typed client of the site's API. */
export const useApi = (): Client => {
  const client = use(ApiContext);
  if (client === undefined) throw new Error('ApiContext is missing');
  return client;
};

/** Names a call's result in the cache: everything of a module is under its name. */
export const keyOf = <T extends Route>(route: T, input: CallInput<T> = {}): readonly unknown[] => [
  route.module,
  route.method,
  route.path,
  input.params ?? null,
  input.query ?? null,
];

export type { CallInput, ReplyOf, Route };
