import { sqsClient } from '@geoarchive/platform/clients.ts';
import { needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { turnStore } from '../jobs/turns.ts';
import { beginTurn, goOn } from '../jobs/work.ts';
import { reportingStores } from '../reporting/deps.ts';
import { holeStores } from '../subsurface/deps.ts';
import { archiveDeps } from './deps.ts';
import { archiveWorks } from './works.ts';

export const handler = eventWorker({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    const bucket = openBucket(needed(env, 'BUCKET_NAME'));
    return {
      ...deps,
      ...holeStores(deps.table, deps.clock, bucket),
      ...reportingStores(deps.table, deps.clock, bucket),
      turns: turnStore(deps.table, deps.clock),
      works: archiveWorks,
      queue: openQueue(
        needed(env, 'WORK_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
    };
  },
  on: { JobQueued: beginTurn },
  step: goOn,
});
