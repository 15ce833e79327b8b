import { PublishCommand, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import { events as declared, type Envelope, envelope } from '@geoarchive/contract/events.ts';
import type { Inside, PlaneName } from './inside.ts';

/** Hears every event of every plane through a queue of its own, and tells them again. */
export const listen = async (inside: Inside) => {
  const { sqs, sns } = inside.clients;
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `heard-${Date.now()}` }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const topics = (['intake', 'archive', 'portal'] as const).map((plane) => ({
    plane,
    arn: inside.named(`backbone/${plane[0]?.toUpperCase()}${plane.slice(1)}Topic`),
  }));
  const subscriptions = await Promise.all(
    topics.map(({ arn }) =>
      sns.send(
        new SubscribeCommand({
          TopicArn: arn,
          Protocol: 'sqs',
          Endpoint: Attributes?.['QueueArn'],
          Attributes: { RawMessageDelivery: 'true' },
          ReturnSubscriptionArn: true,
        }),
      ),
    ),
  );
  const heard: Envelope[] = [];
  const topicOf = (plane: PlaneName) => topics.find((topic) => topic.plane === plane)?.arn ?? '';
  return {
    async all(): Promise<Envelope[]> {
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
        );
        if (Messages.length === 0) return heard;
        for (const { Body = '', ReceiptHandle } of Messages) {
          heard.push(envelope.parse(JSON.parse(Body)) as Envelope);
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    },
    /** Tells events twice more: in their order, and the other way round. */
    async tellAgain(events: readonly Envelope[]): Promise<void> {
      for (const event of [...events, ...events.toReversed()])
        await sns.send(
          new PublishCommand({
            TopicArn: topicOf(declared[event.type].plane),
            Message: JSON.stringify(event),
            MessageAttributes: { type: { DataType: 'String', StringValue: event.type } },
          }),
        );
    },
    async close() {
      for (const { SubscriptionArn } of subscriptions)
        await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
};
