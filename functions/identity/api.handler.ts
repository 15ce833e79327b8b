import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { identityDeps } from './deps.ts';
import { mandateRoutes } from './mandates.ts';
import { meRoutes } from './me.ts';
import { peopleRoutes } from './people.ts';

export const handler = apiHandler({
  deps: identityDeps,
  implementations: [...meRoutes, ...peopleRoutes, ...mandateRoutes],
  tableName: () => environment().TABLE_NAME,
});
