import type { EventData } from '@geoarchive/contract/events.ts';
import { type ChaseTrack, chaseTrackCodes } from '@geoarchive/domain/supervision/chase.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { closing } from './chase-work.ts';
import type { SupervisionDeps } from './context.ts';

/** A task that is owed no more may be the last of the chase of its party. What is missed here the day's job closes. */
export const closeSettledChase = async (
  deps: SupervisionDeps,
  { task }: EventData<'TaskRecorded'>,
): Promise<void> => {
  if (isOwed(task.state)) return;
  for (const track of chaseTrackCodes) await closeIfSettled(deps, task, track);
};

const closeIfSettled = async (
  deps: SupervisionDeps,
  { node, organisation }: EventData<'TaskRecorded'>['task'],
  track: ChaseTrack,
): Promise<void> => {
  const id = await deps.chases.running(node, organisation, track);
  const item = id === undefined ? undefined : await deps.chases.get(id);
  const writes = item === undefined ? [] : await closing(deps, item);
  if (writes.length === 0) return;
  try {
    await deps.table.transact(writes);
  } catch (error) {
    // Another message closed it, or somebody made a step in the same instant.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};
