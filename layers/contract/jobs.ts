import { jobKindCodes, jobLifecycle, jobOwners, jobWatchers } from '@geoarchive/domain/jobs.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { bilingual, gid, instant, page, pageQuery } from './shared.ts';

const base = {
  api: 'internal',
  module: 'jobs',
  allow: jobOwners,
  scope: 'node',
} as const;
const one = z.object({ id: gid });

export const jobKind = z.enum(jobKindCodes);

/** Why a job stopped before its end: what is wrong, and at which row or thing where that is known. */
export const jobFailure = z.object({ reason: bilingual, at: z.string().optional() });

/** Long work and how far it is. `done` of `total` are units of its kind; `counts` says what became of those done. */
export const job = z.object({
  id: gid,
  kind: jobKind,
  state: z.enum(statesOf(jobLifecycle)),
  version: z.number().int(),
  /** What it is about for people: the name of a file, say. */
  subject: z.string(),
  /** The thing that it works on, such as the import that it takes back. */
  about: gid.optional(),
  owner: z.string(),
  ownerName: z.string(),
  createdAt: instant,
  /** When something was last done. */
  movedAt: instant,
  endedAt: instant.optional(),
  total: z.number().int(),
  done: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  /** Things that people should look at, the first two hundred. */
  notes: z.array(z.string()),
  perSecond: z.number().optional(),
  secondsLeft: z.number().int().optional(),
  failure: jobFailure.optional(),
  moves: z.array(z.enum(movesOf(jobLifecycle))),
});
export type Job = z.infer<typeof job>;

export const listJobs = route({
  ...base,
  method: 'GET',
  path: '/jobs/mine',
  audit: 'job.list',
  summary: { zh: '我的后台作业', en: 'Jobs of the caller, newest first' },
  query: pageQuery,
  reply: page(job),
});
export const listAllJobs = route({
  ...base,
  allow: [...jobWatchers],
  scope: 'all',
  method: 'GET',
  path: '/jobs/all',
  audit: 'job.list-all',
  summary: { zh: '全部后台作业', en: 'Jobs of everybody, newest first' },
  query: pageQuery,
  reply: page(job),
});
export const getJob = route({
  ...base,
  method: 'GET',
  path: '/jobs/{id}',
  audit: 'job.read',
  summary: { zh: '作业进度', en: 'One job and how far it is' },
  params: one,
  reply: job,
});
export const moveJob = route({
  ...base,
  method: 'POST',
  path: '/jobs/{id}/moves',
  audit: 'job.move',
  summary: { zh: '暂停、继续、重试或取消作业', en: 'Hold a job, go on with it, try it again or call it off' },
  params: one,
  body: z.object({ move: z.enum(['pause', 'resume', 'retry', 'cancel']) }),
  reply: job,
});
