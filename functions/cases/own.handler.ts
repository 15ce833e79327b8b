import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { intakeDeps } from '../intake/deps.ts';
import { ownCaseRoutes } from './own.ts';
import { ownCaseStores } from './own-deps.ts';

export const handler = apiHandler({
  deps: () => {
    const deps = intakeDeps();
    return { ...deps, ...ownCaseStores(deps.table, deps.clock) };
  },
  implementations: ownCaseRoutes,
  tableName: () => environment().TABLE_NAME,
});
