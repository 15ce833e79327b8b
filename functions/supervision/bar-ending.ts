import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { barStanding } from '@geoarchive/domain/supervision/bars.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { BarItem } from './bar-store.ts';

type Deps = Pick<ArchiveDeps, 'bars' | 'tasks' | 'clock'>;

/** How a bar stands today by the rule, from its tasks as they are now, read one by one: lists lag behind. */
const standingOf = async ({ tasks, clock }: Omit<Deps, 'bars'>, { body }: BarItem) => {
  const ids = body.tasks.map(({ id }) => id);
  const found = await Promise.all(ids.map((id) => tasks.get(id)));
  return barStanding(
    { ...body, tasks: ids },
    found.filter((task) => task !== undefined),
    dayOf(clock()),
  );
};

/** Ends a bar if the rule says so; gives whether it did. Who is late finds it ended. */
const endIfDue = async (deps: Deps, item: BarItem, worker: string): Promise<boolean> => {
  if (item.state !== 'in-force') return false;
  const standing = await standingOf(deps, item);
  if (standing.is !== 'ended') return false;
  try {
    await deps.bars.end(item, standing, worker);
    return true;
  } catch (error) {
    // Another message of the same party ended it, or somebody lifted it in the same instant.
    if (error instanceof Problem && error.kind === 'stale') return false;
    throw error;
  }
};

const settled: readonly string[] = ['accepted', 'certified', 'withdrawn'];

/** A task that was accepted, certified or withdrawn may be the last that kept a bar of its party in force. */
export const taskSettled = async (deps: Deps, { task }: EventData<'TaskRecorded'>): Promise<void> => {
  if (!settled.includes(task.state)) return;
  let cursor: string | undefined;
  do {
    const page = await deps.bars.list('gsi2', `bars-of#${task.organisation}`, { cursor, limit: 100 });
    for (const item of page.items) await endIfDue(deps, item, 'effects');
    cursor = page.cursor;
  } while (cursor !== undefined);
};
