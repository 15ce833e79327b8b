import { type Job, jobFailure, jobKind } from '@geoarchive/contract/jobs.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { isUnderWay, type JobMove, type JobState, jobLifecycle, pace } from '@geoarchive/domain/jobs.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { aggregates, type Item, type Told } from '@geoarchive/platform/store/aggregates.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const body = z.object({
  kind: jobKind,
  subject: z.string(),
  about: z.string().optional(),
  owner: z.string(),
  ownerName: z.string(),
  /** The archive of the owner, in whose audit trail the job stands. */
  node: z.string().optional(),
  createdAt: z.string(),
  endedAt: z.string().optional(),
  total: z.number(),
  failure: jobFailure.optional(),
});
export type JobBody = z.infer<typeof body>;
export type JobItem = Item<JobBody, JobState>;

const progress = z.object({
  /** Counts the steps; a step whose number has passed was done by somebody else. */
  step: z.number(),
  /** Where its work goes on; what it says is the kind's own. */
  cursor: z.unknown(),
  done: z.number(),
  counts: z.record(z.string(), z.number()),
  notes: z.array(z.string()),
  activeMs: z.number(),
  movedAt: z.string(),
  /** Of a job whose lanes are under way: how many they are, and the version of the job at which they were sent out. */
  lanes: z.number().optional(),
  sentAt: z.number().optional(),
  /** Of a lane: that nothing is left in it. */
  finished: z.boolean().optional(),
});
export type Progress = z.infer<typeof progress>;
/** As many notes as a job keeps for people to look at. */
export const notesKept = 200;

