import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { ownCaseStores } from '../cases/own-deps.ts';
import { intakeDeps } from '../intake/deps.ts';
import { consentRoutes } from './consents.ts';
import { ownUseRoutes } from './own.ts';
import { ownConsents } from './own-consents.ts';

export const handler = apiHandler({
  deps: () => {
    const deps = intakeDeps();
    return {
      ...deps,
      ...ownCaseStores(deps.table, deps.clock),
      consents: ownConsents(deps.table, deps.clock),
    };
  },
  implementations: [...ownUseRoutes, ...consentRoutes],
  tableName: () => environment().TABLE_NAME,
});
