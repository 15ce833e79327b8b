import { tmpdir } from 'node:os';
import { aboutRoutes } from '@geoarchive/platform/about.ts';
import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient, s3Client } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { createSnapshotEngine } from '@geoarchive/search/snapshot/reader.ts';
import { indexStore } from './index-store.ts';
import { portalRoutes } from './portal.ts';
import { recordStore } from './record-store.ts';

export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const s3 = lazy(() => s3Client(env));
    return {
      clock,
      settings: functionSettings(env),
      records: recordStore(
        openTable(
          env.TABLE_NAME,
          lazy(() => documentClient(env)),
        ),
        clock,
      ),
      files: openBucket(needed(env, 'BUCKET_NAME'), s3),
      engine: createSnapshotEngine({
        store: indexStore(needed(env, 'INDEX_BUCKET_NAME'), s3),
        folder: tmpdir(),
        // The index's freshness follows real time, not the clock that the local run can move.
        now: () => Date.now(),
        refreshSeconds: 2,
      }),
    };
  },
  implementations: [...portalRoutes, ...aboutRoutes.public],
});
