import { expect, test } from '@jest/globals';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { planeBucket } from '../../constructs/bucket.ts';
import { eventTopic } from '../../constructs/encrypted-topic.ts';
import { planeTable } from '../../constructs/table.ts';
import { goodWorker, planeContext } from '../../testing/good-worker.ts';
import { templatesFrom } from '../../testing/templates-from.ts';
import { encryption } from './encryption.ts';

test('each of queue, table, bucket and topic is refused without encryption', () => {
  const found = encryption.check(
    templatesFrom((stack) => {
      new Queue(stack, 'Queue', { encryption: QueueEncryption.UNENCRYPTED });
      new Table(stack, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
      new CfnBucket(stack, 'Bucket');
      new Topic(stack, 'Topic');
    }),
  );
  expect(found.map((f) => f.resource.replace(/[0-9A-F]{8}$/, ''))).toEqual([
    'Queue',
    'Table',
    'Bucket',
    'Topic',
  ]);
});

test('ours pass', () => {
  const templates = templatesFrom((stack) => {
    const { deployment } = planeContext(stack);
    planeBucket(stack, 'Bucket', { deployment, owner: 'intake', purpose: 'test' });
    planeTable(stack, 'Table', 'intake');
    eventTopic(stack, 'Topic', 'intake');
  });
  const ours = encryption.check(templates).filter((f) => !f.resource.startsWith('Alarms'));
  expect(ours).toEqual([]);
  const worker = encryption.check(templatesFrom((stack) => goodWorker(stack)));
  expect(worker.filter((f) => !f.resource.startsWith('Alarms'))).toEqual([]);
});
