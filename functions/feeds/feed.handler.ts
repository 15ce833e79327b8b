import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment, functionSettings } from '@geoarchive/platform/environment.ts';
import { identityDeps } from '../identity/deps.ts';
import { feedRoutes } from './feed.ts';
import { subscriptionStore } from './subscription-store.ts';

export const handler = apiHandler({
  deps: () => {
    const { table, clock, tasks, directory } = identityDeps();
    const subscriptions = subscriptionStore(table, clock);
    return { subscriptions, tasks, directory, clock, settings: functionSettings(environment()) };
  },
  implementations: feedRoutes,
});
