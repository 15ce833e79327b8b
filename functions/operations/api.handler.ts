import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { auditRoutes } from './audit.ts';
import { operationsDeps } from './deps.ts';
import { lookRoutes } from './look.ts';
import { treatRoutes } from './treat.ts';

/** One bundle for the operations function of every plane; its environment and its role say which plane it is. */
export const handler = apiHandler({
  deps: operationsDeps,
  implementations: [...lookRoutes, ...treatRoutes, ...auditRoutes],
});
