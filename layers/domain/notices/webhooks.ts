import { lifecycle } from '../lifecycle.ts';
import type { Bilingual } from '../text.ts';
import { type NoticeKind, noticeKinds, noticeRule } from './rules.ts';

/** Whether an organisation's own system is called. It is switched off by its administrators, or by us when nobody answers for long. */
export const webhookLifecycle = lifecycle({
  name: 'webhook',
  initial: 'off',
  states: { off: { zh: '已停用', en: 'Off' }, on: { zh: '已启用', en: 'On' } },
  moves: {
    'switch-on': {
      from: ['off'],
      to: 'on',
      by: ['SUBMITTER_ADMIN'],
      event: 'WebhookChanged',
      label: { zh: '启用推送', en: 'Switch on' },
    },
    'switch-off': {
      from: ['on'],
      to: 'off',
      by: ['SUBMITTER_ADMIN'],
      event: 'WebhookChanged',
      label: { zh: '停用推送', en: 'Switch off' },
    },
    stop: {
      from: ['on'],
      to: 'off',
      by: ['SYSTEM'],
      event: 'WebhookChanged',
      label: { zh: '因连续失败停用', en: 'Stop after failures' },
    },
  },
});

/** How long a receiver may take: to be reached, and for the whole of its answer. It should note the message and answer, not work on it. */
export const webhookPatience = { connectMs: 5_000, totalMs: 10_000, answerBytes: 16 * 1024 } as const;

/**
 * Seconds between a try that failed and the next, as the Standard Webhooks convention advises: soon for a hiccup, then slower, so that a
 * receiver that is down over a night still gets everything.
 */
const retrySeconds = [5, 30, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600] as const;
/** Tries of one message: some 18 hours from the first to the last. */
export const mostTries = retrySeconds.length + 1;

/** Seconds to wait after so many failed tries; none when it is given up. */
export const retryAfter = (tries: number): number | undefined => retrySeconds[tries - 1];

/** Messages given up one after the other before the webhook is switched off: nobody has answered for most of a day. */
export const mostGivenUp = 5;

/** How long the secret before still signs too, after a new one was made: time to put the new one in place. */
export const secretOverlapHours = 24;

/** The log shows so many of the newest. */
export const shownDeliveries = 50;

/** Why a try failed, beside the status that the receiver answered with. */
export const webhookReasons = {
  'address-not-allowed': {
    zh: '地址指向不允许访问的网络（内网、本机等）。',
    en: 'The address leads into a network that is not allowed: private, this machine, and the like.',
  },
  'name-not-found': { zh: '域名无法解析。', en: 'The name is not known.' },
  'no-connection': { zh: '无法连接。', en: 'No connection was made.' },
  certificate: { zh: '证书无效或不受信任。', en: 'The certificate is not valid or not trusted.' },
  'timed-out': { zh: '在 10 秒内没有应答。', en: 'There was no answer within 10 seconds.' },
  'broken-off': { zh: '连接中断。', en: 'The connection broke off.' },
  redirect: {
    zh: '应答要求跳转，系统不跟随跳转。',
    en: 'It answered with a redirect, which is not followed.',
  },
  status: { zh: '应答状态不是 2xx。', en: 'It answered with a status other than 2xx.' },
  'switched-off': { zh: '推送已停用。', en: 'The webhook was switched off.' },
  'no-longer': {
    zh: '设置或委托已变更，不再推送。',
    en: 'Settings or a mandate have changed: it is not sent any more.',
  },
} as const satisfies Record<string, Bilingual>;
export type WebhookReason = keyof typeof webhookReasons;
const isReason = (name: string): name is WebhookReason => Object.hasOwn(webhookReasons, name);
export const webhookReasonCodes: readonly WebhookReason[] = Object.keys(webhookReasons).filter(isReason);

/** What can go to an organisation's system: all that its inbox can hold. */
export const webhookKinds: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => noticeRule(kind).plane === 'intake',
);

/** How an answer counts: any 2xx has taken the message. A redirect could lead anywhere, so it is not followed. */
export const reasonOfStatus = (status: number): WebhookReason | undefined => {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
};
