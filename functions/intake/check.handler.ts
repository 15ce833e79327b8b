import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { checkDeposit } from './check.ts';
import { intakeDeps } from './deps.ts';

export const handler = eventWorker({
  deps: intakeDeps,
  on: { DepositCompleted: checkDeposit, DepositInspected: checkDeposit },
});
