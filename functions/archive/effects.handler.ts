import type { EventData } from '@geoarchive/contract/events.ts';
import { gatheringWorker } from '@geoarchive/platform/worker-handler.ts';
import { objectionDecided, objectionEnded, objectionOpened } from '../disclosure/objections.ts';
import { noticesInLine } from '../disclosure/settling.ts';
import { taskSettled } from '../supervision/bar-ending.ts';
import { closeSettledChase } from '../supervision/chase-ending.ts';
import { holdersAfter } from '../supervision/holders-work.ts';
import { tallyTasks } from '../supervision/tally.ts';
import { transfersAfter } from '../transfers/making.ts';
import { archiveDeps } from './deps.ts';
import { caseDecided } from './effects.ts';

const taskEffects = async (
  deps: ReturnType<typeof archiveDeps>,
  recorded: readonly EventData<'TaskRecorded'>[],
): Promise<void> => {
  await tallyTasks(
    deps,
    recorded.map(({ task }) => task.id),
  );
  for (const one of recorded) {
    await taskSettled(deps, one);
    await closeSettledChase(deps, one);
    await noticesInLine(deps, one);
  }
};

export const handler = gatheringWorker({
  deps: archiveDeps,
  on: {
    async CaseDecided(deps, decided) {
      await caseDecided(deps, decided);
      await objectionDecided(deps, decided);
    },
    DepositAccepted: transfersAfter,
    JobEnded: holdersAfter,
    CaseOpened: objectionOpened,
    CaseMoved: objectionEnded,
  },
  together: {
    TaskRecorded: taskEffects,
    TasksRecorded: (deps, recorded) =>
      taskEffects(
        deps,
        recorded.flatMap(({ tasks }) => tasks),
      ),
  },
});
