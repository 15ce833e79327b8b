import { kmsClient } from '@geoarchive/platform/clients.ts';
import { needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { caseStores } from '../cases/deps.ts';
import { receiveLetter } from '../cases/receive-letter.ts';
import { archiveDeps } from './deps.ts';
import { receiveBundle } from './receive.ts';

export const handler = eventWorker({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return {
      ...deps,
      ...caseStores(deps.table, deps.clock),
      archive: openBucket(needed(env, 'BUCKET_NAME')),
      intake: openBucket(needed(env, 'INTAKE_BUCKET_NAME')),
      receiptKey: signingKey(
        needed(env, 'RECEIPT_KEY_ID'),
        lazy(() => kmsClient(env)),
      ),
    };
  },
  on: { DepositSealed: receiveBundle, CaseLetterSealed: receiveLetter },
});
