import { recompute } from '@geoarchive/contract/supervision.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import type { SupervisionDeps } from './context.ts';
import { idOf } from './ids.ts';

/** Whose jobs those of the clock are: the system's own, with a turn beside everybody else's. */
const system = 'system:clocks';

/**
 * Queues the day's reckoning of all tasks; again on the same day it queues nothing. It looks at everything, so days on which it did
 * not run are caught up by the next one.
 */
export const queueDaily = async (deps: SupervisionDeps): Promise<void> => {
  const today = dayOf(deps.clock());
  const of = {
    kind: 'recompute' as const,
    subject: today,
    total: Math.max(1, await deps.registers.count()),
    owner: system,
    ownerName: '系统 System',
    createdAt: deps.clock().toISOString(),
  };
  try {
    const by = { worker: 'clocks' };
    await deps.table.transact(deps.jobs.queueing(idOf('recompute', today), of, by, recompute.audit));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
};
