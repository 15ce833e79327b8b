import { sqsClient } from '@geoarchive/platform/clients.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { intakeDeps } from './deps.ts';
import { hashStep } from './fixity.ts';

export const handler = messageWorker({
  deps: () => {
    const env = environment();
    return {
      ...intakeDeps(),
      fixity: openQueue(
        needed(env, 'FIXITY_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
    };
  },
  work: hashStep,
});
