import * as jobs from '@geoarchive/contract/jobs.ts';
import { jobWatchers } from '@geoarchive/domain/jobs.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import type { JobItem, JobStore } from './job-store.ts';
import type { JobDeps } from './step.ts';

type Deps = Pick<JobDeps, 'clock' | 'jobs'>;

const watches = (caller: Caller): boolean => jobWatchers.some((role) => caller.roles.includes(role));

/** One's own jobs, and all of them for who watches over them. */
const load = async (store: JobStore, caller: Caller, id: string): Promise<JobItem> => {
  const item = await store.get(id);
  if (item === undefined || (item.body.owner !== caller.sub && !watches(caller)))
    throw new Problem('not-found');
  return item;
};
const shown = async ({ jobs: store }: Deps, item: JobItem, caller: Caller) =>
  store.view(item, await store.wholeProgressOf(item.id), caller);

const move = async (deps: Deps, { caller, params, body, ifMatch }: Call<typeof jobs.moveJob>) => {
  const item = await load(deps.jobs, caller, params.id);
  expectVersion(item, ifMatch);
  const ended = body.move === 'cancel' ? { endedAt: deps.clock().toISOString() } : {};
  return shown(deps, await deps.jobs.move(item, body.move, caller, ended), caller);
};

export const jobRoutes = [
  implement(jobs.listJobs, async (deps: Deps, { caller, query }) => {
    const page = await deps.jobs.list(`jobs#${caller.sub}`, 'gsi1', query);
    return { ...page, items: page.items.map(({ item, at }) => deps.jobs.view(item, at, caller)) };
  }),
  implement(jobs.listAllJobs, async (deps: Deps, { caller, query }) => {
    const page = await deps.jobs.list('jobs', 'gsi2', query);
    return { ...page, items: page.items.map(({ item, at }) => deps.jobs.view(item, at, caller)) };
  }),
  implement(jobs.getJob, async (deps: Deps, { caller, params }) =>
    shown(deps, await load(deps.jobs, caller, params.id), caller),
  ),
  implement(jobs.moveJob, move),
];
