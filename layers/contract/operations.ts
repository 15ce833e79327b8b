import { planes } from '@geoarchive/domain/planes.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { bilingual, instant, page, pageQuery } from './shared.ts';

/** What an operator does about messages that were put aside. The first part of the path says in which plane. */
const base = { api: 'internal', module: 'operations', allow: ['OPERATOR'], scope: 'all' } as const;
const plane = z.enum(planes);
const queue = z.string().regex(/^[a-z][a-z-]{0,59}$/);
const messageId = z.string().regex(/^[\w-]{1,100}$/);
/** As many messages as one call sends on or discards; of more the caller asks again. */
const perCall = 50;

export const deadLetterQueue = z.object({
  /** Name of the function whose messages these are; also its heading in the runbook. */
  name: z.string(),
  /** `worker`: its messages can be sent back. A `job`'s calls and a `relay`'s stream records come by themselves again. */
  kind: z.enum(['worker', 'job', 'relay']),
  waiting: z.number().int(),
  /** When the oldest of those looked at was first sent. */
  oldest: instant.optional(),
  looked: z.number().int(),
  /** Days after which a message is lost. */
  keptDays: z.number(),
  /** What people notice when these messages are not handled. */
  impact: bilingual,
});
export type DeadLetterQueue = z.infer<typeof deadLetterQueue>;

export const deadMessage = z.object({
  id: z.string(),
  receives: z.number().int(),
  sentAt: instant,
  /** From the queue that the function consumes; a call of the function; records of a stream. */
  origin: z.enum(['queue', 'call', 'stream']),
  /** Why it cannot be sent back and what to do instead. */
  stays: bilingual.optional(),
  /** As the service that put it aside tells it; a queue tells nothing, then the function's log does. */
  reason: z.string().optional(),
  /** Type of the domain event in it. */
  event: z.string().optional(),
  summary: z.string(),
  bytes: z.number().int(),
  group: z.string().optional(),
  /** The body for reading: long ones are cut off, words that people wrote are left out. */
  text: z.string(),
  cut: z.boolean(),
});
export type DeadMessage = z.infer<typeof deadMessage>;

const chosen = z.object({
  /** Left out: all of the queue, as many as one call does. */
  ids: z.array(messageId).min(1).max(perCall).optional(),
});

export const listDeadLetters = route({
  ...base,
  method: 'GET',
  path: '/operations/{plane}/queues',
  audit: 'deadletters.list',
  summary: { zh: '死信队列', en: 'Dead-letter queues of a plane, with how many messages wait' },
  params: z.object({ plane }),
  reply: z.object({ items: z.array(deadLetterQueue) }),
});
export const lookAtDeadLetters = route({
  ...base,
  method: 'GET',
  path: '/operations/{plane}/queues/{queue}/messages',
  audit: 'deadletters.look',
  summary: { zh: '查看死信（消息不会丢失）', en: 'Messages of a queue, up to 100; they stay where they are' },
  params: z.object({ plane, queue }),
  reply: z.object({ queue: deadLetterQueue, items: z.array(deadMessage) }),
});
export const tryReplay = route({
  ...base,
  method: 'POST',
  path: '/operations/{plane}/queues/{queue}/dry-run',
  audit: 'deadletters.dry-run',
  summary: { zh: '试运行：放回哪些、放到哪里', en: 'What a replay would send, and where; sends nothing' },
  params: z.object({ plane, queue }),
  body: chosen,
  reply: z.object({
    /** The queue that they would be sent to. */
    to: z.string().optional(),
    sends: z.array(deadMessage),
    stays: z.array(deadMessage),
    /** Asked for and not found: handled, expired or held by somebody else meanwhile. */
    missing: z.array(z.string()),
    waiting: z.number().int(),
  }),
});
export const replayDeadLetters = route({
  ...base,
  method: 'POST',
  path: '/operations/{plane}/queues/{queue}/replay',
  audit: 'deadletters.replay',
  summary: { zh: '放回原队列', en: 'Send messages back to their queue, up to 50 a call' },
  params: z.object({ plane, queue }),
  body: chosen,
  reply: z.object({
    sent: z.number().int(),
    stays: z.number().int(),
    missing: z.array(z.string()),
    waiting: z.number().int(),
  }),
});
export const discardDeadLetters = route({
  ...base,
  method: 'POST',
  path: '/operations/{plane}/queues/{queue}/discard',
  audit: 'deadletters.discard',
  summary: {
    zh: '丢弃死信（说明理由，原文留存）',
    en: 'Discard messages with a reason; what they said is kept',
  },
  params: z.object({ plane, queue }),
  body: z.object({
    ids: z.array(messageId).min(1).max(perCall),
    reason: z.string().trim().min(5).max(2000),
  }),
  reply: z.object({
    discarded: z.number().int(),
    missing: z.array(z.string()),
    waiting: z.number().int(),
  }),
});
export const deadLetterHistory = route({
  ...base,
  method: 'GET',
  path: '/operations/{plane}/queues/{queue}/history',
  audit: 'deadletters.history',
  summary: { zh: '处理记录', en: 'What was done about the messages of a queue, newest first' },
  params: z.object({ plane, queue }),
  query: pageQuery,
  reply: page(
    z.object({
      at: instant,
      action: z.string(),
      byName: z.string(),
      messages: z.array(z.string()),
      reason: z.string().optional(),
    }),
  ),
});
export const readDiscarded = route({
  ...base,
  method: 'GET',
  path: '/operations/{plane}/queues/{queue}/discarded/{message}',
  audit: 'deadletters.read-discarded',
  summary: { zh: '已丢弃死信的原文', en: 'What a discarded message said' },
  params: z.object({ plane, queue, message: messageId }),
  reply: z.object({ text: z.string(), bytes: z.number().int(), cut: z.boolean() }),
});
