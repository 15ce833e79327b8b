import * as supervision from '@geoarchive/contract/supervision.ts';
import { isUnderWay, jobWatchers } from '@geoarchive/domain/jobs.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import { ownedBy, queueJob } from '../jobs/queue-job.ts';
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
  const total = await deps.registerBatches.count(params.id, body.batches, caller.sub);
  if (total === undefined)
    throw new Problem('rule-broken', {
      zh: '有批次还没有上传，请把所有批次传完再开始。',
      en: 'Not all batches were sent yet: send them all, then start.',
    });
  const of = {
    kind: 'register-import' as const,
    subject: body.subject,
    total,
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, params.id, of, supervision.startRegisterImport.audit, [
    deps.registerImports.scoping(params.id, scopeOf(caller)),
  ]);
};

const undo = async (
  deps: SupervisionDeps,
  { caller, params }: Call<typeof supervision.undoRegisterImport>,
) => {
  const item = await deps.jobs.get(params.id);
  const mine = item?.body.owner === caller.sub || jobWatchers.some((role) => caller.roles.includes(role));
  if (item?.body.kind !== 'register-import' || !mine) throw new Problem('not-found');
  if (isUnderWay(item.state) || item.state === 'paused')
    throw new Problem('wrong-state', {
      zh: '导入还没有结束。请等它完成，或先取消它。',
      en: 'The import has not ended: wait for it, or call it off first.',
    });
  const { counts } = await deps.jobs.progressOf(item.id);
  const of = {
    kind: 'register-import-undo' as const,
    subject: item.body.subject,
    about: item.id,
    total: (counts['created'] ?? 0) + (counts['updated'] ?? 0),
    ...ownedBy(caller, deps.clock),
  };
  return queueJob(deps, caller, ulid(deps.clock().getTime()), of, supervision.undoRegisterImport.audit);
};

export const registerImportRoutes = [
  implement(supervision.putRegisterBatch, put),
  implement(supervision.startRegisterImport, start),
  implement(supervision.undoRegisterImport, undo),
];
