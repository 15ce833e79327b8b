import { sqsClient } from '@geoarchive/platform/clients.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { batchWorker } from '@geoarchive/platform/worker-handler.ts';
import { intakeDeps } from './deps.ts';
import { inspectBatch } from './inspect.ts';

export const handler = batchWorker({
  deps: () => {
    const env = environment();
    return {
      ...intakeDeps(),
      fixity: openQueue(
        needed(env, 'FIXITY_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
      characterMaps: env.ASSETS_DIR === undefined ? undefined : `${env.ASSETS_DIR}/cmaps`,
    };
  },
  work: inspectBatch,
});
