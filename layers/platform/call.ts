import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from '@geoarchive/contract/route.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import type { Caller } from './identity.ts';
import type { Source } from './source.ts';

/** Stands for the caller of an open route: holds no role, so nothing that asks for one is granted. */
export const anonymous: Caller = { sub: 'anonymous', username: 'anonymous', name: 'anonymous', roles: [] };

/** One call of a route, everything parsed by the route's schemas. */
export type Call<T extends Route> = {
  params: ParamsOf<T>;
  query: QueryOf<T>;
  body: BodyOf<T>;
  caller: Caller;
  language: Language;
  /** The addresses that the call comes from, for limits; never to be stored as they are. */
  source: Source;
  /** What the caller's program calls itself; to be counted by, and never to be stored. */
  agent: string | undefined;
  /** Version the caller's change is based on. */
  ifMatch: number | undefined;
  /** Times a step for the call's wide log line. */
  time: <R>(step: string, work: Promise<R>) => Promise<R>;
};

type UntypedCall = Omit<Call<Route>, 'params' | 'query' | 'body'> & {
  params: unknown;
  query: unknown;
  body: unknown;
};
export type Implementation<D> = { route: Route; run: (deps: D, call: UntypedCall) => Promise<unknown> };

/** Binds a use case to its route; the compiler checks that it takes and gives what the route declares. */
export const implement = <D, T extends Route>(
  route: T,
  run: (deps: D, call: Call<T>) => Promise<ReplyOf<T>>,
): Implementation<D> => ({
  route,
  // The router parses params, query and body with this very route's schemas before it calls.
  run: (deps, call) => run(deps, call as Call<T>),
});
