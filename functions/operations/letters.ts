import type { DeadMessage } from '@geoarchive/contract/operations.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { HeldMessage } from '@geoarchive/platform/dead-letters.ts';

type Origin = DeadMessage['origin'];
type Json = Record<string, unknown>;

/** Characters of a body that are shown; the rest is counted. */
const shownLength = 20_000;
/** Fields of events in which people write freely. What they say may be about a secret: operators need not read it. */
const written = new Set(['reason', 'items']);

const stays: Readonly<Record<Exclude<Origin, 'queue'>, Bilingual>> = {
  call: {
    zh: '这是一次调用，不是队列里的消息，不能放回。定时任务下次会处理全部到期事项；急用时按运维手册手工调用，之后可丢弃。',
    en: 'This was a call, no message of a queue. The next scheduled run treats everything that is due; if it is urgent call the function by hand as the runbook says. Then it can be discarded.',
  },
  stream: {
    zh: '这只指出数据流中的一段，不是消息，不能放回。事件仍在发件箱里，中继每 5 分钟重送；确认发件箱已空后可丢弃。',
    en: 'This names a stretch of the stream, it is no message. The events are still in the outbox and the relay sends them again every 5 minutes; once the outbox is empty it can be discarded.',
  },
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    // Nothing that we send: shown as it is.
    return undefined;
  }
};

/** Lambda and EventBridge Scheduler write why beside what they put aside, under these names. */
const reasonOf = ({ attributes }: HeldMessage, body: unknown): string | undefined => {
  const told = attributes['ErrorMessage']?.StringValue ?? attributes['ERROR_MESSAGE']?.StringValue;
  if (told !== undefined) return told;
  const context = isObject(body) ? body['requestContext'] : undefined;
  return isObject(context) && typeof context['condition'] === 'string' ? context['condition'] : undefined;
};

const originOf = ({ attributes }: HeldMessage, body: unknown): Origin => {
  if (isObject(body) && ('DDBStreamBatchInfo' in body || 'KinesisBatchInfo' in body)) return 'stream';
  const called = ['RequestID', 'ErrorCode', 'ERROR_CODE'].some((name) => name in attributes);
  return called || (isObject(body) && 'job' in body) ? 'call' : 'queue';
};

/** The first few plain values: enough to know what a message is about. */
const summaryOf = (body: unknown, text: string): string => {
  if (!isObject(body)) return text.slice(0, 120);
  const about = isObject(body['data']) ? body['data'] : body;
  const plain = Object.entries(about).filter(
    ([name, value]) => !written.has(name) && ['string', 'number', 'boolean'].includes(typeof value),
  );
  const told = plain.slice(0, 4).map(([name, value]) => `${name}: ${String(value).slice(0, 80)}`);
  return told.length > 0 ? told.join(' · ') : text.slice(0, 120);
};

const withoutWords = (name: string, value: unknown): unknown => (written.has(name) ? '…' : value);

/** A body for reading: words of people left out, cut off where it is long. */
export const readable = (text: string): { text: string; cut: boolean } => {
  const body = parsed(text);
  const all = body === undefined ? text : JSON.stringify(body, withoutWords, 2);
  return { text: all.slice(0, shownLength), cut: all.length > shownLength };
};

/** A message as operators see it. */
export const letterOf = (message: HeldMessage): DeadMessage => {
  const body = parsed(message.body);
  const origin = originOf(message, body);
  const reason = reasonOf(message, body);
  const event = isObject(body) && 'data' in body ? body['type'] : undefined;
  return {
    id: message.id,
    receives: message.receives,
    sentAt: message.sentAt.toISOString(),
    origin,
    ...(origin === 'queue' ? {} : { stays: stays[origin] }),
    ...(reason === undefined ? {} : { reason }),
    ...(typeof event === 'string' ? { event } : {}),
    summary: summaryOf(body, message.body),
    bytes: Buffer.byteLength(message.body),
    ...(message.group === undefined ? {} : { group: message.group }),
    ...readable(message.body),
  };
};
