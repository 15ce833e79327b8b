import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { barStanding } from '@geoarchive/domain/supervision/bars.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { BarEnding, BarItem } from './bar-store.ts';

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

/** How a bar ended, if it should end by the rule today; nothing while it holds, or when it ended before. */
export const endingOf = async (
  deps: Pick<ArchiveDeps, 'tasks' | 'clock'>,
  item: BarItem,
): Promise<BarEnding | undefined> => {
  if (item.state !== 'in-force') return undefined;
  const standing = await standingOf(deps, item);
  return standing.is === 'ended' ? { item, standing } : undefined;
};

/** Ends a bar if the rule says so. What another message or a decision did to it in the same instant is looked at afresh. */
const endIfDue = (deps: Deps, { id }: BarItem): Promise<void> =>
  againWhenRaced(async () => {
    const item = await deps.bars.get(id);
    const ending = item && (await endingOf(deps, item));
    if (ending !== undefined) await deps.table.transact(await deps.bars.ending([ending], 'effects'));
  });

/** A task that is owed no more may be the last that kept a bar of its party in force. */
export const taskSettled = async (deps: Deps, { task }: EventData<'TaskRecorded'>): Promise<void> => {
  if (isOwed(task.state)) return;
  let cursor: string | undefined;
  do {
    const page = await deps.bars.list('gsi2', `bars-of#${task.organisation}`, { cursor, limit: 100 });
    for (const item of page.items) if (item.state === 'in-force') await endIfDue(deps, item);
    cursor = page.cursor;
  } while (cursor !== undefined);
};
