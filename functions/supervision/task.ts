import * as supervision from '@geoarchive/contract/supervision.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import * as z from 'zod';
import { ofNode } from '../archive/access.ts';
import type { SupervisionDeps } from './context.ts';

/** Entries of a task's trail that its page shows, newest first. */
const historyShown = 100;

/** What of an entry's detail is told: days and reasons. Details of other acts hold other things. */
const told = z.object({
  before: z.string().optional().catch(undefined),
  due: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  stage: z.number().optional().catch(undefined),
});

const get = async (deps: SupervisionDeps, { caller, params }: Call<typeof supervision.getTask>) => {
  const { id, state, version, body } = ofNode(caller, await deps.tasks.get(params.id));
  const page = { cursor: undefined, limit: historyShown, newestFirst: true };
  const { items } = await listAuditOf(deps.table, id, page);
  return {
    ...deps.tasks.shown(id, state, body),
    version,
    deposits: Object.entries(body.deposits)
      .map(([depositId, standing]) => ({ depositId, standing }))
      .toSorted((a, b) => (a.depositId < b.depositId ? 1 : -1)),
    history: items.map(({ at, byName, action, detail }) => ({
      at,
      by: byName,
      action,
      ...told.parse(detail),
    })),
  };
};

export const taskPageRoutes = [implement(supervision.getTask, get)];
