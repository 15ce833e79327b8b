import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { dossierStore } from '../archive/dossier-store.ts';
import { snapshotEngine } from '../catalogue/search.ts';
import { jobStore } from '../jobs/job-store.ts';
import { holeStores, type LookingDeps } from './deps.ts';
import { holeExportRoutes } from './exports.ts';
import { holeRoutes } from './holes.ts';
import { holeImportRoutes } from './imports.ts';
import { holeReleaseRoutes } from './releasing.ts';

export const handler = apiHandler({
  deps: (): LookingDeps => {
    const env = environment();
    const clock = clockOf(env);
    const s3 = lazy(() => s3Client(env));
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return {
      ...{ clock, table, settings: functionSettings(env) },
      jobs: jobStore(table, clock),
      dossiers: dossierStore(table, clock),
      ...holeStores(table, clock, openBucket(needed(env, 'BUCKET_NAME'), s3)),
      engine: snapshotEngine(env, s3),
    };
  },
  implementations: [...holeRoutes, ...holeImportRoutes, ...holeExportRoutes, ...holeReleaseRoutes],
  tableName: () => environment().TABLE_NAME,
});
