import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { ownCaseStores } from './own-deps.ts';
import { sourceLimit } from './source-limit.ts';
import { visitorCodes } from './visitor-store.ts';
import { visitorRoutes } from './visitors.ts';

// Idempotency-Keys are not taken: the table would keep the reply, and with it the code, for a day.
export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return {
      table,
      clock,
      settings: functionSettings(env),
      ...ownCaseStores(table, clock),
      codes: visitorCodes(table),
      limit: sourceLimit(table, clock),
      bucket: openBucket(
        needed(env, 'BUCKET_NAME'),
        lazy(() => s3Client(env)),
      ),
    };
  },
  implementations: visitorRoutes,
});
