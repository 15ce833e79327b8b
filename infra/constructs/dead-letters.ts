import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Owner } from './context.ts';
import { describe } from './metadata.ts';

/** A queue for messages that could not be handled: kept 14 days (the longest SQS allows) for operators. */
export function deadLetterQueue(scope: Construct, owner: Owner): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  describe(queue, { plane: owner });
  return queue;
}
