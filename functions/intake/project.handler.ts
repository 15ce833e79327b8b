import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { projector } from './projector.ts';

export const handler = projector(() => {
  const env = environment();
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  return { table, clock: clockOf(env) };
});
