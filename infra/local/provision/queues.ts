import { CreateQueueCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Model, Resource } from '../template/model.ts';

const count = z.coerce.number().optional();
const schema = z.object({
  DelaySeconds: count,
  MaximumMessageSize: count,
  MessageRetentionPeriod: count,
  ReceiveMessageWaitTimeSeconds: count,
  VisibilityTimeout: count,
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

function attributesOf(resource: Resource): Record<string, string> {
  const { RedrivePolicy, ...numbers } = schema.parse(resource.properties());
  const attributes = Object.entries(numbers).map(([name, value]) => [name, String(value)]);
  return {
    ...Object.fromEntries(attributes),
    ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
}

async function create(model: Model, client: SQSClient, resource: Resource): Promise<void> {
  const { FifoQueue } = resource.properties();
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({
      QueueName: resource.attribute('QueueName'),
      ...(FifoQueue === true && { Attributes: { FifoQueue: 'true' } }),
    }),
  );
  // Engines behind the local endpoint name themselves in the address; the endpoint is what callers must use.
  const path = QueueUrl && new URL(QueueUrl).pathname;
  if (path) model.identify(resource, { ref: `${model.endpoint}${path}` });
}

/** Creates the queues, then sets their attributes: a queue's dead letters may come after it in the template. */
export async function provisionQueues(model: Model, client: SQSClient): Promise<void> {
  const queues = model.resources('AWS::SQS::Queue');
  await Promise.all(queues.map((resource) => create(model, client, resource)));
  await Promise.all(
    queues.map((resource) => {
      const Attributes = attributesOf(resource);
      return Object.keys(Attributes).length === 0
        ? undefined
        : client.send(new SetQueueAttributesCommand({ QueueUrl: resource.ref(), Attributes }));
    }),
  );
}
