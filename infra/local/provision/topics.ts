import {
  CreateTopicCommand,
  paginateListSubscriptionsByTopic,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import * as z from 'zod';
import type { Model } from '../template/model.ts';

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

function attributesOf(wanted: Wanted): Record<string, string> {
  return {
    RawMessageDelivery: String(wanted.RawMessageDelivery ?? false),
    ...(wanted.FilterPolicy && { FilterPolicy: JSON.stringify(wanted.FilterPolicy) }),
    ...(wanted.FilterPolicyScope && { FilterPolicyScope: wanted.FilterPolicyScope }),
    ...(wanted.RedrivePolicy && { RedrivePolicy: JSON.stringify(wanted.RedrivePolicy) }),
  };
}

type Wanted = z.infer<typeof schema>;

async function existing(client: SNSClient, TopicArn: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const page of paginateListSubscriptionsByTopic({ client }, { TopicArn })) {
    for (const { Endpoint, SubscriptionArn } of page.Subscriptions ?? []) {
      if (Endpoint && SubscriptionArn) found.set(Endpoint, SubscriptionArn);
    }
  }
  return found;
}

/** Makes a topic's subscriptions those of the stacks: new ones, changed filters, and none left over. */
async function subscribe(client: SNSClient, TopicArn: string, wanted: Wanted[]): Promise<void> {
  const found = await existing(client, TopicArn);
  for (const one of wanted) {
    const Attributes = attributesOf(one);
    const SubscriptionArn = found.get(one.Endpoint);
    found.delete(one.Endpoint);
    if (SubscriptionArn === undefined) {
      const { Protocol, Endpoint } = one;
      await client.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes }));
      continue;
    }
    for (const [AttributeName, AttributeValue] of Object.entries(Attributes)) {
      await client.send(
        new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }),
      );
    }
  }
  for (const SubscriptionArn of found.values())
    await client.send(new UnsubscribeCommand({ SubscriptionArn }));
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
  const subscriptions = model
    .resources('AWS::SNS::Subscription')
    .map((resource) => schema.parse(resource.properties()))
    // E-mail, text messages and calls leave the machine: a local run sends none.
    .filter(({ Protocol }) => Protocol === 'sqs');
  await Promise.all(
    model.resources('AWS::SNS::Topic').map((topic) => {
      const own = subscriptions.filter(({ TopicArn }) => TopicArn === topic.ref());
      return subscribe(client, topic.ref(), own);
    }),
  );
}
