import {
  CreateTopicCommand,
  DeleteTopicCommand,
  PublishCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { eventually, expectThat, type Probe, probeName, thenRemove } from './probe.ts';
import { withQueue } from './queue.ts';

const queues = (clients: Clients, url: string) =>
  withQueue(clients, url, async ({ QueueUrl, take }) => {
    await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '钻孔' }));
    expectThat((await eventually(take, 'the message')) === '钻孔', 'the message is another');
    expectThat((await take()) === undefined, 'a deleted message comes again');
  });

/** A message that is taken too often and never deleted moves to the other queue. */
const deadLetters = (clients: Clients, url: string) =>
  withQueue(clients, url, async (dead) => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 1 });
    await withQueue(
      clients,
      url,
      async ({ QueueUrl }) => {
        await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
        const moved = await eventually(async () => {
          await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
          return dead.take();
        }, 'the message among the dead letters');
        expectThat(moved === 'poison', `another message: ${moved}`);
      },
      { RedrivePolicy, VisibilityTimeout: '0' },
    );
  });

/** Of two messages only the one that a subscription's filter lets through arrives, and as it was sent. */
const filters = (clients: Clients, url: string) =>
  withQueue(clients, url, async ({ arn: Endpoint, take }) => {
    const { sns } = clients;
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: probeName('topic') }));
    await thenRemove(
      async () => {
        const Attributes = { RawMessageDelivery: 'true', FilterPolicy: JSON.stringify({ type: ['wanted'] }) };
        await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
        for (const type of ['other', 'wanted']) {
          const MessageAttributes = { type: { DataType: 'String', StringValue: type } };
          await sns.send(new PublishCommand({ TopicArn, Message: `{"is":"${type}"}`, MessageAttributes }));
        }
        const first = await eventually(take, 'the message');
        expectThat(first === '{"is":"wanted"}', `the first message is ${first}`);
        expectThat((await take()) === undefined, 'more than one message');
      },
      () => sns.send(new DeleteTopicCommand({ TopicArn })),
    );
  });

export const messageProbes: Probe[] = [
  { service: 'sqs', name: 'queues', needed: true, attempt: queues },
  { service: 'sqs', name: 'dead letters', needed: false, attempt: deadLetters },
  { service: 'sns', name: 'filtered subscriptions of queues', needed: true, attempt: filters },
];
