import { sqsClient } from '@geoarchive/platform/clients.ts';
import { needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { copyFiles } from './copy.ts';
import { archiveDeps } from './deps.ts';

export const handler = messageWorker({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return {
      ...deps,
      intake: openBucket(needed(env, 'INTAKE_BUCKET_NAME')),
      archive: openBucket(needed(env, 'BUCKET_NAME')),
      copies: openQueue(
        needed(env, 'COPY_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
    };
  },
  work: copyFiles,
});
