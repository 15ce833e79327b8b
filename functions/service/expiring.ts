import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { defaultGrant } from '@geoarchive/domain/service/codes.ts';
import { isExpiring } from '@geoarchive/domain/service/grant.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { ServiceDeps } from './deps.ts';
import type { GrantItem } from './grant-store.ts';
import { movedAndTold, tellsPerson } from './telling.ts';

type Deps = Pick<ServiceDeps, 'grants' | 'clock' | 'settings'>;
const by = { worker: 'clocks' };

/** Ends what is over, reminds of what ends soon; says whether the grant was ended. */
const look = async (
  { grants }: Deps,
  item: GrantItem,
  today: string,
  remindDays: number,
): Promise<boolean> => {
  const { until } = item.body;
  if (until < today) {
    await grants.move(item, 'expire', item.body, {
      ...{ action: 'service.expire', by, detail: { until }, events: movedAndTold(item, 'expired') },
    });
    return true;
  }
  if (isExpiring({ ...item.body, state: item.state }, today, remindDays))
    await grants.change(
      item,
      { ...item.body, remindedOf: until },
      { action: 'service.remind', by, detail: { until }, events: [tellsPerson(item, 'expiring')] },
    );
  return false;
};

/**
 * Ends every grant whose last day is over, however long ago (the portal refuses them from that day on by itself), and reminds the person
 * of each that ends soon, once; gives how many ended.
 */
export const expireGrants = async (deps: Deps): Promise<number> => {
  const today = dayOf(deps.clock());
  const remindDays = deps.settings.use?.remindDays ?? defaultGrant.remindDays;
  let ended = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.grants.list('gsi3', 'grants-until', { limit: 100, cursor });
    for (const item of page.items) {
      // In the order of their last day: from here on nothing is near.
      if (item.body.until > addDays(today, remindDays)) return ended;
      try {
        if (await look(deps, item, today, remindDays)) ended += 1;
      } catch (error) {
        // Somebody is working on it right now; the next run looks again.
        if (!(error instanceof Problem && error.kind === 'stale')) throw error;
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return ended;
};
