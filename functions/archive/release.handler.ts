import { kmsClient, sqsClient } from '@geoarchive/platform/clients.ts';
import { needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { holeStores } from '../subsurface/deps.ts';
import { sendHole } from '../subsurface/send.ts';
import { archiveDeps } from './deps.ts';
import { releaseDossier, releaseStep, withdrawDossier } from './release.ts';

export const handler = eventWorker({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    const archive = openBucket(needed(env, 'BUCKET_NAME'));
    return {
      ...deps,
      ...holeStores(deps.table, deps.clock, archive),
      archive,
      inbox: openBucket(needed(env, 'INBOX_BUCKET_NAME')),
      releases: openQueue(
        needed(env, 'RELEASE_QUEUE_URL'),
        lazy(() => sqsClient(env)),
      ),
      releaseKey: signingKey(
        needed(env, 'RELEASE_KEY_ID'),
        lazy(() => kmsClient(env)),
      ),
    };
  },
  on: { ReleaseApproved: releaseDossier, WithdrawalOrdered: withdrawDossier, HoleMoved: sendHole },
  step: releaseStep,
});
