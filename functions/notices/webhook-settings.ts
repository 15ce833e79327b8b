import { randomBytes } from 'node:crypto';
import type { Webhook } from '@geoarchive/contract/webhooks.ts';
import * as contract from '@geoarchive/contract/webhooks.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import {
  type AddressFault,
  type OutsideRules,
  outsideAddress,
} from '@geoarchive/platform/outside/addresses.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SealingKey } from '@geoarchive/platform/sealing.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ulid } from 'ulid';
import { organisationOf } from '../intake/access.ts';
import { secretOf } from './sign.ts';
import type { WebhookMessage } from './webhook.ts';
import type { WebhookLog } from './webhook-log.ts';
import type { WebhookItem, WebhookStore } from './webhook-store.ts';

export type WebhookSettingsDeps = {
  clock: Clock;
  webhooks: Pick<WebhookStore, 'get' | 'save' | 'addSecret'>;
  log: Pick<WebhookLog, 'newest' | 'again' | 'announce'>;
  secrets: Pick<SealingKey, 'seal'>;
  rules: OutsideRules;
  send: (message: WebhookMessage) => Promise<void>;
};

const view = ({ state, version, body }: WebhookItem): Webhook => ({
  url: body.url,
  on: state === 'on',
  without: body.without,
  secrets: body.secrets.map(({ since, until }) => ({ since, ...(until === undefined ? {} : { until }) })),
  ...(body.stopped === undefined ? {} : { stopped: body.stopped }),
  version,
});

const faults: Record<AddressFault, Bilingual> = {
  'not-an-address': { zh: '不是完整的网址。', en: 'This is not a complete address.' },
  'not-https': { zh: '地址必须以 https:// 开头。', en: 'The address must begin with https://.' },
  'with-password': {
    zh: '地址中不能有用户名和密码，请用签名验证来源。',
    en: 'The address must hold no user name or password: the signature proves who sends.',
  },
  port: { zh: '不允许使用这个端口。', en: 'This port is not allowed.' },
  'not-public': { zh: '地址必须在公共互联网上。', en: 'The address must be on the public internet.' },
};

const load = async ({ webhooks }: WebhookSettingsDeps, caller: Caller): Promise<WebhookItem> => {
  const found = await webhooks.get(organisationOf(caller));
  if (found !== undefined) return found;
  throw new Problem('wrong-state', {
    zh: '请先保存接收地址。',
    en: 'Save the address of your system first.',
  });
};
const withSecret = (of: WebhookItem): WebhookItem => {
  if (of.body.secrets.length > 0) return of;
  throw new Problem('wrong-state', {
    zh: '请先生成签名密钥。',
    en: 'Make a signing secret first.',
  });
};

const get = async (deps: WebhookSettingsDeps, { caller }: Call<typeof contract.getWebhook>) => {
  const found = await deps.webhooks.get(organisationOf(caller));
  return found === undefined ? {} : { webhook: view(found) };
};

const save = async (
  deps: WebhookSettingsDeps,
  { caller, body, language, ifMatch }: Call<typeof contract.saveWebhook>,
) => {
  const url = outsideAddress(body.url, deps.rules);
  if (typeof url === 'string')
    throw new Problem('rule-broken', faults[url], [{ field: 'body.url', message: faults[url][language] }]);
  const organisation = organisationOf(caller);
  const before = await deps.webhooks.get(organisation);
  if (before !== undefined) expectVersion(before, ifMatch);
  if (body.on) withSecret(before ?? (await load(deps, caller)));
  const to = { url: url.href, on: body.on, without: [...new Set(body.without)] };
  return {
    webhook: view(await deps.webhooks.save(organisation, before, to, caller, contract.saveWebhook.audit)),
  };
};

const renew = async (deps: WebhookSettingsDeps, { caller }: Call<typeof contract.renewWebhookSecret>) => {
  const before = await load(deps, caller);
  const secret = secretOf(randomBytes(32));
  const sealed = await deps.secrets.seal(secret, before.id);
  return {
    secret,
    webhook: view(await deps.webhooks.addSecret(before, sealed, caller, contract.renewWebhookSecret.audit)),
  };
};

/** Also while switched off: one tests before one switches on. */
const test = async (deps: WebhookSettingsDeps, { caller }: Call<typeof contract.testWebhook>) => {
  const { id: organisation } = withSecret(await load(deps, caller));
  const id = `${ulid(deps.clock().getTime())}.test`;
  await deps.log.announce(organisation, id, caller, contract.testWebhook.audit);
  await deps.send({ organisation, id, attempt: 1 });
  return { id };
};

const deliveries = async (
  deps: WebhookSettingsDeps,
  { caller }: Call<typeof contract.listWebhookDeliveries>,
) => ({ items: await deps.log.newest(organisationOf(caller)) });

const resend = async (
  deps: WebhookSettingsDeps,
  { caller, params }: Call<typeof contract.resendWebhookDelivery>,
) => {
  const { id: organisation } = withSecret(await load(deps, caller));
  if (!(await deps.log.again(organisation, params.id, caller, contract.resendWebhookDelivery.audit)))
    throw new Problem('wrong-state', {
      zh: '没有这条记录，或它还在推送中。',
      en: 'There is no such message, or it is still being sent.',
    });
  await deps.send({ organisation, id: params.id, attempt: 1 });
  return params;
};

export const webhookRoutes = [
  implement(contract.getWebhook, get),
  implement(contract.saveWebhook, save),
  implement(contract.renewWebhookSecret, renew),
  implement(contract.testWebhook, test),
  implement(contract.listWebhookDeliveries, deliveries),
  implement(contract.resendWebhookDelivery, resend),
];
