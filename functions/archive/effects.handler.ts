import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { archiveDeps } from './deps.ts';
import { caseDecided } from './effects.ts';

export const handler = eventWorker({
  deps: archiveDeps,
  on: { CaseDecided: caseDecided },
});
