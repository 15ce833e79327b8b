import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { identityStoresOf } from '../identity/deps.ts';
import { publicInbox, publicNoticeRoutes } from './public.ts';

export const handler = apiHandler({
  deps: () => publicInbox(identityStoresOf()),
  implementations: publicNoticeRoutes,
  tableName: () => environment().TABLE_NAME,
});
