import type { EventData } from '@geoarchive/contract/events.ts';
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
  const id = await deps.chases.running(task.node, task.organisation);
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
