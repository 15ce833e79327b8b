import { documentClient, kmsClient, s3Client } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { ingestBundles } from './ingest.ts';
import { recordStore } from './record-store.ts';

export const handler = messageWorker({
  deps: () => {
    const env = environment();
    const s3 = lazy(() => s3Client(env));
    return {
      records: recordStore(
        openTable(
          env.TABLE_NAME,
          lazy(() => documentClient(env)),
        ),
        clockOf(env),
      ),
      inbox: openBucket(needed(env, 'INBOX_BUCKET_NAME'), s3),
      files: openBucket(needed(env, 'BUCKET_NAME'), s3),
      releaseKey: signingKey(
        needed(env, 'RELEASE_KEY_ID'),
        lazy(() => kmsClient(env)),
      ),
    };
  },
  work: ingestBundles,
});
