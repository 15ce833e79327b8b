import { needed } from '@geoarchive/platform/environment.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { copyPage } from './copy.ts';
import { archiveDeps } from './deps.ts';

export const handler = messageWorker({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return {
      ...deps,
      intake: openBucket(needed(env, 'INTAKE_BUCKET_NAME')),
      archive: openBucket(needed(env, 'BUCKET_NAME')),
    };
  },
  work: copyPage,
});
