import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { metricNames } from '@geoarchive/platform/metric-names.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { metrics } from '@geoarchive/platform/telemetry.ts';
import * as z from 'zod';
import type { Progress } from '../jobs/job-store.ts';
import type { StepDone, Work } from '../jobs/step.ts';
import type { SupervisionDeps } from './context.ts';
import { cover, coverage, keepingRecount } from './coverage.ts';
import { compareYear } from './recount.ts';
import { shardCount } from './register-store.ts';
import { takingStock } from './stock.ts';

/** Rows looked at in one step. */
const perStep = 400;

const place = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('tasks'), node: z.number(), cursor: z.string().optional() }),
  z.object({ phase: z.literal('counts'), node: z.number(), year: z.string().optional() }),
  z.object({ phase: z.literal('stock'), node: z.number() }),
  z.object({ phase: z.literal('registers'), shard: z.number(), after: z.string().optional(), coverage }),
]);
type Place = z.infer<typeof place>;
type At<P extends Place['phase']> = Extract<Place, { phase: P }>;
const seen = z.object({ id: z.string(), version: z.number() });

const goOn = (cursor: Place, more: Partial<StepDone> = {}): StepDone => ({
  effect: [],
  cursor,
  done: 0,
  counts: {},
  finished: false,
  ...more,
});

/** Counts tasks that never were, or not as they are now: those of before the counts, and those whose event was lost. */
const lookAtTasks = async (deps: SupervisionDeps, at: At<'tasks'>): Promise<StepDone> => {
  const node = deps.settings.nodes[at.node]?.code;
  if (node === undefined) return goOn({ phase: 'counts', node: 0 });
  const { rows, next } = await deps.table.query({
    index: 'gsi1',
    partition: `tasks#${node}`,
    start: fromCursor(at.cursor),
    limit: perStep,
  });
  const tasks = rows.map((row) => seen.parse(row));
  const counted = await deps.tallies.talliedOf(tasks.map(({ id }) => id));
  const late = tasks.filter(({ id, version }) => (counted.get(id)?.version ?? 0) < version);
  const behind = await deps.tallies.behind(late.map(({ id }) => id));
  const { writes, whole } = deps.tallies.counting(behind);
  const counts = { late: whole };
  // The same page again, until all of it is counted: what was counted is not looked at twice.
  if (whole < behind.length) return goOn(at, { effect: writes, counts });
  const cursor = toCursor(next);
  return goOn(
    cursor === undefined ? { phase: 'tasks', node: at.node + 1 } : { phase: 'tasks', node: at.node, cursor },
    { effect: writes, counts: { ...counts, tasksCounted: tasks.length }, done: tasks.length },
  );
};

/** Compares the counts of one place and year with its tasks, and mends them. */
const lookAtCounts = async (deps: SupervisionDeps, at: At<'counts'>): Promise<StepDone> => {
  const node = deps.settings.nodes[at.node]?.code;
  if (node === undefined) return goOn({ phase: 'stock', node: 0 });
  const year = (await deps.tallies.years(node)).find((one) => at.year === undefined || one > at.year);
  if (year === undefined) return goOn({ phase: 'counts', node: at.node + 1 });
  const found = await compareYear(deps, node, year);
  if (found.outcome === 'behind') {
    const { writes, whole } = deps.tallies.counting(found.counted);
    return goOn(at, { effect: writes, counts: { late: whole } });
  }
  const next: Place = { phase: 'counts', node: at.node, year };
  if (found.outcome === 'differs')
    return goOn(next, {
      effect: found.writes,
      counts: { repaired: found.differences },
      notes: [`${node} ${year}: ${found.differences}`],
    });
  return goOn(next, found.outcome === 'unsettled' ? { counts: { unsettled: 1 } } : {});
};

/** Takes stock of one archive: holders with most overdue tasks, chasing work. */
const takeStock = async (deps: SupervisionDeps, at: At<'stock'>): Promise<StepDone> => {
  const node = deps.settings.nodes[at.node]?.code;
  if (node === undefined) return goOn({ phase: 'registers', shard: 0, coverage: {} });
  return goOn({ phase: 'stock', node: at.node + 1 }, { effect: [await takingStock(deps, node)] });
};

/** Looks through the registers for entries without a task, and for when those of each archive changed last. */
const lookAtRegisters = async (
  deps: SupervisionDeps,
  at: At<'registers'>,
  so: Progress,
): Promise<StepDone> => {
  const page = await deps.registers.shardFrom(at.shard, at.after, perStep);
  const sum = cover(at.coverage, page.items);
  const after = page.items.at(-1)?.id;
  if (page.more && after !== undefined)
    return goOn({ phase: 'registers', shard: at.shard, after, coverage: sum });
  if (at.shard + 1 < shardCount) return goOn({ phase: 'registers', shard: at.shard + 1, coverage: sum });
  const { late = 0, repaired = 0, unsettled = 0 } = so.counts;
  metrics().addMetric(metricNames.tallyRepairs, MetricUnit.Count, repaired);
  const last = { at: deps.clock().toISOString(), late, repaired, unsettled, coverage: sum };
  return goOn(at, { effect: [keepingRecount(deps.table, last)], finished: true });
};

/**
 * The recount (decision 0022): counts what was not counted, compares every prepared count with what its tasks come to and mends what
 * differs, and takes stock of holders, chases and registers. It may run beside everything that changes tasks.
 */
export const recount: Work<SupervisionDeps> = async (deps, _, so) => {
  const at = place.nullable().parse(so.cursor) ?? { phase: 'tasks', node: 0 };
  if (at.phase === 'tasks') return lookAtTasks(deps, at);
  if (at.phase === 'counts') return lookAtCounts(deps, at);
  if (at.phase === 'stock') return takeStock(deps, at);
  return lookAtRegisters(deps, at, so);
};
