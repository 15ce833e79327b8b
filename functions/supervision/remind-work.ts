import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { reminderDue, reminderPlan } from '@geoarchive/domain/supervision/reminders.ts';
import { dayThatCounts } from '@geoarchive/domain/supervision/timeliness.ts';
import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import type { SupervisionDeps } from './context.ts';

/** Tasks looked at in one step, and told of in one transaction: three writes each. */
const perPage = 100;
const atOnce = 25;

const place = z.object({ node: z.number(), cursor: z.string().optional() });
const openOf = (node: string): string => `tasks#${node}#open`;

/** The first day whose tasks need no look yet. */
export const horizonOf = (today: string): string => addDays(today, Math.max(...reminderPlan.before) + 1);

/** How many open tasks are near enough to be looked at. */
export const countDue = async ({ table, settings, clock }: SupervisionDeps): Promise<number> => {
  const horizon = horizonOf(dayOf(clock()));
  const counts = await Promise.all(
    settings.nodes.map(({ code }) => table.count('gsi3', openOf(code), horizon)),
  );
  return counts.reduce((sum, one) => sum + one, 0);
};

/**
 * Reminds of open tasks that are due soon, due today or overdue (催交). What was told stands on the task in the transaction that tells
 * of it, so nothing is told twice; the owner learns of it through the projection of the task.
 */
export const remind: Work<SupervisionDeps> = async (deps, _, so) => {
  const { node, cursor } = place.nullable().parse(so.cursor) ?? { node: 0 };
  const today = dayOf(deps.clock());
  const code = deps.settings.nodes[node]?.code ?? '';
  const page = await deps.tasks.list('gsi3', openOf(code), { cursor, limit: perPage });
  const near = page.items
    .map((item) => ({ item, due: dayThatCounts({ ...item.body, state: item.state }) }))
    .filter(({ due }) => due < horizonOf(today));
  const tell = near.flatMap(({ item, due }) => {
    const reminded =
      item.state === 'open'
        ? reminderDue({ due, reminded: item.body.reminded }, today, reminderPlan)
        : undefined;
    return reminded === undefined ? [] : [{ item, reminded }];
  });
  const some = tell.slice(0, atOnce);
  const whole = some.length === tell.length;
  // The list is by the day that counts: past the horizon nothing is due.
  const through = whole && (page.cursor === undefined || near.length < page.items.length);
  const last = node + 1 >= deps.settings.nodes.length;
  return {
    effect: some.flatMap(({ item, reminded }) => {
      const body = { ...item.body, reminded };
      return deps.tasks.changing(item, body, {
        action: 'task.remind',
        by: { worker: 'work' },
        detail: { stage: reminded.stage, due: reminded.due },
        events: [
          {
            type: 'TaskRecorded',
            data: { task: deps.tasks.shown(item.id, item.state, body), version: item.version + 1 },
          },
        ],
      });
    }),
    cursor: through
      ? { node: node + 1 }
      : { node, ...(whole ? { cursor: page.cursor } : cursor === undefined ? {} : { cursor }) },
    done: whole ? near.length : 0,
    counts: { reminded: some.length },
    finished: through && last,
  };
};
