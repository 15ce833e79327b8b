import { webhookPatience } from '@geoarchive/domain/notices/webhooks.ts';
import { kmsClient, sqsClient } from '@geoarchive/platform/clients.ts';
import { type Environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import type { OutsideRules } from '@geoarchive/platform/outside/addresses.ts';
import { type Post, postOutside } from '@geoarchive/platform/outside/post.ts';
import { openQueue } from '@geoarchive/platform/queue.ts';
import { sealingKey } from '@geoarchive/platform/sealing.ts';
import type { identityStoresOf } from '../identity/deps.ts';
import { noticeStore } from './notice-store.ts';
import { allowedBy } from './public.ts';
import type { TellDeps } from './teller.ts';
import type { WebhookDeps, WebhookMessage } from './webhook.ts';
import { webhookLog } from './webhook-log.ts';
import type { WebhookSettingsDeps } from './webhook-settings.ts';
import { type WebhookStore, webhookStore } from './webhook-store.ts';

type Stores = ReturnType<typeof identityStoresOf>;

const queueOf = (env: Environment) => {
  const queue = openQueue(
    needed(env, 'WEBHOOK_QUEUE_URL'),
    lazy(() => sqsClient(env)),
  );
  // One organisation's slow receiver does not starve the others.
  return (body: WebhookMessage, delaySeconds?: number) =>
    queue.send([
      {
        body,
        group: body.organisation.replaceAll(/[^\w-]/g, '-').slice(0, 128),
        ...(delaySeconds === undefined ? {} : { delaySeconds }),
      },
    ]);
};
const rulesOf = (env: Environment): OutsideRules =>
  functionSettings(env).webhooks ?? { ports: [443], loopback: false };
const secretsOf = (env: Environment) =>
  sealingKey(
    needed(env, 'SECRET_KEY_ID'),
    lazy(() => kmsClient(env)),
  );

/** What the pages of the webhook work with. */
export const webhookSettingsDeps = (env: Environment, { table, clock }: Stores): WebhookSettingsDeps => ({
  clock,
  webhooks: webhookStore(table, clock),
  log: webhookLog(table, clock),
  secrets: secretsOf(env),
  rules: rulesOf(env),
  send: queueOf(env),
});

/** What the worker that calls works with. */
export const webhookDeps = (env: Environment, { table, clock, mandates }: Stores): WebhookDeps => {
  const rules = rulesOf(env);
  return {
    clock,
    notices: noticeStore(table, clock),
    webhooks: webhookStore(table, clock),
    log: webhookLog(table, clock),
    secrets: secretsOf(env),
    post: (message: Post) => postOutside({ rules, patience: webhookPatience }, message),
    later: queueOf(env),
    still: async (mailbox, notice) =>
      'organisation' in mailbox && (await allowedBy(mandates, mailbox.organisation))(notice),
    site: env.SITE_URL,
  };
};

/** Hands a notice on, where the organisation wishes it. */
export const webhookCaller = (
  env: Environment,
  webhooks: Pick<WebhookStore, 'get'>,
): NonNullable<TellDeps['call']> => {
  const send = queueOf(env);
  return async (organisation, id, kind) => {
    const hook = await webhooks.get(organisation);
    if (hook?.state === 'on' && !hook.body.without.includes(kind))
      await send({ organisation, id, attempt: 1 });
  };
};
