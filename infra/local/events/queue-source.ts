import { setTimeout as pause } from 'node:timers/promises';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Outcome } from '../lambda/worker.ts';
import { failedItems } from './item-failures.ts';
import type { Mapping } from './mapping.ts';
import { fits } from './pattern.ts';
import { sqsRecord } from './records.ts';

export type Source = { close(): Promise<void> };
type Options = {
  mapping: Mapping;
  queueUrl: string;
  /** Holds the credentials of the function's role: it needs the right to consume, as in the cloud. */
  client: SQSClient;
  region: string;
  invoke(event: unknown): Promise<Outcome>;
  /** Batches at once on this machine. */
  concurrency: number;
  /** Seconds until a failed message comes back. In the cloud its visibility timeout decides, which is up to 90 minutes. */
  retrySeconds?: (receiveCount: number) => number;
  report(problem: string): void;
};

const doubling = (count: number): number => Math.min(30, 2 ** Math.min(count - 1, 5));
const entriesOf = (messages: Message[]) =>
  messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle: ReceiptHandle ?? '' }));

/** At most ten messages go into one call. */
function* tens(messages: Message[]): Generator<Message[]> {
  for (let i = 0; i < messages.length; i += 10) yield messages.slice(i, i + 10);
}

/** Polls a queue and hands its messages to a function in batches, as Lambda's event source mapping does. */
export function startQueueSource(options: Options): Source {
  const { mapping, queueUrl, client, invoke, report, retrySeconds = doubling } = options;
  const stop = new AbortController();

  async function receive(most: number, waitSeconds: number): Promise<Message[]> {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(10, most),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: stop.signal },
    );
    return Messages ?? [];
  }

  async function gather(): Promise<Message[]> {
    const batch = await receive(mapping.batchSize, 20);
    const until = Date.now() + mapping.windowMs;
    while (batch.length > 0 && batch.length < mapping.batchSize && Date.now() < until) {
      const more = await receive(mapping.batchSize - batch.length, 1);
      batch.push(...more);
    }
    return batch;
  }

  async function remove(messages: Message[]): Promise<void> {
    for (const part of tens(messages)) {
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entriesOf(part) }));
    }
  }

  async function giveBack(messages: Message[]): Promise<void> {
    for (const part of tens(messages)) {
      const Entries = entriesOf(part).map((entry, i) => ({
        ...entry,
        VisibilityTimeout: retrySeconds(Number(part[i]?.Attributes?.ApproximateReceiveCount ?? 1)),
      }));
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
  }

  async function handle(batch: Message[]): Promise<void> {
    const wanted: Message[] = [];
    const unwanted: Message[] = [];
    for (const message of batch) {
      const record = sqsRecord(message, mapping.sourceArn, options.region, true);
      const taken = mapping.filters.length === 0 || mapping.filters.some((f) => fits(f, record));
      (taken ? wanted : unwanted).push(message);
    }
    await remove(unwanted);
    if (wanted.length === 0) return;
    const Records = wanted.map((message) => sqsRecord(message, mapping.sourceArn, options.region, false));
    const outcome = await invoke({ Records });
    const failed = failedItems(
      outcome,
      mapping.reportsItemFailures,
      wanted.map((m) => m.MessageId ?? ''),
    );
    await remove(wanted.filter((m) => !failed.has(m.MessageId ?? '')));
    await giveBack(wanted.filter((m) => failed.has(m.MessageId ?? '')));
  }

  async function poll(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        const batch = await gather();
        if (!stop.signal.aborted) await handle(batch);
      } catch (error) {
        if (stop.signal.aborted) return;
        report(
          `${mapping.id}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
        );
        await pause(1000);
      }
    }
  }

  const pollers = Array.from({ length: Math.min(mapping.maximumConcurrency, options.concurrency) }, poll);
  return {
    async close() {
      stop.abort();
      await Promise.all(pollers);
    },
  };
}
