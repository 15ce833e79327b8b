import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { barStanding } from '@geoarchive/domain/supervision/bars.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import { ConditionFailed, type Write } from '@geoarchive/platform/store/table.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { BarItem } from './bar-store.ts';

type Deps = Pick<ArchiveDeps, 'bars' | 'tasks' | 'clock' | 'table'>;

/** How a bar stands today by the rule, from its tasks as they are now, read one by one: lists lag behind. */
export const standingOf = async (
  { tasks, clock }: Pick<ArchiveDeps, 'tasks' | 'clock'>,
  { body }: BarItem,
) => {
  const ids = body.tasks.map(({ id }) => id);
  const found = await Promise.all(ids.map((id) => tasks.get(id)));
  return barStanding(
    { ...body, tasks: ids },
    found.filter((task) => task !== undefined),
    dayOf(clock()),
  );
};

/** The writes that end a bar if the rule says so today; none while it holds, or when it ended before. */
export const endingIfDue = async (
  deps: Pick<ArchiveDeps, 'bars' | 'tasks' | 'clock'>,
  item: BarItem,
  worker: string,
): Promise<Write[]> => {
  if (item.state !== 'in-force') return [];
  const standing = await standingOf(deps, item);
  return standing.is === 'ended' ? deps.bars.ending(item, standing, worker) : [];
};

const endIfDue = async (deps: Deps, item: BarItem): Promise<void> => {
  const writes = await endingIfDue(deps, item, 'effects');
  if (writes.length === 0) return;
  try {
    await deps.table.transact(writes);
  } catch (error) {
    // Another message of the same party ended it, or somebody lifted it in the same instant.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};

/** A task that is owed no more may be the last that kept a bar of its party in force. */
export const taskSettled = async (deps: Deps, { task }: EventData<'TaskRecorded'>): Promise<void> => {
  if (isOwed(task.state)) return;
  let cursor: string | undefined;
  do {
    const page = await deps.bars.list('gsi2', `bars-of#${task.organisation}`, { cursor, limit: 100 });
    for (const item of page.items) await endIfDue(deps, item);
    cursor = page.cursor;
  } while (cursor !== undefined);
};
