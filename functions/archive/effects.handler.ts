import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { taskSettled } from '../supervision/bar-ending.ts';
import { archiveDeps } from './deps.ts';
import { caseDecided } from './effects.ts';

export const handler = eventWorker({
  deps: archiveDeps,
  on: { CaseDecided: caseDecided, TaskRecorded: taskSettled },
});
