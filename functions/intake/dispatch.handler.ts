import { sqsClient } from '@geoarchive/platform/clients.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { batchWorker } from '@geoarchive/platform/worker-handler.ts';
import { dispatch } from './dispatch.ts';

export const handler = batchWorker({
  deps: () => {
    const env = environment();
    return {
      inspections: openQueue(
        needed(env, 'INSPECT_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
    };
  },
  work: dispatch,
});
