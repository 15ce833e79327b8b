import { addDays, type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { deliveryPrefix, type HeldGrant, type HeldGrants } from './grant-store.ts';

type Deps = { clock: Clock; held: Pick<HeldGrants, 'get'>; delivery: Pick<Bucket, 'list' | 'removeAll'> };

/** Days after its last one in which a grant that was never told to have ended could still be extended. */
const graceDays = 7;

const isOver = ({ grant: { state, until } }: HeldGrant, today: string): boolean =>
  state === 'expired' || state === 'withdrawn' || addDays(until, graceDays) < today;

/**
 * Deletes what still lies in the delivery bucket of grants that have ended: news of an end that got lost, or a delivery that came after
 * it. What nothing is known of stays: its grant may be on its way. Gives how many grants it cleared away.
 */
export const sweepDelivery = async ({ clock, held, delivery }: Deps): Promise<number> => {
  const today = dayOf(clock());
  const looked = new Set<string>();
  const over: string[] = [];
  for await (const { key } of delivery.list('delivery/')) {
    const [, id] = key.split('/');
    if (id === undefined || looked.has(id)) continue;
    looked.add(id);
    const found = await held.get(id);
    if (found !== undefined && isOver(found, today)) over.push(id);
  }
  for (const id of over) await delivery.removeAll(deliveryPrefix(id));
  return over.length;
};
