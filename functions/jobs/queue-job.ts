import type { Job } from '@geoarchive/contract/jobs.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import type { JobBody, JobStore } from './job-store.ts';

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
  { table, jobs }: { table: Table; jobs: JobStore },
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
  return jobs.view(item, await jobs.progressOf(item.id), caller);
};
