import {
  EventType as BatchEventType,
  BatchProcessor,
  processPartialResponse,
} from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import { type EventData, type EventType, envelope, events } from '@geoarchive/contract/events.ts';
import middy from '@middy/core';
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { lazy } from './lazy.ts';
import { metricNames } from './metric-names.ts';
import { logger, metrics, tracer } from './telemetry.ts';

/** `receives` counts how often the queue has handed it out, this time included. */
export type Message = { id: string; body: unknown; receives: number };
export type Failed = { id: string; error: unknown };
const sqsEvent = z.object({
  Records: z.array(
    z.looseObject({
      messageId: z.string(),
      body: z.string(),
      receiptHandle: z.string(),
      attributes: z
        .object({ ApproximateReceiveCount: z.coerce.number().default(1) })
        .default({ ApproximateReceiveCount: 1 }),
    }),
  ),
});
type Reply = { batchItemFailures: { itemIdentifier: string }[] };

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the worker's schema refuses it, and this message alone goes back.
    return undefined;
  }
};
const messageOf = (record: {
  messageId: string;
  body: string;
  attributes: { ApproximateReceiveCount: string | number };
}): Message => ({
  id: record.messageId,
  body: parseBody(record.body),
  receives: Number(record.attributes.ApproximateReceiveCount),
});

const wrap = (handle: (event: unknown) => Promise<Reply>) =>
  middy()
    .use(captureLambdaHandler(tracer(), { captureResponse: false }))
    .use(injectLambdaContext(logger()))
    .use(logMetrics(metrics()))
    .handler(handle);

const tell = (handled: number, failed: readonly { id: string; error: unknown }[]): void => {
  for (const { id, error } of failed)
    logger().error('message failed', {
      messageId: id,
      error: error instanceof Error ? error : String(error),
    });
  metrics().addMetric(metricNames.handled, MetricUnit.Count, handled);
  if (failed.length > 0) metrics().addMetric(metricNames.failed, MetricUnit.Count, failed.length);
};

/** A worker that treats message by message; one that throws goes back to the queue alone. */
export const messageWorker = <D>(of: {
  deps: () => D;
  work: (deps: D, message: Message) => Promise<void>;
}) => {
  const deps = lazy(of.deps);
  return wrap(async (event) => {
    const processor = new BatchProcessor(BatchEventType.SQS);
    const parsed = sqsEvent.parse(event);
    const errors: Failed[] = [];
    const reply = await processPartialResponse(
      // Powertools asks for the whole SQS record; the fields it and we read are checked above.
      parsed as unknown as { Records: SQSRecord[] },
      async (record: SQSRecord) => {
        try {
          await of.work(deps(), messageOf(record));
        } catch (error) {
          errors.push({ id: record.messageId, error });
          throw error;
        }
      },
      processor,
      { throwOnFullBatchFailure: false },
    );
    tell(parsed.Records.length - errors.length, errors);
    return reply;
  });
};

/** A worker that treats a whole batch at once (one write per batch) and names the messages that failed. */
export const batchWorker = <D>(of: {
  deps: () => D;
  work: (deps: D, messages: Message[]) => Promise<Failed[]>;
}) => {
  const deps = lazy(of.deps);
  return wrap(async (event) => {
    const messages = sqsEvent.parse(event).Records.map(messageOf);
    const failed = await of.work(deps(), messages);
    tell(messages.length - failed.length, failed);
    return { batchItemFailures: failed.map(({ id }) => ({ itemIdentifier: id })) };
  });
};

type Listening<D> = {
  [T in EventType]?: (
    deps: D,
    data: EventData<T>,
    event: { id: string; at: string; receives: number },
  ) => Promise<void>;
};

/**
 * Listeners that take all events of their type in a batch at once; each is given what the type's own schema parsed, and at the same
 * places which events those are.
 */
type Gathering<D> = {
  [T in EventType]?: (deps: D, data: EventData<T>[], of: { id: string; at: string }[]) => Promise<void>;
};

/**
 * A worker that listens to domain events: each type parsed by its own schema and given to its listener. What is no event is a
 * `step`: a message that the worker sent itself, to go on with work too long for one execution.
 */
export const eventWorker = <D>(of: {
  deps: () => D;
  on: Listening<D>;
  step?: (deps: D, message: Message) => Promise<void>;
}) =>
  messageWorker<D>({
    deps: of.deps,
    work: async (deps, message) => {
      const event = envelope.safeParse(message.body);
      if (event.success)
        return dispatch(of.on, deps, event.data.type, { ...event.data, receives: message.receives });
      if (of.step === undefined) throw event.error;
      await of.step(deps, message);
    },
  });

/**
 * The same for a worker that has listeners which take events of their type together. Where these fail on all they are asked for one
 * by one, so that a single bad event holds up no other. What a replay tells again is worked on with the dependencies `again`.
 */
export const gatheringWorker = <D>(of: {
  deps: () => D;
  again?: () => D;
  on: Listening<D>;
  together: Gathering<D>;
}) => {
  const again = lazy(of.again ?? of.deps);
  return batchWorker<D>({
    deps: of.deps,
    work: async (fresh, messages) => {
      const failed: Failed[] = [];
      const alone = async ({ id }: Message, work: () => Promise<void>): Promise<void> => {
        try {
          await work();
        } catch (error) {
          failed.push({ id, error });
        }
      };
      const groups = Map.groupBy(messages, ({ body }) => {
        const { type, again: old } = envelope.safeParse(body).data ?? {};
        return `${type}${old === true ? ' again' : ''}`;
      });
      for (const some of groups.values()) {
        const { type, again: old } = envelope.safeParse(some[0]?.body).data ?? {};
        const deps = old === true ? again() : fresh;
        if (type === undefined || of.together[type] === undefined)
          for (const message of some)
            await alone(message, () => {
              const event = envelope.parse(message.body);
              return dispatch(of.on, deps, event.type, { ...event, receives: message.receives });
            });
        else if (!(await gathered(of.together, deps, type, some)))
          for (const message of some) await alone(message, () => gather(of.together, deps, type, [message]));
      }
      return failed;
    },
  });
};

const gather = async <D, T extends EventType>(
  together: Gathering<D>,
  deps: D,
  type: T,
  messages: readonly Message[],
): Promise<void> => {
  const heard = messages.map(({ body }) => envelope.parse(body));
  // The schema of this very type parses it.
  const data = heard.map((event) => events[type].data.parse(event.data) as EventData<T>);
  await together[type]?.(deps, data, heard);
};

const gathered = async <D>(
  together: Gathering<D>,
  deps: D,
  type: EventType,
  messages: readonly Message[],
): Promise<boolean> => {
  try {
    await gather(together, deps, type, messages);
    return true;
  } catch (error) {
    logger().warn('events failed together', { type, error: error instanceof Error ? error : String(error) });
    return false;
  }
};

const dispatch = async <D, T extends EventType>(
  on: Listening<D>,
  deps: D,
  type: T,
  event: { id: string; at: string; receives: number; data?: unknown },
): Promise<void> => {
  const listener = on[type];
  if (listener === undefined) throw new Error(`Nobody here listens to ${type}`);
  // The schema of this very type parsed it.
  await listener(deps, events[type].data.parse(event.data) as EventData<T>, {
    id: event.id,
    at: event.at,
    receives: event.receives,
  });
};
