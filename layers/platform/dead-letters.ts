import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { inBatches } from './batches.ts';

/** A message that was put aside, held for a moment by whoever looks at it. */
export type HeldMessage = {
  id: string;
  receipt: string;
  body: string;
  sentAt: Date;
  receives: number;
  /** Fair share (`MessageGroupId`); goes back with it. */
  group: string | undefined;
  deduplication: string | undefined;
  attributes: Record<string, MessageAttributeValue>;
};

/** Longer than a call of the API lasts: nobody else gets a message while one looks at it. */
const holdSeconds = 60;
/** A receive without messages is sure only when it asked every server of the queue, which waiting does. */
const waitSeconds = 1;

const heldOf = (message: Message): HeldMessage => {
  const system = message.Attributes ?? {};
  return {
    id: message.MessageId ?? '',
    receipt: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    sentAt: new Date(Number(system.SentTimestamp ?? 0)),
    receives: Number(system.ApproximateReceiveCount ?? 0),
    group: system.MessageGroupId,
    deduplication: system.MessageDeduplicationId,
    attributes: message.MessageAttributes ?? {},
  };
};

/** The fields of a message as it goes back: what it said, whose share it is, what was written beside it. */
const resent = ({ body, group, deduplication, attributes }: HeldMessage) => ({
  MessageBody: body,
  ...(group === undefined ? {} : { MessageGroupId: group }),
  ...(deduplication === undefined ? {} : { MessageDeduplicationId: deduplication }),
  ...(Object.keys(attributes).length === 0 ? {} : { MessageAttributes: attributes }),
});

const sizeOf = ({ body, attributes }: HeldMessage): number =>
  Buffer.byteLength(body) + Buffer.byteLength(JSON.stringify(attributes));

const tens = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, at) => all.slice(at * 10, at * 10 + 10));

/**
 * The dead letters of a queue. Taking holds a message for a minute, and it is back by itself after that; nothing is gone
 * before `remove`.
 */
export const openDeadLetters = (url: string, client: () => SQSClient) => {
  /** Asks for so many messages at most; fewer than are there only when somebody else holds some. */
  const take = async (most: number, wanted: (message: HeldMessage) => boolean = () => true) => {
    const taken: HeldMessage[] = [];
    const others: HeldMessage[] = [];
    for (;;) {
      const { Messages = [] } = await client().send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: holdSeconds,
          WaitTimeSeconds: waitSeconds,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      for (const message of Messages.map(heldOf))
        (taken.length < most && wanted(message) ? taken : others).push(message);
      if (Messages.length === 0 || taken.length >= most || taken.length + others.length >= 1000)
        return { taken, others };
    }
  };

  /** Lets others see these again, at once. */
  const release = async (messages: readonly HeldMessage[]): Promise<void> => {
    for (const some of tens(messages))
      await client().send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: url,
          Entries: some.map(({ receipt }, at) => ({
            Id: String(at),
            ReceiptHandle: receipt,
            VisibilityTimeout: 0,
          })),
        }),
      );
  };

  const remove = async (messages: readonly HeldMessage[]): Promise<void> => {
    for (const some of tens(messages)) {
      const { Failed = [] } = await client().send(
        new DeleteMessageBatchCommand({
          QueueUrl: url,
          Entries: some.map(({ receipt }, at) => ({ Id: String(at), ReceiptHandle: receipt })),
        }),
      );
      if (Failed.length > 0) throw new Error(`${Failed.length} messages could not be removed`);
    }
  };

  return {
    take,
    release,
    remove,
    /** Messages in it, held ones included, and how long each is kept. */
    async depth(): Promise<{ waiting: number; keptDays: number }> {
      const { Attributes: of = {} } = await client().send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'MessageRetentionPeriod',
          ],
        }),
      );
      return {
        waiting:
          Number(of.ApproximateNumberOfMessages ?? 0) + Number(of.ApproximateNumberOfMessagesNotVisible ?? 0),
        keptDays: Number(of.MessageRetentionPeriod ?? 0) / (24 * 60 * 60),
      };
    },
    /**
     * Sends these to the queue they came from, then removes them: in between they lie in both, which does no harm to consumers
     * that are idempotent. Gives what the queue did not take; that stays here.
     */
    async sendBack(messages: readonly HeldMessage[], to: string): Promise<HeldMessage[]> {
      const refused: HeldMessage[] = [];
      for (const some of inBatches(messages, sizeOf)) {
        const { Failed = [] } = await client().send(
          new SendMessageBatchCommand({
            QueueUrl: to,
            Entries: some.map((message, at) => ({ Id: String(at), ...resent(message) })),
          }),
        );
        const failed = new Set(Failed.map(({ Id }) => Id));
        await remove(some.filter((_, at) => !failed.has(String(at))));
        refused.push(...some.filter((_, at) => failed.has(String(at))));
      }
      return refused;
    },
  };
};
export type DeadLetters = ReturnType<typeof openDeadLetters>;
