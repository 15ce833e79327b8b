import { documentClient, kmsClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { gatheringWorker } from '@geoarchive/platform/worker-handler.ts';
import { discloseFigures, discloseNotice, discloseSubmissions } from './disclose.ts';

export const handler = gatheringWorker({
  deps: () => {
    const env = environment();
    return {
      clock: clockOf(env),
      settings: functionSettings(env),
      table: openTable(
        env.TABLE_NAME,
        lazy(() => documentClient(env)),
      ),
      inbox: openBucket(
        needed(env, 'INBOX_BUCKET_NAME'),
        lazy(() => s3Client(env)),
      ),
      releaseKey: signingKey(
        needed(env, 'RELEASE_KEY_ID'),
        lazy(() => kmsClient(env)),
      ),
    };
  },
  on: { PublicNoticeMoved: discloseNotice, NationalFiguresOpened: discloseFigures },
  together: {
    TaskRecorded: discloseSubmissions,
    TasksRecorded: (deps, recorded) =>
      discloseSubmissions(
        deps,
        recorded.flatMap(({ tasks }) => tasks),
      ),
  },
});
