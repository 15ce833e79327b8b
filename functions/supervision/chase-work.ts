import { chaseBatch } from '@geoarchive/contract/chases.ts';
import { chaseLifecycle, isRunning, isSettled, runningStates } from '@geoarchive/domain/supervision/chase.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type Work } from '../jobs/step.ts';
import { demanding } from './chase-steps.ts';
import { type ChaseItem, chaseMoved } from './chase-store.ts';
import { tasksOf } from './chase-tasks.ts';
import type { SupervisionDeps } from './context.ts';

const batch = chaseBatch.extend({ node: z.string() });
type Batch = z.infer<typeof batch>;
const key = (jobId: string) => ({ pk: `chase-batch#${jobId}`, sk: 'batch' });

/** Keeps what a batch is to do, in the transaction that queues its job. */
export const keepingBatch = (table: Table, jobId: string, of: Batch): Write => ({
  Put: { TableName: table.name, Item: { ...key(jobId), ...of } },
});

/** Demands from one organisation after the other. One that has a chase under way is left: the batch again makes nothing twice. */
export const demandMany: Work<SupervisionDeps> = async (deps, job, so) => {
  const row = await deps.table.get(key(job.id));
  if (row === undefined)
    throw new CannotGoOn({
      zh: '这批催交的内容已不在。',
      en: 'What this batch was to do is no longer kept.',
    });
  const { organisations, ...of } = batch.parse(row);
  const at = z.number().nullable().parse(so.cursor) ?? 0;
  const organisation = organisations[at];
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const made = organisation === undefined ? undefined : await demanding(deps, { ...of, organisation }, by);
  return {
    effect: made !== undefined && 'writes' in made ? made.writes : [],
    cursor: at + 1,
    done: 1,
    counts: made === undefined ? { nothingDue: 1 } : 'writes' in made ? { demanded: 1 } : { underWay: 1 },
    finished: at + 1 >= organisations.length,
  };
};

/** The writes that close a chase when everything it names is settled; none while it is not, or has ended. */
export const closing = async (deps: SupervisionDeps, item: ChaseItem): Promise<Write[]> => {
  if (!isRunning(item.state)) return [];
  const tasks = await tasksOf(deps, item.body.taskIds);
  if (!isSettled(tasks.map(({ state }) => state))) return [];
  const body = { ...item.body, ended: { at: deps.clock().toISOString() } };
  return deps.chases.moving(item, 'close', body, {
    action: 'chase.close',
    by: { worker: 'work' },
    events: [chaseMoved(item.id, chaseLifecycle.moves.close.to, body)],
    with: [deps.chases.freeing(item.id, body)],
  });
};

/** Chases looked at in one step: four writes each at most. */
const perStep = 20;
const place = z.object({ node: z.number(), state: z.number(), cursor: z.string().optional() });

export const countRunning = async ({ table, settings }: SupervisionDeps): Promise<number> => {
  const counts = await Promise.all(
    settings.nodes.flatMap(({ code }) =>
      runningStates.map((state) => table.count('gsi3', `chases#${code}#${state}`)),
    ),
  );
  return counts.reduce((sum, one) => sum + one, 0);
};

/** Closes what is settled, looking at every chase under way: days on which it did not run are caught up by the next. */
export const closeSettled: Work<SupervisionDeps> = async (deps, _, so) => {
  const at = place.nullable().parse(so.cursor) ?? { node: 0, state: 0 };
  const code = deps.settings.nodes[at.node]?.code ?? '';
  const page = await deps.chases.list('gsi3', `chases#${code}#${runningStates[at.state]}`, {
    cursor: at.cursor,
    limit: perStep,
  });
  // The list lags: what it shows may have moved on.
  const now = await Promise.all(page.items.map(({ id }) => deps.chases.get(id)));
  const closed = await Promise.all(now.map((item) => (item === undefined ? [] : closing(deps, item))));
  const { cursor } = page;
  const lastState = at.state + 1 >= runningStates.length;
  const next = lastState ? { node: at.node + 1, state: 0 } : { node: at.node, state: at.state + 1 };
  return {
    effect: closed.flat(),
    cursor: cursor === undefined ? next : { ...at, cursor },
    done: page.items.length,
    counts: { closed: closed.filter((writes) => writes.length > 0).length },
    finished: cursor === undefined && next.node >= deps.settings.nodes.length,
  };
};
