import { gatheringWorker } from '@geoarchive/platform/worker-handler.ts';
import { taskSettled } from '../supervision/bar-ending.ts';
import { closeSettledChase } from '../supervision/chase-ending.ts';
import { tallyTasks } from '../supervision/tally.ts';
import { archiveDeps } from './deps.ts';
import { caseDecided } from './effects.ts';

export const handler = gatheringWorker({
  deps: archiveDeps,
  on: { CaseDecided: caseDecided },
  together: {
    async TaskRecorded(deps, recorded) {
      await tallyTasks(
        deps,
        recorded.map(({ task }) => task.id),
      );
      for (const one of recorded) {
        await taskSettled(deps, one);
        await closeSettledChase(deps, one);
      }
    },
  },
});
