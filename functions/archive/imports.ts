import * as archive from '@geoarchive/contract/archive.ts';
import { isUnderWay, jobWatchers } from '@geoarchive/domain/jobs.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
import { expectOwnNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';

const put = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.putTaskBatch>) => {
  expectOwnNode(caller, body.tasks);
  await deps.taskBatches.put(params.id, params.no, caller.sub, body.tasks);
  return { tasks: body.tasks.length };
};

const start = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.startTaskImport>) => {
  const total = await deps.taskBatches.count(params.id, body.batches, caller.sub);
  if (total === undefined)
    throw new Problem('rule-broken', {
      zh: '有批次还没有上传，请把所有批次传完再开始。',
      en: 'Not all batches were sent yet: send them all, then start.',
    });
  const of = { kind: 'task-import' as const, subject: body.subject, total, ...ownedBy(caller, deps.clock) };
  return queueJob(deps, caller, params.id, of, archive.startTaskImport.audit);
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
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, ulid(deps.clock().getTime()), of, archive.undoTaskImport.audit);
};

export const importRoutes = [
  implement(archive.putTaskBatch, put),
  implement(archive.startTaskImport, start),
  implement(archive.undoTaskImport, undo),
];
