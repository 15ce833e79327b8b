import * as archive from '@geoarchive/contract/archive.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { expectAllSent, ownedBy, queueJob, queueUndo } from '../jobs/queue-job.ts';
import { expectOwnNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';

const put = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.putTaskBatch>) => {
  expectOwnNode(caller, body.tasks);
  await deps.taskBatches.put(params.id, params.no, caller.sub, body.tasks);
  return { tasks: body.tasks.length };
};

const start = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.startTaskImport>) => {
  const total = expectAllSent(await deps.taskBatches.count(params.id, body.batches, caller.sub));
  const of = { kind: 'task-import' as const, subject: body.subject, total, ...ownedBy(caller, deps.clock) };
  return queueJob(deps, caller, params.id, of, archive.startTaskImport.audit);
};

const undo = (deps: ArchiveDeps, { caller, params }: Call<typeof archive.undoTaskImport>) =>
  queueUndo(deps, caller, params.id, {
    of: 'task-import',
    by: 'task-import-undo',
    action: archive.undoTaskImport.audit,
  });

export const importRoutes = [
  implement(archive.putTaskBatch, put),
  implement(archive.startTaskImport, start),
  implement(archive.undoTaskImport, undo),
];
