import * as supervision from '@geoarchive/contract/supervision.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { expectAllSent, ownedBy, queueJob, queueUndo } from '../jobs/queue-job.ts';
import type { SupervisionDeps } from './context.ts';
import { scopeOf } from './registers.ts';

const put = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof supervision.putRegisterBatch>,
) => {
  await deps.registerBatches.put(params.id, params.no, caller.sub, body.rows);
  return { rows: body.rows.length };
};

const start = async (
  deps: SupervisionDeps,
  { caller, params, body }: Call<typeof supervision.startRegisterImport>,
) => {
  const total = expectAllSent(await deps.registerBatches.count(params.id, body.batches, caller.sub));
  const node = scopeOf(caller);
  const of = {
    kind: 'register-import' as const,
    subject: body.subject,
    total,
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, params.id, of, supervision.startRegisterImport.audit, [
    deps.registerImports.scoping(params.id, {
      batches: body.batches,
      ...(node === undefined ? {} : { node }),
    }),
  ]);
};

const undo = (deps: SupervisionDeps, { caller, params }: Call<typeof supervision.undoRegisterImport>) =>
  queueUndo(deps, caller, params.id, {
    of: 'register-import',
    by: 'register-import-undo',
    action: supervision.undoRegisterImport.audit,
  });

export const registerImportRoutes = [
  implement(supervision.putRegisterBatch, put),
  implement(supervision.startRegisterImport, start),
  implement(supervision.undoRegisterImport, undo),
];
