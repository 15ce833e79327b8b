import type { ChaseParty } from '@geoarchive/contract/chases.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { holderName, isOverdue, type TaskItem } from './chase-tasks.ts';
import type { SupervisionDeps } from './context.ts';

/** Tasks that one look takes in, the oldest first: what a function reads in its time. */
const tasksMost = 3000;
const atOnce = 10;

/** Who has open overdue tasks at an archive, the longest overdue first, and whose chase is under way. */
export const chaseParties = async (
  deps: SupervisionDeps,
  of: { node: string; overdueBy: number; organisation?: string | undefined },
): Promise<{ items: ChaseParty[]; more: boolean }> => {
  const today = dayOf(deps.clock());
  const parties = new Map<string, TaskItem[]>();
  let seen = 0;
  let cursor: string | undefined;
  let through = false;
  do {
    const page = await deps.tasks.list('gsi3', `tasks#${of.node}#open`, { cursor, limit: 500 });
    const overdue = page.items.filter((task) => isOverdue(task, today, of.overdueBy));
    for (const task of overdue) {
      const { organisation } = task.body;
      if (of.organisation !== undefined && organisation !== of.organisation) continue;
      parties.set(organisation, [...(parties.get(organisation) ?? []), task]);
    }
    seen += overdue.length;
    cursor = page.cursor;
    through = cursor === undefined || overdue.length < page.items.length;
  } while (!through && seen < tasksMost);
  const items: ChaseParty[] = [];
  await inParallel([...parties], atOnce, async ([organisation, tasks]) => {
    const [first] = tasks;
    if (first === undefined) return;
    const [running, organisationName] = await Promise.all([
      deps.chases.running(of.node, organisation),
      holderName(deps, first.body),
    ]);
    items.push({
      organisation,
      ...(organisationName === undefined ? {} : { organisationName }),
      tasks: tasks.length,
      oldest: first.body.due,
      ...(running === undefined ? {} : { running }),
    });
  });
  return {
    items: items.toSorted((a, b) =>
      `${a.oldest}#${a.organisation}` < `${b.oldest}#${b.organisation}` ? -1 : 1,
    ),
    more: !through,
  };
};
