import { dayOf } from '@geoarchive/domain/dates.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { ServiceDeps } from './deps.ts';

/** Ends every grant whose last day is over, however long ago; the portal refuses them from that day on by itself. */
export const expireGrants = async (deps: Pick<ServiceDeps, 'grants' | 'clock'>): Promise<number> => {
  const today = dayOf(deps.clock());
  let ended = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.grants.list('gsi3', 'grants-until', { limit: 100, cursor });
    for (const item of page.items) {
      // In the order of their last day: from here on all still run.
      if (item.body.until >= today) return ended;
      try {
        await deps.grants.move(item, 'expire', item.body, {
          action: 'service.expire',
          by: { worker: 'clocks' },
          detail: { until: item.body.until },
          events: [{ type: 'GrantMoved', data: { grantId: item.id } }],
        });
        ended += 1;
      } catch (error) {
        // Somebody is working on it right now; the next run looks again.
        if (!(error instanceof Problem && error.kind === 'stale')) throw error;
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return ended;
};
