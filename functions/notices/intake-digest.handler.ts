import { environment } from '@geoarchive/platform/environment.ts';
import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { identityStoresOf } from '../identity/deps.ts';
import { type DigestDeps, sendDigests } from './digest.ts';
import { stillFor } from './public.ts';
import { deliverDeps } from './wiring.ts';

export const handler = jobHandler({
  deps: (): DigestDeps => {
    const env = environment();
    const { table, clock, mandates } = identityStoresOf(env);
    return {
      ...deliverDeps(env, table, clock),
      still: stillFor(mandates),
    };
  },
  run: sendDigests,
});
