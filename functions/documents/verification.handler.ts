import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { documentStore } from './document-store.ts';
import { verificationRoutes } from './verification.ts';

export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const client = lazy(() => documentClient(env));
    return { documents: documentStore(openTable(env.TABLE_NAME, client), clockOf(env)) };
  },
  implementations: verificationRoutes,
});
