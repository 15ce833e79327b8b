import { environment } from '@geoarchive/platform/environment.ts';
import { messageWorker } from '@geoarchive/platform/worker-handler.ts';
import { identityStoresOf } from '../identity/deps.ts';
import { callWebhook } from './webhook.ts';
import { webhookDeps } from './webhook-wiring.ts';

export const handler = messageWorker({
  deps: () => {
    const env = environment();
    return webhookDeps(env, identityStoresOf(env));
  },
  work: (deps, { body }) => callWebhook(deps, body),
});
