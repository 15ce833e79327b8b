import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { deliveryRoutes } from './deliver.ts';
import { heldGrants } from './grant-store.ts';

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
      table,
      held: heldGrants(table, clock),
      delivery: openBucket(
        needed(env, 'DELIVERY_BUCKET_NAME'),
        lazy(() => s3Client(env)),
      ),
    };
  },
  implementations: deliveryRoutes,
  tableName: () => environment().TABLE_NAME,
});
