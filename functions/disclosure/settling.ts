import type { NoticeBody } from '@geoarchive/contract/disclosure.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { isSettledNotice, noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { isOwed, type TaskState } from '@geoarchive/domain/task.ts';
import { ConditionFailed, type Write } from '@geoarchive/platform/store/table.ts';
import { tasksOf } from '../supervision/chase-tasks.ts';
import type { DisclosureDeps } from './deps.ts';
import { changingNotice, movingNotice } from './moving.ts';
import type { NoticeItem } from './notice-store.ts';

type Deps = Pick<DisclosureDeps, 'clock' | 'settings' | 'table' | 'tasks' | 'publicNotices'>;

const submitted: readonly (TaskState | undefined)[] = ['accepted', 'certified'];

/** The items with the day since which each is owed no more; one that is owed again has none. */
const settled = (
  items: NoticeBody['items'],
  states: ReadonlyMap<string, TaskState>,
  today: string,
): NoticeBody['items'] =>
  items.map(({ settledOn, ...item }) => {
    const state = states.get(item.taskId);
    if (state === undefined || isOwed(state)) return item;
    return { ...item, settledOn: settledOn ?? today };
  });

/** The writes that bring a notice in line with its tasks: what is settled is said so, and with the last it is lifted. */
export const settlingIfDue = async (deps: Deps, item: NoticeItem, worker: string): Promise<Write[]> => {
  const { state, body } = item;
  if (state !== 'published' && state !== 'suspended') return [];
  if (!noticeKinds[body.kind].endsWithTasks) return [];
  const found = await tasksOf(
    deps,
    body.items.map(({ taskId }) => taskId),
  );
  const states = new Map(found.map((task) => [task.id, task.state]));
  const on = dayOf(deps.clock());
  const items = settled(body.items, states, on);
  const now = body.items.map(({ taskId }) => states.get(taskId));
  if (isSettledNotice(body.kind, now)) {
    const reason = now.some((one) => submitted.includes(one)) ? 'submitted' : 'not-owed';
    const change = { items, lifted: { on, reason }, suspended: undefined } as const;
    return movingNotice(deps, item, 'lift', change, {
      action: 'disclosure.lift',
      by: { worker },
      detail: { reason },
    });
  }
  if (JSON.stringify(items) === JSON.stringify(body.items)) return [];
  return changingNotice(deps, item, { items }, { action: 'disclosure.settle', by: { worker } });
};

/**
 * A task that is owed no more changes what is published about its party. What is missed here, and one that is owed again, the day's job
 * makes up for: an import of thousands of new tasks need not look for notices of each.
 */
export const noticesInLine = async (deps: Deps, { task }: EventData<'TaskRecorded'>): Promise<void> => {
  if (isOwed(task.state)) return;
  let cursor: string | undefined;
  do {
    const page = await deps.publicNotices.list('gsi2', `public-notices-of#${task.organisation}`, {
      cursor,
      limit: 100,
    });
    for (const listed of page.items) {
      if (!listed.body.items.some(({ taskId }) => taskId === task.id)) continue;
      const item = await deps.publicNotices.get(listed.id);
      const writes = item === undefined ? [] : await settlingIfDue(deps, item, 'effects');
      if (writes.length > 0) await deps.table.transact(writes).catch(whenOvertaken);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
};

/** Another message of the same party, or somebody in the same instant, changed it: that one saw what this one saw, or the next run does. */
export const whenOvertaken = (error: unknown): void => {
  if (!(error instanceof ConditionFailed)) throw error;
};
