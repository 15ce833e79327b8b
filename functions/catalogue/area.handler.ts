import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { areaRoutes } from './area-report.ts';
import { publicHoleStore } from './hole-store.ts';
import { recordStore } from './record-store.ts';
import { searchEngine } from './search.ts';

export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return {
      clock,
      settings: functionSettings(env),
      records: recordStore(table, clock),
      holes: publicHoleStore(table, clock),
      engine: searchEngine(
        env,
        lazy(() => s3Client(env)),
      ),
      files: openBucket(
        needed(env, 'BUCKET_NAME'),
        lazy(() => s3Client(env)),
      ),
      fonts: async () =>
        (await import('@geoarchive/documents/fonts.ts')).openFonts(`${needed(env, 'ASSETS_DIR')}/fonts`),
    };
  },
  implementations: areaRoutes,
});
