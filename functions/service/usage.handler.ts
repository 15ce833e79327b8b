import { documentClient } from '@geoarchive/platform/clients.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { countGrantUse, countOpening } from './count.ts';
import { usageStore } from './usage-store.ts';

export const handler = eventWorker({
  deps: () => {
    const env = environment();
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return { usage: usageStore(table) };
  },
  on: { GrantUsed: countGrantUse, RecordOpened: countOpening },
});
