import * as calendar from '@geoarchive/contract/calendar.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { organisationOf } from '../intake/access.ts';
import type { Subscription, SubscriptionStore } from './subscription-store.ts';

export type SubscriptionDeps = { subscriptions: SubscriptionStore; clock: Clock };

/** The caller's subscription; one made for an organisation that they left counts no more and is taken away. */
const current = async (
  { subscriptions, clock }: SubscriptionDeps,
  caller: Caller,
): Promise<Subscription | undefined> => {
  const organisation = organisationOf(caller);
  const found = await subscriptions.of(caller.sub);
  if (found === undefined) return undefined;
  if (found.organisation !== organisation) {
    await subscriptions.revoke(found, caller, calendar.revokeSubscription.audit);
    return undefined;
  }
  if (dayOf(new Date(found.seen)) !== dayOf(clock())) await subscriptions.seen(found);
  return found;
};

export const subscriptionRoutes = [
  implement(calendar.getSubscription, async (deps: SubscriptionDeps, { caller }) => {
    const found = await current(deps, caller);
    return found === undefined ? {} : { subscription: { language: found.language, since: found.since } };
  }),
  implement(
    calendar.makeSubscription,
    ({ subscriptions }: SubscriptionDeps, { caller, body }: Call<typeof calendar.makeSubscription>) =>
      subscriptions.make(
        caller,
        { organisation: organisationOf(caller), language: body.language },
        calendar.makeSubscription.audit,
      ),
  ),
  implement(calendar.revokeSubscription, async ({ subscriptions }: SubscriptionDeps, { caller }) => {
    const found = await subscriptions.of(caller.sub);
    if (found !== undefined) await subscriptions.revoke(found, caller, calendar.revokeSubscription.audit);
    return {};
  }),
];
