import type { GrantFacts } from '@geoarchive/contract/service-parts.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { deliveryPrefix, type HeldGrants } from './grant-store.ts';

type Deps = { held: HeldGrants; delivery: Pick<Bucket, 'removeAll'> };

/**
 * Takes in what door 3 tells of a grant. What has ended is refused first and then its files go; gone through again whenever it is told,
 * so that a crash in between leaves nothing.
 */
export const ingestGrant = async (deps: Deps, grant: GrantFacts): Promise<void> => {
  await deps.held.put(grant);
  const now = (await deps.held.get(grant.id))?.grant.state ?? grant.state;
  if (now === 'expired' || now === 'withdrawn') await deps.delivery.removeAll(deliveryPrefix(grant.id));
};
