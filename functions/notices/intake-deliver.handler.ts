import { environment } from '@geoarchive/platform/environment.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { identityStoresOf } from '../identity/deps.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import { stillFor } from './public.ts';
import { deliverDeps } from './wiring.ts';

export const handler = messageWorker({
  deps: (): DeliverDeps => {
    const env = environment();
    const { table, clock, mandates } = identityStoresOf(env);
    return {
      ...deliverDeps(env, table, clock),
      still: stillFor(mandates),
    };
  },
  work: (deps, { body }) => deliver(deps, body),
});
