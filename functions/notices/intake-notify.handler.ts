import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { intakeStores } from '../intake/deps.ts';
import { intakeNotices } from './intake-notify.ts';
import { noticeStore } from './notice-store.ts';
import { webhookStore } from './webhook-store.ts';
import { webhookCaller } from './webhook-wiring.ts';
import { sender } from './wiring.ts';

export const handler = eventWorker({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const stores = intakeStores(
      openTable(
        env.TABLE_NAME,
        lazy(() => documentClient(env)),
      ),
      clock,
    );
    const webhooks = webhookStore(stores.table, clock);
    return {
      ...stores,
      settings: functionSettings(env),
      notices: noticeStore(stores.table, clock),
      webhooks,
      send: sender(env),
      call: webhookCaller(env, webhooks),
      by: 'intake-notify',
    };
  },
  on: intakeNotices,
});
