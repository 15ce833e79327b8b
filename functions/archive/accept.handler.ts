import { sqsClient } from '@geoarchive/platform/clients.ts';
import { needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { startCopying } from './accept.ts';
import { archiveDeps } from './deps.ts';

export const handler = eventWorker({
  deps: () => {
    const { env, ...deps } = archiveDeps();
    return {
      ...deps,
      copies: openQueue(
        needed(env, 'COPY_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
    };
  },
  on: { AcceptanceStarted: startCopying },
});
