import type { Job } from '@geoarchive/contract/jobs.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
import { workOf } from './compute-work.ts';
import type { ReportingDeps } from './deps.ts';

/** Queues the job that makes the figures of units for a period, with what belongs to it; its id is that of the run. */
export const queueRun = (
  deps: ReportingDeps,
  caller: Caller,
  of: { period: string; units: readonly string[]; subject: string; about?: string; action: string },
  more: (run: string) => Write[] = () => [],
): Promise<Job> => {
  const run = ulid(deps.clock().getTime());
  const job = {
    kind: 'report-figures' as const,
    subject: of.subject,
    ...(of.about === undefined ? {} : { about: of.about }),
    total: workOf(deps, of.units),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, run, job, of.action, [
    deps.runs.wanting(run, { period: of.period, units: [...of.units] }),
    ...more(run),
  ]);
};
