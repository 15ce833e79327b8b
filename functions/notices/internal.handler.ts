import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { internalInbox, internalNoticeRoutes } from './internal.ts';

export const handler = apiHandler({
  deps: () => internalInbox(archiveDeps()),
  implementations: internalNoticeRoutes,
  tableName: () => environment().TABLE_NAME,
});
