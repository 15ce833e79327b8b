import { createHash } from 'node:crypto';
import { type EventData, mostTold } from '@geoarchive/contract/events.ts';
import { canonicalJson } from '@geoarchive/domain/canonical.ts';
import type { Clock, Day } from '@geoarchive/domain/dates.ts';
import { type DutyContext, dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import {
  type DutyChange,
  dutyChanges,
  nothing,
  type Outcome,
  outcomeOf,
  type Recorded,
} from '@geoarchive/domain/supervision/reconcile.ts';
import type { RowRemark } from '@geoarchive/domain/supervision/register-row.ts';
import { receiverOf } from '@geoarchive/domain/supervision/routing.ts';
import { type DutyTask, taskOf } from '@geoarchive/domain/supervision/task-of.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import { inBatches } from '@geoarchive/platform/batches.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import { keepDecided } from '../archive/decided-due.ts';
import type { TaskBody, TaskStore } from '../archive/task-store.ts';
import { idOf } from './ids.ts';
import { hindrance, NumberTaken } from './number-taken.ts';
import type { RegisterBody } from './register-store.ts';

export type TaskCounts = {
  tasksCreated: number;
  tasksUpdated: number;
  tasksWithdrawn: number;
  tasksKept: number;
};
/** When a task is due and which archive receives it. */
export type Standing = { due: string; node: string };
/** What changes for one task, for people: how it stands before and after. */
export type TaskChange = { subject: string; before?: Standing; after?: Standing };

export type InLine = {
  body: RegisterBody;
  /** The writes of its tasks, without the event: who commits them raises that (`tellingOf`). */
  writes: Write[];
  recorded: TaskTold[];
  counts: TaskCounts;
  changes: TaskChange[];
  /** Why some of its tasks are not in line: each is looked at again whenever the entry is. */
  hindered: RowRemark[];
  /** Left for another transaction, since one holds only so many writes. */
  more: boolean;
};

/** A task that was recorded or changed, as its listeners are told. */
export type TaskTold = EventData<'TasksRecorded'>['tasks'][number];

/** The writes that tell of tasks, for the transaction that changes them: an event of many costs as much as one of a single task. */
export const tellingOf = (
  { table, clock }: { table: Table; clock: Clock },
  recorded: readonly TaskTold[],
): Write[] =>
  inBatches(recorded, (one) => Buffer.byteLength(JSON.stringify(one)), mostTold).map((tasks) =>
    outboxWrite(table.name, clock, 'TasksRecorded', { tasks }),
  );

/** Subjects of one entry that a transaction takes: four writes each at most. */
const subjectsAtOnce = 18;

/** What tells whether a task still says what it said. */
export const digestOf = (task: DutyTask): string =>
  createHash('sha256').update(canonicalJson(task)).digest('base64url').slice(0, 22);

/** Counts of several entries together. */
export const addCounts = (all: readonly TaskCounts[]): TaskCounts => {
  const sum = none();
  for (const one of all) {
    sum.tasksCreated += one.tasksCreated;
    sum.tasksUpdated += one.tasksUpdated;
    sum.tasksWithdrawn += one.tasksWithdrawn;
    sum.tasksKept += one.tasksKept;
  }
  return sum;
};
const none = (): TaskCounts => ({ tasksCreated: 0, tasksUpdated: 0, tasksWithdrawn: 0, tasksKept: 0 });

/**
 * The write that claims a task's number at its archive. A task that was imported with its due date may have it: which of the two is meant
 * only people can tell, unless that one was withdrawn.
 */
const claimingOf = async (
  tasks: TaskStore,
  { node, number }: Pick<TaskBody, 'node' | 'number'>,
  id: string,
): Promise<Write> => {
  const other = await tasks.byNumber(node, number);
  if (other === undefined || other.id === id || other.state === 'withdrawn')
    return tasks.claiming(node, number, id, other?.id);
  throw new NumberTaken(node, number);
};

/** The claims of a task's number that go along with its change: at another archive, or again where it comes back. */
const numberAlong = async (
  tasks: TaskStore,
  { id, body: { node: before, number } }: NonNullable<Awaited<ReturnType<TaskStore['get']>>>,
  body: TaskBody,
  outcome: string,
): Promise<Write[]> => {
  if (body.node === before) return outcome === 'restore' ? [await claimingOf(tasks, body, id)] : [];
  // While it was withdrawn another may have taken the number there.
  const had = await tasks.byNumber(before, number);
  return [await claimingOf(tasks, body, id), ...(had?.id === id ? [tasks.freeing(before, number, id)] : [])];
};

/**
 * What is done stays, but is counted by the mineral that the register names now: else what was done before would stand under none.
 */
const renaming = (
  tasks: TaskStore,
  found: NonNullable<Awaited<ReturnType<TaskStore['get']>>>,
  { mineral }: DutyTask,
  told: { action: string; by: By },
): Write[] => {
  const { mineral: before, ...rest } = found.body;
  if (before === mineral) return [];
  const body = { ...rest, ...(mineral === undefined ? {} : { mineral }) };
  const task = tasks.shown(found.id, found.state, body);
  return tasks.changing(found, body, {
    ...{ ...told, detail: { mineral: mineral ?? null } },
    events: [{ type: 'TaskRecorded', data: { task, version: found.version + 1 } }],
  });
};

/**
 * What was handed in for a task lies at the archive that received it, so the task stays there, whatever rule or register say later,
 * with the proof why it went there.
 */
const atItsArchive = (task: DutyTask, found: TaskBody | undefined): DutyTask => {
  if (found === undefined || found.node === task.node || Object.keys(found.deposits).length === 0)
    return task;
  const { proof, ...basis } = task.basis;
  const receiver = found.basis?.proof.receiver ?? proof.receiver;
  return { ...task, node: found.node, basis: { ...basis, proof: { ...proof, receiver } } };
};

/** What a task that moved is counted as. One that is done with its accepted stages is kept. */
const countedAs = {
  restore: 'tasksCreated',
  reopen: 'tasksUpdated',
  resume: 'tasksUpdated',
  withdraw: 'tasksWithdrawn',
  settle: 'tasksKept',
} as const;

/** What a task says then. One that is owed again is reminded of anew. */
const bodyAfter = (found: TaskBody, task: DutyTask | undefined, outcome: Outcome, today: Day): TaskBody => {
  if (task === undefined) return outcome === 'settle' ? { ...found, settled: today } : found;
  const { mineral: _, ...known } = found;
  const body = { ...known, ...task, ...keepDecided(found, task.due) };
  if (outcome !== 'reopen' && outcome !== 'resume') return body;
  const { settled: __, reminded: ___, ...again } = body;
  return again;
};

type Effect = {
  recorded: Recorded;
  writes: Write[];
  told?: TaskTold;
  count?: keyof TaskCounts;
  change: TaskChange;
};

/** What one changed duty does: writes, what is remembered of it, what is counted. Throws `NumberTaken`. */
const effectOf = async (
  tasks: TaskStore,
  registerId: string,
  change: DutyChange & { task: DutyTask | undefined },
  told: { action: string; by: By },
  today: Day,
): Promise<Effect> => {
  const { subject } = change;
  const id = change.taskId ?? idOf('task', registerId, subject);
  const found = change.taskId === undefined ? undefined : await tasks.get(id);
  const outcome = outcomeOf(
    change.task !== undefined,
    found && { state: found.state, deposits: found.body.deposits },
  );
  // Of the duty as it is reckoned: what stays where it is is not looked at again each time.
  const recorded = { taskId: id, digest: change.task === undefined ? nothing : digestOf(change.task) };
  const task = change.task === undefined ? undefined : atItsArchive(change.task, found?.body);
  const detail = { registerId, subject, ...(task === undefined ? {} : { due: task.due, node: task.node }) };
  const before =
    found === undefined || found.state === 'withdrawn'
      ? undefined
      : { due: found.body.due, node: found.body.node };
  const after =
    task === undefined ? undefined : { due: keepDecided(found?.body, task.due).due, node: task.node };
  const said = {
    subject,
    ...(before === undefined ? {} : { before }),
    // What is done, or waits for a decision, is as it was.
    ...(outcome === 'keep' || outcome === 'wait'
      ? before === undefined
        ? {}
        : { after: before }
      : after === undefined
        ? {}
        : { after }),
  };
  if (outcome === 'keep') {
    const writes = found === undefined || task === undefined ? [] : renaming(tasks, found, task, told);
    return { recorded, writes, count: 'tasksKept', change: said };
  }
  if (outcome === 'wait') return { recorded: { ...recorded, waiting: true }, writes: [], change: said };
  // `create` is the outcome of a task that is not there yet.
  if (found === undefined || outcome === 'create') {
    if (task === undefined) return { recorded, writes: [], change: said };
    const body = { ...task, deposits: {} };
    const writes = tasks.creation(id, body, {
      ...{ ...told, detail },
      with: [await claimingOf(tasks, task, id)],
    });
    const fresh = { task: tasks.shown(id, 'open', body), version: 1 };
    return { recorded, writes, told: fresh, count: 'tasksCreated', change: said };
  }
  const body = bodyAfter(found.body, task, outcome, today);
  const state = outcome === 'update' ? found.state : taskLifecycle.moves[outcome].to;
  const tell = { ...told, detail, with: await numberAlong(tasks, found, body, outcome) };
  const done = {
    recorded,
    told: { task: tasks.shown(id, state, body), version: found.version + 1 },
    change: said,
  };
  if (outcome === 'update')
    return { ...done, writes: tasks.changing(found, body, tell), count: 'tasksUpdated' };
  return { ...done, writes: tasks.moving(found, outcome, body, tell), count: countedAs[outcome] };
};

/**
 * Reckons what an entry owes and what that changes for its tasks. Gives the entry as it is then to be stored, and the writes of its
 * tasks for the same transaction: register and tasks are never out of line, but for tasks whose number is another's, which are named.
 */
export const bringInLine = async (
  tasks: TaskStore,
  registerId: string,
  entry: RegisterBody,
  context: DutyContext,
  told: { action: string; by: By },
): Promise<InLine> => {
  const made = new Map(
    dutiesOf(entry, context).map((duty) => [duty, taskOf(registerId, entry, duty)] as const),
  );
  const changed = dutyChanges(entry.tasks, [...made.keys()], (duty) => {
    const task = made.get(duty);
    return task === undefined ? nothing : digestOf(task);
  });
  const effectFor = (change: DutyChange): Promise<Effect | RowRemark> => {
    const task = change.duty === undefined ? undefined : made.get(change.duty);
    return effectOf(tasks, registerId, { ...change, task }, told, context.today).catch(hindrance);
  };
  const done: Effect[] = [];
  const hindered: RowRemark[] = [];
  let looked = 0;
  // What is hindered takes no place in the transaction, else many of them would keep those behind them waiting for ever.
  while (looked < changed.length && done.length < subjectsAtOnce) {
    const some = changed.slice(looked, looked + subjectsAtOnce - done.length);
    looked += some.length;
    for (const one of await Promise.all(some.map(effectFor)))
      if ('code' in one) hindered.push(one);
      else done.push(one);
  }
  const counts = none();
  for (const { count } of done) if (count !== undefined) counts[count] += 1;
  const recorded = Object.fromEntries(done.map((one) => [one.change.subject, one.recorded]));
  return {
    body: {
      ...entry,
      node: receiverOf(entry, context.today, context).node,
      tasks: { ...entry.tasks, ...recorded },
    },
    writes: done.flatMap(({ writes }) => writes),
    recorded: done.flatMap(({ told: one }) => one ?? []),
    counts,
    changes: done.map(({ change }) => change),
    hindered,
    more: looked < changed.length,
  };
};

/** Whether anything of the entry is to be written: its tasks, or where its data go. */
export const isChanged = (before: RegisterBody, { body, changes }: InLine): boolean =>
  changes.length > 0 || before.node !== body.node;
