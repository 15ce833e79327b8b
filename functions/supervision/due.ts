import type { Task } from '@geoarchive/contract/shared.ts';
import * as supervision from '@geoarchive/contract/supervision.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Told } from '@geoarchive/platform/store/aggregates.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ofNode } from '../archive/access.ts';
import type { TaskBody } from '../archive/task-store.ts';
import type { SupervisionDeps } from './context.ts';

type TaskItem = NonNullable<Awaited<ReturnType<SupervisionDeps['tasks']['get']>>>;

/** Fails unless a task can still be due: it was not accepted, and did not end otherwise. */
export const expectPending = ({ state }: TaskItem): void => {
  if (state !== 'open' && state !== 'handed-in')
    throw new Problem('wrong-state', {
      zh: '任务已验收、已发证、已撤销或已确认未形成资料，期限不再变更。',
      en: 'The task was accepted, certified, withdrawn or ended without data: its due date does not change any more.',
    });
};

const pending = async ({ tasks }: SupervisionDeps, caller: Caller, id: string): Promise<TaskItem> => {
  const found = ofNode(caller, await tasks.get(id));
  expectPending(found);
  return found;
};

const toldOf = (
  { tasks }: Pick<SupervisionDeps, 'tasks'>,
  item: TaskItem,
  body: TaskBody,
  tell: { action: string; by: Caller; detail: Record<string, unknown> },
): { shown: Task; tell: Told } => {
  const shown = tasks.shown(item.id, item.state, body);
  return {
    shown,
    tell: { ...tell, events: [{ type: 'TaskRecorded', data: { task: shown, version: item.version + 1 } }] },
  };
};

type NewDue = Omit<NonNullable<Task['decided']>, 'reckoned' | 'by' | 'at'>;
const decidedOf = (
  deps: Pick<SupervisionDeps, 'tasks' | 'clock'>,
  item: TaskItem,
  of: NewDue,
  caller: Caller,
) => {
  const reckoned = item.body.decided?.reckoned ?? item.body.due;
  const decided = { ...of, reckoned, by: caller.name, at: deps.clock().toISOString() };
  const body = { ...item.body, due: of.due, decided };
  const { due, ground, reason, statement } = of;
  const detail = { due, ground, reason, statement: statement?.number, before: item.body.due };
  return { body, ...toldOf(deps, item, body, { action: supervision.decideDue.audit, by: caller, detail }) };
};

/** The writes of another due day by decision, for the transaction of what it follows from. */
export const decidingDue = (...of: Parameters<typeof decidedOf>): Write[] => {
  const [{ tasks }, item] = of;
  const { body, tell } = decidedOf(...of);
  return tasks.changing(item, body, tell);
};

const decide = async (
  deps: SupervisionDeps,
  { caller, params, body: wanted }: Call<typeof supervision.decideDue>,
): Promise<Task> => {
  const item = await pending(deps, caller, params.id);
  const { body, shown, tell } = decidedOf(deps, item, wanted, caller);
  await deps.tasks.change(item, body, tell);
  return shown;
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
  const after = { ...rest, due: decided.reckoned };
  const { shown, tell } = toldOf(deps, item, after, {
    action: supervision.reverseDue.audit,
    by: caller,
    detail: { reason: body.reason, before: decided.due, due: decided.reckoned },
  });
  await deps.tasks.change(item, after, tell);
  return shown;
};

export const dueRoutes = [
  implement(supervision.decideDue, decide),
  implement(supervision.reverseDue, reverse),
];
