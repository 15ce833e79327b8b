import type { Clock } from '@geoarchive/domain/dates.ts';
import { quietly } from '@geoarchive/platform/store/quiet.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { gatheringWorker } from '@geoarchive/platform/worker-handler.ts';
import { ownCases } from '../cases/own-store.ts';
import { intakeStores } from './deps.ts';
import { projections, taskProjections } from './project.ts';

/** The worker that projects into intake what the archive tells. What a replay tells again changes the view; nobody hears of it a second time. */
export const projector = (open: () => { table: Table; clock: Clock }) => {
  const on = (as: (table: Table) => Table) => () => {
    const { table, clock } = open();
    const used = as(table);
    return { clock, ...intakeStores(used, clock), own: ownCases(used) };
  };
  return gatheringWorker({
    deps: on((table) => table),
    again: on(quietly),
    on: projections,
    together: taskProjections,
  });
};
