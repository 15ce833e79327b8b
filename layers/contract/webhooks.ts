import { noticeKinds } from '@geoarchive/domain/notices/rules.ts';
import { webhookKinds, webhookReasonCodes } from '@geoarchive/domain/notices/webhooks.ts';
import * as z from 'zod';
import { noticeId } from './notices.ts';
import { route } from './route.ts';
import { instant } from './shared.ts';

const base = {
  api: 'public',
  module: 'notices',
  allow: ['SUBMITTER_ADMIN'],
  scope: 'organisation',
} as const;
/** A test message is of no kind of notice: its id ends in `.test`. */
const one = z.object({ id: noticeId });

const webhook = z.object({
  url: z.string(),
  on: z.boolean(),
  /** Kinds that are not sent; what is new goes out. */
  without: z.array(z.enum(noticeKinds)),
  /** Since when the secrets are valid, newest first, and until when the one before still signs. Their texts are shown once. */
  secrets: z.array(z.object({ since: instant, until: instant.optional() })),
  /** When and why the system switched it off. */
  stopped: z.object({ at: instant, reason: z.enum(webhookReasonCodes) }).optional(),
  version: z.number().int(),
});
export type Webhook = z.infer<typeof webhook>;

const delivery = z.object({
  id: noticeId,
  kind: z.string(),
  /** When something last happened. */
  at: instant,
  state: z.enum(['waiting', 'sending', 'delivered', 'failed']),
  tries: z.number().int(),
  /** What the receiver answered with, the last time that it did. */
  status: z.number().int().optional(),
  reason: z.enum(webhookReasonCodes).optional(),
  nextAt: instant.optional(),
});
export type WebhookDelivery = z.infer<typeof delivery>;

export const getWebhook = route({
  ...base,
  method: 'GET',
  path: '/notices/webhook',
  audit: 'webhook.read',
  summary: { zh: '本单位的消息推送设置', en: 'Where the notices of the organisation are sent' },
  reply: z.object({ webhook: webhook.optional() }),
});
export const saveWebhook = route({
  ...base,
  method: 'PUT',
  path: '/notices/webhook',
  audit: 'webhook.save',
  summary: { zh: '设置消息推送', en: 'Set address and kinds, switch on or off' },
  body: z.object({
    url: z.string().trim().min(1).max(500),
    on: z.boolean(),
    without: z.array(z.enum(webhookKinds)).max(webhookKinds.length).default([]),
  }),
  reply: z.object({ webhook }),
});
export const renewWebhookSecret = route({
  ...base,
  method: 'POST',
  path: '/notices/webhook/secret',
  audit: 'webhook.renew-secret',
  summary: {
    zh: '生成签名密钥（只显示一次）',
    en: 'Make a signing secret, shown this once; the one before stays valid for a day',
  },
  status: 201,
  secret: true,
  reply: z.object({ secret: z.string(), webhook }),
});
export const testWebhook = route({
  ...base,
  method: 'POST',
  path: '/notices/webhook/test',
  audit: 'webhook.test',
  summary: { zh: '发送测试消息', en: 'Send a test message; the log shows the answer' },
  status: 202,
  reply: one,
});
export const listWebhookDeliveries = route({
  ...base,
  method: 'GET',
  path: '/notices/webhook/deliveries',
  audit: 'webhook.deliveries',
  summary: { zh: '推送记录', en: 'What was sent lately, and what became of it' },
  reply: z.object({ items: z.array(delivery) }),
});
export const resendWebhookDelivery = route({
  ...base,
  method: 'POST',
  path: '/notices/webhook/deliveries/{id}/resend',
  audit: 'webhook.resend',
  summary: { zh: '重新推送', en: 'Send a message again, under the same id' },
  params: one,
  status: 202,
  reply: one,
});
