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
});
export type Progress = z.infer<typeof progress>;
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
  const key = (id: string) => ({ pk: `job#${id}`, sk: 'progress' });
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

  const progressOf = async (id: string): Promise<Progress> => {
    const row = await table.get(key(id));
    return row === undefined ? fresh() : progress.parse(row);
  };

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

  return {
    get: store.get,
    progressOf,
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
      return {
        ...page,
        items: page.items.map((item) => ({ item, at: found.get(key(item.id).pk) ?? fresh() })),
      };
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
     * The first write is the job, the second its progress: by these places a failed condition tells what happened.
     */
    async commit(
      item: JobItem,
      before: Progress,
      after: Progress,
      effect: Write[],
      finished: boolean,
    ): Promise<void> {
      const put: Write = {
        Put: {
          TableName: table.name,
          Item: { ...key(item.id), ...after, step: before.step + 1 },
          ConditionExpression: 'step = :step',
          ExpressionAttributeValues: { ':step': before.step },
        },
      };
      const runs: Write = {
        ConditionCheck: {
          TableName: table.name,
          Key: { pk: `job#${item.id}`, sk: 'item' },
          ConditionExpression: '#s = :running AND version = :version',
          ExpressionAttributeNames: { '#s': 'state' },
          ExpressionAttributeValues: { ':running': 'running', ':version': item.version },
        },
      };
      const [first = runs, ...rest] = finished
        ? store.moving(
            item,
            'finish',
            ...moving(item, 'finish', { worker: 'work' }, { endedAt: clock().toISOString() }),
          )
        : [];
      await table.transact([first, put, ...rest, ...effect]);
    },
  };
};
export type JobStore = ReturnType<typeof jobStore>;
