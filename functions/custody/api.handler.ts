import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { jobStore } from '../jobs/job-store.ts';
import { agreementRoutes } from './agreements.ts';
import { custodyStores } from './deps.ts';
import { holdingImportRoutes } from './holding-importing.ts';
import { holdingListRoutes } from './holding-lists.ts';
import { holdingRemovalRoutes } from './holding-removals.ts';
import { inspectionRoutes } from './inspections.ts';
import { custodyOverviewRoutes } from './overview.ts';
import { rectificationRoutes } from './rectifications.ts';
import { syncRoutes } from './syncing.ts';

export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return {
      ...{ clock, table, settings: functionSettings(env) },
      ...custodyStores(table, clock),
      jobs: jobStore(table, clock),
      bucket: openBucket(
        needed(env, 'BUCKET_NAME'),
        lazy(() => s3Client(env)),
      ),
    };
  },
  implementations: [
    ...agreementRoutes,
    ...holdingListRoutes,
    ...holdingImportRoutes,
    ...holdingRemovalRoutes,
    ...inspectionRoutes,
    ...syncRoutes,
    ...rectificationRoutes,
    ...custodyOverviewRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