export const addUp = (
  counts: Record<string, number>,
  more: Record<string, number>,
): Record<string, number> => {
  const sum = { ...counts };
  for (const [name, one] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + one;
  return sum;
};

/**
 * What the lanes did together. They go on side by side, so the time is that of the longest; their notes, which begin with what they are
 * about, are sorted, since lanes have no order.
 */
const sumOf = (job: Progress, lanes: readonly Progress[]): Progress => ({
  ...job,
  done: lanes.reduce((sum, { done }) => sum + done, job.done),
  counts: lanes.reduce((sum, { counts }) => addUp(sum, counts), job.counts),
  notes: lanes
    .flatMap(({ notes }) => notes)
    .toSorted()
    .slice(0, notesKept),
  activeMs: Math.max(job.activeMs, ...lanes.map(({ activeMs }) => activeMs)),
  movedAt:
    [job, ...lanes]
      .map(({ movedAt }) => movedAt)
      .toSorted()
      .at(-1) ?? job.movedAt,
});

type Ended = { endedAt?: string; failure?: JobBody['failure'] };

/**
 * Jobs of a plane. Beside its state each has a row of progress, which every step writes, and while it can go on a place in the list
 * of its owner's open jobs, which is read consistently.
 */
export const jobStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'job',
    table,
    clock,
    schema: body,
    lifecycle: jobLifecycle,
    lists: ({ id, body: { owner, createdAt } }) => ({
      gsi1: { in: `jobs#${owner}`, by: `${createdAt}#${id}` },
      gsi2: { in: 'jobs', by: `${createdAt}#${id}` },
    }),
  });
  const key = (id: string, lane?: number) => ({
    pk: `job#${id}`,
    sk: lane === undefined ? 'progress' : `progress#${lane}`,
  });
  const fresh = (): Progress => ({
    step: 0,
    cursor: null,
    done: 0,
    counts: {},
    notes: [],
    activeMs: 0,
    movedAt: clock().toISOString(),
  });
  const openList = (owner: string) => `jobs-open#${owner}`;
  const place = (id: string, owner: string, state: JobState): Write =>
    isUnderWay(state)
      ? { Put: { TableName: table.name, Item: { pk: openList(owner), sk: id } } }
      : { Delete: { TableName: table.name, Key: { pk: openList(owner), sk: id } } };
  const raised = (move: JobMove, id: string, owner: string) => {
    const type = jobLifecycle.moves[move].event;
    return type === 'JobMoved'
      ? { type: 'JobMoved' as const, data: { jobId: id } }
      : {
          type: type === 'JobQueued' ? ('JobQueued' as const) : ('JobEnded' as const),
          data: { jobId: id, owner },
        };
  };
  const moving = (item: JobItem, move: JobMove, by: By, ended: Ended = {}): [JobBody, Told] => {
    const { endedAt: _e, failure: _f, ...kept } = item.body;
    return [
      { ...kept, ...ended },
      {
        action: `job.${move}`,
        by,
        detail: { kind: kept.kind, subject: kept.subject },
        events: [raised(move, item.id, kept.owner)],
        with: [place(item.id, kept.owner, jobLifecycle.moves[move].to)],
      },
    ];
  };

  /** How far a job is, or one of its lanes. */
  const progressOf = async (id: string, lane?: number): Promise<Progress> => {
    const row = await table.get(key(id, lane));
    return row === undefined ? fresh() : progress.parse(row);
  };
  const lanesOf = (id: string, lanes: number): Promise<Progress[]> =>
    Promise.all(Array.from({ length: lanes }, (_, lane) => progressOf(id, lane)));
  /** The same with what the lanes of a job have done, while it has any. */
  const withLanes = async (id: string, at: Progress): Promise<Progress> =>
    at.lanes === undefined ? at : sumOf(at, await lanesOf(id, at.lanes));

  const view = (item: JobItem, at: Progress, as: { sub: string; roles: readonly RoleCode[] }): Job => {
    const { node: _, ...of } = item.body;
    const reached = pace({ done: at.done, total: of.total, activeMs: at.activeMs });
    return {
      ...of,
      id: item.id,
      state: item.state,
      version: item.version,
      movedAt: at.movedAt,
      done: at.done,
      counts: at.counts,
      notes: at.notes,
      ...(reached === undefined ? {} : { perSecond: reached.perSecond }),
      ...(reached === undefined || !isUnderWay(item.state) ? {} : { secondsLeft: reached.secondsLeft }),
      moves: movesFrom(jobLifecycle, item.state, as.roles),
    };
  };

  const putting = (place: { pk: string; sk: string }, before: Progress, after: Progress): Write => ({
    Put: {
      TableName: table.name,
      Item: { ...place, ...after, step: before.step + 1 },
      // Of a lane there is nothing before its first step.
      ConditionExpression: before.step === 0 ? 'attribute_not_exists(pk) OR step = :step' : 'step = :step',
      ExpressionAttributeValues: { ':step': before.step },
    },
  });
  const running = (item: JobItem): Write => ({
    ConditionCheck: {
      TableName: table.name,
      Key: { pk: `job#${item.id}`, sk: 'item' },
      ConditionExpression: '#s = :running AND version = :version',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':running': 'running', ':version': item.version },
    },
  });
  const finishing = (item: JobItem): Write[] =>
    store.moving(
      item,
      'finish',
      ...moving(item, 'finish', { worker: 'work' }, { endedAt: clock().toISOString() }),
    );

  return {
    get: store.get,
    progressOf,
    lanesOf,
    /** How far a job is, with all of its lanes. */
    wholeProgressOf: async (id: string): Promise<Progress> => withLanes(id, await progressOf(id)),
    view,
    /** The writes that queue a new job, for the transaction that gives it its work. */
    queueing: (id: string, of: JobBody, by: By, action: string): Write[] =>
      store.creation(id, of, {
        action,
        by,
        detail: { kind: of.kind, subject: of.subject, total: of.total },
        events: [{ type: 'JobQueued', data: { jobId: id, owner: of.owner } }],
        with: [
          { Put: { TableName: table.name, Item: { ...key(id), ...fresh() } } },
          place(id, of.owner, 'queued'),
        ],
      }),
    async list(
      partition: string,
      index: 'gsi1' | 'gsi2',
      query: { cursor?: string | undefined; limit: number },
    ) {
      const page = await store.list(index, partition, { ...query, newestFirst: true });
      const rows = await table.getMany(page.items.map(({ id }) => key(id)));
      const found = new Map(rows.map((row) => [row['pk'], progress.parse(row)]));
      const items = page.items.map(async (item) => ({
        item,
        at: await withLanes(item.id, found.get(key(item.id).pk) ?? fresh()),
      }));
      return { ...page, items: await Promise.all(items) };
    },
    /** The oldest job of an owner that can go on. */
    async nextOf(owner: string): Promise<JobItem | undefined> {
      const { rows } = await table.query({ partition: openList(owner), limit: 1 });
      const [row] = rows;
      return row === undefined ? undefined : store.get(z.string().parse(row['sk']));
    },
    move: (item: JobItem, move: JobMove, by: By, ended?: Ended): Promise<JobItem> =>
      store.move(item, move, ...moving(item, move, by, ended)),
    /**
     * One step: its effect and the progress it makes, under the condition that the job still runs and that nobody did the step.
     * The first write is the job, the second its progress (or that of the lane): by these places a failed condition tells what
     * happened.
     */
    async commit(
      item: JobItem,
      before: Progress,
      after: Progress,
      effect: Write[],
      of: { finished: boolean; lane?: number | undefined },
    ): Promise<void> {
      const lane = of.lane === undefined ? {} : { finished: of.finished };
      const put = putting(key(item.id, of.lane), before, { ...after, ...lane });
      const [first = running(item), ...rest] = of.finished && of.lane === undefined ? finishing(item) : [];
      await table.transact([first, put, ...rest, ...effect]);
    },
    /** Notes that the lanes of a job were sent out. */
    sentOut: (item: JobItem, before: Progress, lanes: number): Promise<void> =>
      table.transact([
        running(item),
        putting(key(item.id), before, { ...before, lanes, sentAt: item.version }),
      ]),
    /** Ends a job of which nothing is left in any lane. */
    async finish(item: JobItem, before: Progress): Promise<void> {
      const { lanes: _l, sentAt: _s, ...whole } = await withLanes(item.id, before);
      const [first = running(item), ...rest] = finishing(item);
      await table.transact([first, putting(key(item.id), before, whole), ...rest]);
    },
  };
};
export type JobStore = ReturnType<typeof jobStore>;
