import { kmsClient } from '@geoarchive/platform/clients.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { letterStore } from '../cases/letter-store.ts';
import { sealLetter } from '../cases/seal-letter.ts';
import { intakeDeps } from './deps.ts';
import { sealDeposit } from './seal.ts';

export const handler = eventWorker({
  deps: () => {
    const env = environment();
    const deps = intakeDeps();
    return {
      ...deps,
      letters: letterStore(deps.table, deps.clock),
      receiptKey: signingKey(
        needed(env, 'RECEIPT_KEY_ID'),
        lazy(() => kmsClient(env)),
      ),
    };
  },
  on: { DepositSubmitted: sealDeposit, CaseLetterWritten: sealLetter },
});
