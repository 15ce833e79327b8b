import { noticeId, type StoredNotice } from '@geoarchive/contract/notices.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { noticeRule } from '@geoarchive/domain/notices/rules.ts';
import {
  mostTries,
  reasonOfStatus,
  retryAfter,
  type WebhookReason,
} from '@geoarchive/domain/notices/webhooks.ts';
import { OutsideError, type Post } from '@geoarchive/platform/outside/post.ts';
import type { SealingKey } from '@geoarchive/platform/sealing.ts';
import * as z from 'zod';
import type { Mailbox, NoticeStore } from './notice-store.ts';
import { signedHeaders } from './sign.ts';
import type { WebhookLog } from './webhook-log.ts';
import type { WebhookItem, WebhookStore } from './webhook-store.ts';

/** What is to be sent, the number of the try, and the moment before which it is not made. */
export const webhookMessage = z.object({
  organisation: z.string().min(1),
  id: noticeId,
  attempt: z.number().int().min(1).max(mostTries),
  notBefore: z.iso.datetime().optional(),
});
export type WebhookMessage = z.infer<typeof webhookMessage>;

export type WebhookDeps = {
  clock: Clock;
  notices: Pick<NoticeStore, 'get'>;
  webhooks: Pick<WebhookStore, 'get' | 'valid' | 'answered' | 'gaveUp'>;
  log: Pick<WebhookLog, 'claim' | 'record'>;
  secrets: Pick<SealingKey, 'open'>;
  post: (message: Post) => Promise<number>;
  /** Sends a message to this worker again, after so many seconds. */
  later: (message: WebhookMessage, seconds: number) => Promise<void>;
  /** Whether the organisation may still see the notice: a mandate may have ended since. */
  still: (mailbox: Mailbox, notice: StoredNotice) => Promise<boolean>;
  site: string | undefined;
};

/** The queue keeps a message back for a quarter of an hour at most; what waits longer passes through several times. */
const longestDelay = 900;

const isTest = (id: string): boolean => id.endsWith('.test');

/** The whole address where the deployment has one of its own; a path of the site otherwise. */
const linkTo = ({ site }: WebhookDeps, path: string): string => `${site ?? ''}${path}`;

/** What a receiver gets: the words of the inbox, the way into the site, and of a bar what the feed says, no more. Nothing when it may not be seen any more. */
const contentOf = async (deps: WebhookDeps, { organisation, id }: WebhookMessage, hook: WebhookItem) => {
  if (isTest(id)) {
    const title = { zh: '测试消息', en: 'Test message' };
    const text = { zh: '推送设置有效。', en: 'The webhook works.' };
    return {
      id,
      kind: 'test',
      at: deps.clock().toISOString(),
      legal: false,
      title,
      text,
      link: linkTo(deps, '/organisation'),
    };
  }
  const mailbox = { organisation };
  const notice = await deps.notices.get(mailbox, id);
  if (notice === undefined) throw new Error(`Notice ${id} is not in its mailbox`);
  if (hook.body.without.includes(notice.kind) || !(await deps.still(mailbox, notice))) return undefined;
  const { kind, at, title, text, link, data } = notice;
  const legal = noticeRule(kind).legal;
  return { id, kind, at, legal, title, text, link: linkTo(deps, link), ...(data && { data }) };
};

type Answer = { status: number } | { reason: WebhookReason };
const send = async (
  deps: WebhookDeps,
  { organisation, id }: WebhookMessage,
  hook: WebhookItem,
  content: object,
): Promise<Answer> => {
  const secrets = await Promise.all(
    deps.webhooks.valid(hook).map(({ sealed }) => deps.secrets.open(sealed, organisation)),
  );
  const body = JSON.stringify(content);
  // The convention takes an old timestamp for a message played again: it is the time of this try.
  const at = Math.floor(deps.clock().getTime() / 1000);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'GeoArchive-Webhook/1' };
  try {
    return {
      status: await deps.post({
        url: hook.body.url,
        headers: { ...headers, ...signedHeaders(secrets, { id, at, body }) },
        body,
      }),
    };
  } catch (error) {
    if (error instanceof OutsideError) return { reason: error.fault };
    throw error;
  }
};

/** Reasons that say nothing of the receiver. */
const ours: ReadonlySet<WebhookReason> = new Set(['switched-off', 'no-longer']);

const giveUp = async (
  deps: WebhookDeps,
  { organisation, id }: WebhookMessage,
  of: { reason: WebhookReason; status?: number },
) => {
  await deps.log.record(organisation, id, { state: 'failed', ...of });
  if (!isTest(id) && !ours.has(of.reason)) await deps.webhooks.gaveUp(organisation, of.reason);
};

const settle = async (deps: WebhookDeps, message: WebhookMessage, answer: Answer): Promise<void> => {
  const { organisation, id, attempt } = message;
  const status = 'status' in answer ? answer.status : undefined;
  const reason = 'status' in answer ? reasonOfStatus(answer.status) : answer.reason;
  if (reason === undefined) {
    await deps.log.record(organisation, id, { state: 'delivered', status: status ?? 0 });
    if (!isTest(id)) await deps.webhooks.answered(organisation);
    return;
  }
  const failed = { reason, ...(status === undefined ? {} : { status }) };
  // Whoever tests is looking, and can press the button again.
  const seconds = isTest(id) ? undefined : retryAfter(attempt);
  if (seconds === undefined) return giveUp(deps, message, failed);
  const nextAt = new Date(deps.clock().getTime() + seconds * 1000).toISOString();
  await deps.log.record(organisation, id, { state: 'waiting', ...failed, nextAt });
  await next(deps, message, nextAt);
};

/** Asks for the try after this one. */
const next = (
  deps: WebhookDeps,
  { organisation, id, attempt }: WebhookMessage,
  notBefore: string,
): Promise<void> => wait(deps, { organisation, id, attempt: attempt + 1, notBefore });

const wait = (deps: WebhookDeps, message: WebhookMessage): Promise<void> => {
  const ms = Date.parse(message.notBefore ?? '') - deps.clock().getTime();
  return deps.later(message, Math.min(longestDelay, Math.max(1, Math.ceil(ms / 1000))));
};

/**
 * One try to bring a message to an organisation's system. What fails is tried again later, by a message of its own, so that the queue's count
 * of failures stays for our own faults. The same message again changes nothing; when the execution before may have ended between recording a
 * failure and asking for the next try, that is asked for again.
 */
export const callWebhook = async (deps: WebhookDeps, body: unknown): Promise<void> => {
  const message = webhookMessage.parse(body);
  const { organisation, id, attempt, notBefore } = message;
  if (notBefore !== undefined && Date.parse(notBefore) > deps.clock().getTime()) return wait(deps, message);
  const hook = await deps.webhooks.get(organisation);
  if (hook === undefined) return;
  const content = await contentOf(deps, message, hook);
  const claim = await deps.log.claim(organisation, id, attempt);
  if (claim !== 'mine') {
    if (claim.state === 'sending') throw new Error(`A try of ${id} is under way`);
    if (claim.state === 'waiting' && claim.tries === attempt && claim.nextAt !== undefined)
      await next(deps, message, claim.nextAt);
    return;
  }
  if (hook.state === 'off' && !isTest(id)) return giveUp(deps, message, { reason: 'switched-off' });
  if (content === undefined) return giveUp(deps, message, { reason: 'no-longer' });
  await settle(deps, message, await send(deps, message, hook, content));
};
