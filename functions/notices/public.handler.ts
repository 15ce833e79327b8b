import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { identityStoresOf } from '../identity/deps.ts';
import { publicInbox, publicNoticeRoutes } from './public.ts';
import { webhookRoutes } from './webhook-settings.ts';
import { webhookSettingsDeps } from './webhook-wiring.ts';

export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const stores = identityStoresOf(env);
    return { ...publicInbox(stores), ...webhookSettingsDeps(env, stores) };
  },
  implementations: [...publicNoticeRoutes, ...webhookRoutes],
  tableName: () => environment().TABLE_NAME,
});
