import * as archive from '@geoarchive/contract/archive.ts';
import { isUnderWay, jobWatchers } from '@geoarchive/domain/jobs.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { JobBody, JobItem } from '../jobs/job-store.ts';
import { expectOwnNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';

const put = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.putTaskBatch>) => {
  expectOwnNode(caller, body.tasks);
  await deps.taskBatches.put(params.id, params.no, caller.sub, body.tasks);
  return { tasks: body.tasks.length };
};

const shown = async ({ jobs }: ArchiveDeps, item: JobItem, caller: Caller) =>
  jobs.view(item, await jobs.progressOf(item.id), caller);

/** Queues a job; one that is there under this id is the answer, when it is the caller's own. */
const queue = async (deps: ArchiveDeps, caller: Caller, id: string, of: JobBody, action: string) => {
  try {
    await deps.table.transact(deps.jobs.queueing(id, of, caller, action));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  const item = await deps.jobs.get(id);
  if (item === undefined || item.body.owner !== caller.sub) throw new Problem('not-found');
  return shown(deps, item, caller);
};

const owned = (deps: ArchiveDeps, caller: Caller) => ({
  owner: caller.sub,
  ownerName: caller.name,
  ...(caller.node === undefined ? {} : { node: caller.node }),
  createdAt: deps.clock().toISOString(),
});

const start = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.startTaskImport>) => {
  const total = await deps.taskBatches.count(params.id, body.batches, caller.sub);
  if (total === undefined)
    throw new Problem('rule-broken', {
      zh: '有批次还没有上传，请把所有批次传完再开始。',
      en: 'Not all batches were sent yet: send them all, then start.',
    });
  const of = { kind: 'task-import' as const, subject: body.subject, total, ...owned(deps, caller) };
  return queue(deps, caller, params.id, of, archive.startTaskImport.audit);
};

const undo = async (deps: ArchiveDeps, { caller, params }: Call<typeof archive.undoTaskImport>) => {
  const item = await deps.jobs.get(params.id);
  const mine = item?.body.owner === caller.sub || jobWatchers.some((role) => caller.roles.includes(role));
  if (item?.body.kind !== 'task-import' || !mine) throw new Problem('not-found');
  if (isUnderWay(item.state) || item.state === 'paused')
    throw new Problem('wrong-state', {
      zh: '导入还没有结束。请等它完成，或先取消它。',
      en: 'The import has not ended: wait for it, or call it off first.',
    });
  const { counts } = await deps.jobs.progressOf(item.id);
  const of = {
    kind: 'task-import-undo' as const,
    subject: item.body.subject,
    about: item.id,
    total: (counts['created'] ?? 0) + (counts['updated'] ?? 0),
    ...owned(deps, caller),
  };
  return queue(deps, caller, ulid(deps.clock().getTime()), of, archive.undoTaskImport.audit);
};

export const importRoutes = [
  implement(archive.putTaskBatch, put),
  implement(archive.startTaskImport, start),
  implement(archive.undoTaskImport, undo),
];
