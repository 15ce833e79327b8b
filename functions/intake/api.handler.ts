import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { ownNoticeRoutes } from '../disclosure/own-notices.ts';
import { subscriptionRoutes } from '../feeds/subscriptions.ts';
import { depositRoutes } from './deposits.ts';
import { intakeDeps } from './deps.ts';
import { groupRoutes } from './group.ts';
import { reportRoutes } from './reports.ts';
import { uploadRoutes } from './uploads.ts';

export const handler = apiHandler({
  deps: intakeDeps,
  implementations: [
    ...depositRoutes,
    ...uploadRoutes,
    ...reportRoutes,
    ...groupRoutes,
    ...subscriptionRoutes,
    ...ownNoticeRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
