import { addDays, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { chaseTasksMost, isRunning } from '@geoarchive/domain/supervision/chase.ts';
import { dayThatCounts } from '@geoarchive/domain/supervision/timeliness.ts';
import type { TaskBody, TaskStore } from '../archive/task-store.ts';
import type { SupervisionDeps } from './context.ts';

export type TaskItem = NonNullable<Awaited<ReturnType<TaskStore['get']>>>;

/** Tasks by their ids, read consistently, in the order asked for. */
export const tasksOf = async (
  { table, tasks }: Pick<SupervisionDeps, 'table' | 'tasks'>,
  ids: readonly string[],
): Promise<TaskItem[]> => {
  const rows = await table.getMany(ids.map((id) => ({ pk: `task#${id}`, sk: 'item' })));
  const found = new Map(rows.map(tasks.read).map((item) => [item.id, item]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** Whether an open task has been overdue for so many days, by the day that counts: what is being corrected in time is not. */
export const isOverdue = ({ state, body }: TaskItem, today: Day, overdueBy: number): boolean =>
  state === 'open' && dayThatCounts({ ...body, state }) < addDays(today, 1 - overdueBy);

/** The open overdue tasks of an organisation at an archive, the oldest first, as many as one chase takes. */
export const overdueOf = async (
  deps: Pick<SupervisionDeps, 'table' | 'tasks' | 'clock'>,
  of: { node: string; organisation: string; overdueBy: number },
  except: ReadonlySet<string> = new Set(),
): Promise<TaskItem[]> => {
  const today = dayOf(deps.clock());
  const isMeant = (task: TaskItem) =>
    task.body.node === of.node && !except.has(task.id) && isOverdue(task, today, of.overdueBy);
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.tasks.list('gsi2', `tasks-of#${of.organisation}`, { cursor, limit: 100 });
    found.push(...page.items.filter(isMeant).map(({ id }) => id));
    // The list is by due day, and no task is overdue before that.
    const last = page.items.at(-1)?.body.due ?? '';
    cursor = last < today ? page.cursor : undefined;
  } while (cursor !== undefined && found.length < chaseTasksMost);
  // The list lags behind what was just written.
  const now = await tasksOf(deps, found.slice(0, chaseTasksMost));
  return now.filter(isMeant);
};

/**
 * The tasks that a chase of an organisation under way at another archive names: one that went to this archive meanwhile is chased by the
 * archive that began, and not twice.
 */
export const chasedElsewhere = async (
  { chases }: Pick<SupervisionDeps, 'chases'>,
  { node, organisation }: { node: string; organisation: string },
): Promise<Set<string>> => {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await chases.list('gsi2', `chases-of#${organisation}`, { cursor, limit: 100 });
    for (const { state, body } of page.items)
      if (isRunning(state) && body.track === 'overdue' && body.node !== node)
        for (const id of body.taskIds) found.add(id);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

/** What the register calls the one who owes a task; unknown for tasks that were imported without it. */
export const holderName = async (
  { registers }: Pick<SupervisionDeps, 'registers'>,
  { organisation, basis }: Pick<TaskBody, 'organisation' | 'basis'>,
): Promise<string | undefined> => {
  const entry = basis === undefined ? undefined : await registers.get(basis.registerId);
  return entry?.body.holders.findLast((one) => one.organisation === organisation)?.name;
};
