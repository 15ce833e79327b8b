import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { gatheringWorker } from '@geoarchive/platform/worker-handler.ts';
import { ownCases } from '../cases/own-store.ts';
import { intakeStores } from './deps.ts';
import { projections, taskProjections } from './project.ts';

export const handler = gatheringWorker({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return { clock, ...intakeStores(table, clock), own: ownCases(table) };
  },
  on: projections,
  together: taskProjections,
});
