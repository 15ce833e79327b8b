import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { expectThat, probeName, thenRemove } from './probe.ts';

export type ProbeQueue = {
  arn: string;
  QueueUrl: string;
  /** The next message, taken out of the queue; undefined when there is none now. */
  take(): Promise<string | undefined>;
};

/** A queue for one attempt. Its address is reached at `url`, whatever name the endpoint gives itself. */
export async function withQueue(
  { sqs }: Clients,
  url: string,
  use: (queue: ProbeQueue) => Promise<void>,
  Attributes: Record<string, string> = {},
): Promise<void> {
  const made = await sqs.send(new CreateQueueCommand({ QueueName: probeName('queue'), Attributes }));
  expectThat(made.QueueUrl !== undefined, 'the queue has no address');
  const QueueUrl = new URL(new URL(made.QueueUrl).pathname, url).href;
  await thenRemove(
    async () => {
      const asked = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
      const arn = asked.Attributes?.['QueueArn'];
      expectThat(arn !== undefined, 'the queue has no ARN');
      const take = async () => {
        const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
        const [message] = Messages ?? [];
        if (message)
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
        return message?.Body;
      };
      await use({ arn, QueueUrl, take });
    },
    () => sqs.send(new DeleteQueueCommand({ QueueUrl })),
  );
}

/** The account of an endpoint, as the ARN of a queue names it. */
export async function accountOf(clients: Clients, url: string): Promise<string> {
  let account = '';
  await withQueue(clients, url, async ({ arn }) => {
    account = arn.split(':')[4] ?? '';
  });
  return account;
}
