import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { kmsClient } from '@geoarchive/platform/clients.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { signingKey } from '@geoarchive/platform/signing.ts';
import { calendarRoutes } from '../calendar/calendar.ts';
import { jobRoutes } from '../jobs/api.ts';
import { transferListRoutes } from '../transfers/lists.ts';
import { transferRoutes } from '../transfers/transfers.ts';
import { certificateRoutes } from './certify.ts';
import { archiveDeps } from './deps.ts';
import { dossierRoutes } from './dossiers.ts';
import { overviewRoutes } from './overview.ts';
import { reviewRoutes } from './reviews.ts';
import { taskRoutes } from './tasks.ts';

export const handler = apiHandler({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return {
      ...deps,
      archive: openBucket(needed(env, 'BUCKET_NAME')),
      certificateKey: signingKey(
        needed(env, 'CERTIFICATE_KEY_ID'),
        lazy(() => kmsClient(env)),
      ),
    };
  },
  implementations: [
    ...reviewRoutes,
    ...certificateRoutes,
    ...dossierRoutes,
    ...taskRoutes,
    ...transferRoutes,
    ...transferListRoutes,
    ...jobRoutes,
    ...overviewRoutes,
    ...calendarRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
