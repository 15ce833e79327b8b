import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { caseStores } from './deps.ts';
import { internalCaseRoutes } from './internal.ts';

export const handler = apiHandler({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return {
      ...deps,
      ...caseStores(deps.table, deps.clock),
      bucket: openBucket(needed(env, 'BUCKET_NAME')),
      outside: openBucket(needed(env, 'INTAKE_BUCKET_NAME')),
    };
  },
  implementations: internalCaseRoutes,
  tableName: () => environment().TABLE_NAME,
});
