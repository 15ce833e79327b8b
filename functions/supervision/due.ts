import type { Task } from '@geoarchive/contract/shared.ts';
import * as supervision from '@geoarchive/contract/supervision.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ofNode } from '../archive/access.ts';
import type { TaskBody } from '../archive/task-store.ts';
import type { SupervisionDeps } from './context.ts';

/** A task that still can be due: of the caller's archive, and not accepted. */
const pending = async ({ tasks }: SupervisionDeps, caller: Caller, id: string) => {
  const found = ofNode(caller, await tasks.get(id));
  if (found.state !== 'open' && found.state !== 'handed-in')
    throw new Problem('wrong-state', {
      zh: '任务已验收、已发证或已撤销，期限不再变更。',
      en: 'The task was accepted, certified or withdrawn: its due date does not change any more.',
    });
  return found;
};
type Pending = Awaited<ReturnType<typeof pending>>;

const change = async (
  { tasks }: SupervisionDeps,
  item: Pending,
  body: TaskBody,
  tell: { action: string; by: Caller; detail: Record<string, unknown> },
): Promise<Task> => {
  const shown = tasks.shown(item.id, item.state, body);
  await tasks.change(item, body, {
    ...tell,
    events: [{ type: 'TaskRecorded', data: { task: shown, version: item.version + 1 } }],
  });
  return shown;
};

const decide = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof supervision.decideDue>,
) => {
  const item = await pending(deps, caller, params.id);
  const reckoned = item.body.decided?.reckoned ?? item.body.due;
  const decided = { ...body, reckoned, by: caller.name, at: deps.clock().toISOString() };
  return change(
    deps,
    item,
    { ...item.body, due: body.due, decided },
    { action: supervision.decideDue.audit, by: caller, detail: { ...body, before: item.body.due } },
  );
};

const reverse = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof supervision.reverseDue>,
) => {
  const item = await pending(deps, caller, params.id);
  const { decided, ...rest } = item.body;
  if (decided === undefined)
    throw new Problem('wrong-state', {
      zh: '这项任务没有另定的期限。',
      en: 'No other due date was decided for this task.',
    });
  return change(
    deps,
    item,
    { ...rest, due: decided.reckoned },
    {
      action: supervision.reverseDue.audit,
      by: caller,
      detail: { reason: body.reason, before: decided.due, due: decided.reckoned },
    },
  );
};

export const dueRoutes = [
  implement(supervision.decideDue, decide),
  implement(supervision.reverseDue, reverse),
];
