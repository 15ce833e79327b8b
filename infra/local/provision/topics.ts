import {
  CreateTopicCommand,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { z } from 'zod';
import type { Model, Resource } from '../template/model.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const schema = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: flag.optional(),
  FilterPolicy: z.record(z.string(), z.unknown()).optional(),
  FilterPolicyScope: z.string().optional(),
  RedrivePolicy: z.record(z.string(), z.unknown()).optional(),
});

function attributesOf(wanted: z.infer<typeof schema>): Record<string, string> {
  return {
    RawMessageDelivery: String(wanted.RawMessageDelivery ?? false),
    ...(wanted.FilterPolicy && { FilterPolicy: JSON.stringify(wanted.FilterPolicy) }),
    ...(wanted.FilterPolicyScope && { FilterPolicyScope: wanted.FilterPolicyScope }),
    ...(wanted.RedrivePolicy && { RedrivePolicy: JSON.stringify(wanted.RedrivePolicy) }),
  };
}

async function subscribe(client: SNSClient, resource: Resource): Promise<void> {
  const wanted = schema.parse(resource.properties());
  // E-mail, text messages and calls leave the machine: a local run sends none.
  if (wanted.Protocol !== 'sqs') return;
  const { TopicArn, Protocol, Endpoint } = wanted;
  const Attributes = attributesOf(wanted);
  const { SubscriptionArn } = await client.send(
    new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes, ReturnSubscriptionArn: true }),
  );
  // A subscription that was there keeps its old attributes until they are set.
  for (const [AttributeName, AttributeValue] of Object.entries(Attributes)) {
    await client.send(
      new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }),
    );
  }
}

/** Creates the topics and subscribes the queues that the stacks name, with their filters. */
export async function provisionTopics(model: Model, client: SNSClient): Promise<void> {
  await Promise.all(
    model.resources('AWS::SNS::Topic').map(async (resource) => {
      const { TopicArn } = await client.send(
        new CreateTopicCommand({ Name: resource.attribute('TopicName') }),
      );
      if (TopicArn && TopicArn !== resource.ref()) {
        model.identify(resource, { ref: TopicArn, attributes: { TopicArn } });
      }
    }),
  );
  await Promise.all(model.resources('AWS::SNS::Subscription').map((resource) => subscribe(client, resource)));
}
