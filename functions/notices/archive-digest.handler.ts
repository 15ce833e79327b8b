import { jobHandler } from '@geoarchive/platform/job-handler.ts';
import { archiveDeps } from '../archive/deps.ts';
import { sendDigests } from './digest.ts';
import { deliverDeps } from './wiring.ts';

export const handler = jobHandler({
  deps: () => {
    const { env, table, clock } = archiveDeps();
    return { ...deliverDeps(env, table, clock), still: async () => true };
  },
  run: sendDigests,
});
