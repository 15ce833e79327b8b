import type { Job } from '@geoarchive/contract/jobs.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { isUnderWay, type JobKind, jobWatchers } from '@geoarchive/domain/jobs.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { JobBody, JobStore } from './job-store.ts';

type Deps = { table: Table; clock: Clock; jobs: JobStore };

/** Whose job it is, and since when. */
export const ownedBy = (caller: Caller, clock: Clock) => ({
  owner: caller.sub,
  ownerName: caller.name,
  ...(caller.node === undefined ? {} : { node: caller.node }),
  createdAt: clock().toISOString(),
});

/**
 * Queues a job with what belongs to it (`more`), in one transaction. One that is there under this id is the answer, when it is the
 * caller's own: the same call again starts nothing twice.
 */
export const queueJob = async (
  { table, jobs }: Pick<Deps, 'table' | 'jobs'>,
  caller: Caller,
  id: string,
  of: JobBody,
  action: string,
  more: Write[] = [],
): Promise<Job> => {
  try {
    await table.transact([...jobs.queueing(id, of, caller, action), ...more]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  const item = await jobs.get(id);
  if (item === undefined || item.body.owner !== caller.sub) throw new Problem('not-found');
  return jobs.view(item, await jobs.wholeProgressOf(item.id), caller);
};

/** How many rows of an import were sent; refuses to start one while batches are missing. */
export const expectAllSent = (total: number | undefined): number => {
  if (total !== undefined) return total;
  throw new Problem('rule-broken', {
    zh: '有批次还没有上传，请把所有批次传完再开始。',
    en: 'Not all batches were sent yet: send them all, then start.',
  });
};

/** Queues the job that takes an import back, once that has ended; for its owner, and for who watches over all jobs. */
export const queueUndo = async (
  deps: Deps,
  caller: Caller,
  importId: string,
  { of, by, action, more = [] }: { of: JobKind; by: JobKind; action: string; more?: Write[] },
): Promise<Job> => {
  const item = await deps.jobs.get(importId);
  const mine = item?.body.owner === caller.sub || jobWatchers.some((role) => caller.roles.includes(role));
  if (item?.body.kind !== of || !mine) throw new Problem('not-found');
  if (isUnderWay(item.state) || item.state === 'paused')
    throw new Problem('wrong-state', {
      zh: '导入还没有结束。请等它完成，或先取消它。',
      en: 'The import has not ended: wait for it, or call it off first.',
    });
  const { counts } = await deps.jobs.wholeProgressOf(item.id);
  const job = {
    kind: by,
    subject: item.body.subject,
    about: item.id,
    total: (counts['created'] ?? 0) + (counts['updated'] ?? 0),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, ulid(deps.clock().getTime()), job, action, more);
};
