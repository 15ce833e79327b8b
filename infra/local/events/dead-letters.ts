import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Model } from '../template/model.ts';

/** Sends what could not be delivered to the queue that the template names for it. */
export function createGiveUp(model: Model, client: SQSClient) {
  return async (destinationArn: string, body: unknown): Promise<void> => {
    const queue = model.byArn('AWS::SQS::Queue', destinationArn);
    if (!queue) throw new Error(`No queue ${destinationArn} in the stacks`);
    await client.send(new SendMessageCommand({ QueueUrl: queue.ref(), MessageBody: JSON.stringify(body) }));
  };
}
