import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { archiveDeps } from '../archive/deps.ts';
import { deliver } from './deliver.ts';
import { deliverDeps } from './wiring.ts';

export const handler = messageWorker({
  deps: () => {
    const { env, table, clock } = archiveDeps();
    return { ...deliverDeps(env, table, clock), still: async () => true };
  },
  work: (deps, { body }) => deliver(deps, body),
});
