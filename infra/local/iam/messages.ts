import { arnAt, type Place, textOf } from './place.ts';
import type { Demand } from './statement.ts';

type Input = Readonly<Record<string, unknown>>;

/** SQS operations and the right each needs: batches need the right of the single call. */
const sqsRights: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  CreateQueue: 'CreateQueue',
  DeleteQueue: 'DeleteQueue',
  GetQueueUrl: 'GetQueueUrl',
  GetQueueAttributes: 'GetQueueAttributes',
  SetQueueAttributes: 'SetQueueAttributes',
  PurgeQueue: 'PurgeQueue',
  TagQueue: 'TagQueue',
  UntagQueue: 'UntagQueue',
  ListQueueTags: 'ListQueueTags',
};

/** The rights that an SQS request needs, on the queue its URL or name points to. Throws when it is not known. */
export function sqsDemands(operation: string, input: Input, place: Place): Demand[] {
  if (operation === 'ListQueues') return [{ action: 'sqs:ListQueues', resource: arnAt(place, 'sqs', '*') }];
  const right = sqsRights[operation];
  if (!right) throw new Error(`SQS operation is not known here: ${operation}`);
  const name = textOf(input, 'QueueName') || textOf(input, 'QueueUrl').split('/').at(-1) || '';
  return [{ action: `sqs:${right}`, resource: arnAt(place, 'sqs', name) }];
}

/** SNS operations and the member that names their resource. */
const snsResources: Readonly<Record<string, string>> = {
  Publish: 'TopicArn',
  PublishBatch: 'TopicArn',
  DeleteTopic: 'TopicArn',
  GetTopicAttributes: 'TopicArn',
  SetTopicAttributes: 'TopicArn',
  Subscribe: 'TopicArn',
  ListSubscriptionsByTopic: 'TopicArn',
  Unsubscribe: 'SubscriptionArn',
  ConfirmSubscription: 'TopicArn',
  GetSubscriptionAttributes: 'SubscriptionArn',
  SetSubscriptionAttributes: 'SubscriptionArn',
  TagResource: 'ResourceArn',
  UntagResource: 'ResourceArn',
  ListTagsForResource: 'ResourceArn',
};

/** The rights that an SNS request needs. A subscription's ARN stands for its topic, as in IAM. Throws when not known. */
export function snsDemands(operation: string, input: Input, place: Place): Demand[] {
  if (operation === 'CreateTopic')
    return [{ action: 'sns:CreateTopic', resource: arnAt(place, 'sns', textOf(input, 'Name')) }];
  if (operation === 'ListTopics' || operation === 'ListSubscriptions')
    return [{ action: `sns:${operation}`, resource: arnAt(place, 'sns', '*') }];
  const member = snsResources[operation];
  if (!member) throw new Error(`SNS operation is not known here: ${operation}`);
  const arn = textOf(input, member).split(':').slice(0, 6).join(':');
  const right = operation === 'PublishBatch' ? 'Publish' : operation;
  return [{ action: `sns:${right}`, resource: arn }];
}
