import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Owner } from './context.ts';
import { describe } from './metadata.ts';

/** Attempts before a message is put aside; fewer lose good messages to passing trouble. */
export const attempts = 5;

/** Six times the function's timeout, so that a message is not handed out again while it is being handled. */
const visibilityFor = (timeout: Duration): Duration => Duration.seconds(timeout.toSeconds() * 6);

/** A queue that one function consumes, with where its poison goes. */
export function workQueue(scope: Construct, owner: Owner, timeout: Duration, deadLetters: Queue): Queue {
  const queue = new Queue(scope, 'Queue', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: visibilityFor(timeout),
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: attempts },
  });
  describe(queue, { plane: owner });
  return queue;
}

/** Events of these types, as they were published, into the queue. */
export function subscribe(queue: Queue, topic: ITopic, types: readonly string[]): void {
  topic.addSubscription(
    new SqsSubscription(queue, {
      rawMessageDelivery: true,
      filterPolicy: { type: SubscriptionFilter.stringFilter({ allowlist: [...types] }) },
    }),
  );
}
