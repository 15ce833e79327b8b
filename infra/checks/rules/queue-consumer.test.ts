import { expect, test } from '@jest/globals';
import { Duration, type Stack } from 'aws-cdk-lib';
import { EventSourceMapping, type EventSourceMappingOptions } from 'aws-cdk-lib/aws-lambda';
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { goodWorker } from '../../testing/good-worker.ts';
import { bareFunction, templatesFrom } from '../../testing/templates-from.ts';
import { queueConsumer } from './queue-consumer.ts';

type Bad = { queue?: QueueProps; attempts?: number; source?: EventSourceMappingOptions };

/** A consumer that is right in everything but what the test says. */
const messages = (bad: Bad) =>
  queueConsumer
    .check(
      templatesFrom((stack: Stack) => {
        const fn = bareFunction(stack, 'F', { timeout: Duration.seconds(10) });
        const queue = new Queue(stack, 'Queue', {
          visibilityTimeout: Duration.seconds(60),
          deadLetterQueue: { queue: new Queue(stack, 'Dead'), maxReceiveCount: bad.attempts ?? 5 },
          ...bad.queue,
        });
        new EventSourceMapping(stack, 'Source', {
          target: fn,
          eventSourceArn: queue.queueArn,
          maxConcurrency: 2,
          reportBatchItemFailures: true,
          ...bad.source,
        });
      }),
    )
    .map((f) => f.message.replace(/Queue[0-9A-F]{8}/, 'Queue'));

test('the least that is right passes', () => expect(messages({})).toEqual([]));

test('a consumer without maximumConcurrency is refused', () => {
  const none: EventSourceMappingOptions = { reportBatchItemFailures: true };
  const found = queueConsumer.check(
    templatesFrom((stack) => {
      const queue = new Queue(stack, 'Queue');
      new EventSourceMapping(stack, 'Source', {
        target: bareFunction(stack),
        eventSourceArn: queue.queueArn,
        ...none,
      });
    }),
  );
  expect(found.map((f) => f.message)).toContain('maximumConcurrency is 0, under 2');
});

test('four attempts are too few', () => {
  expect(messages({ attempts: 4 })).toEqual(['maxReceiveCount of Queue is 4, under 5']);
});

test('a message must stay hidden for six timeouts', () => {
  expect(messages({ queue: { visibilityTimeout: Duration.seconds(59) } })).toEqual([
    'visibility timeout of Queue is 59 s, under 6 × 10 s',
  ]);
});

test('one bad message must not take its batch along', () => {
  expect(messages({ source: { reportBatchItemFailures: false } })).toEqual([
    'does not report failures per message',
  ]);
});

test('our worker passes', () => {
  expect(queueConsumer.check(templatesFrom((stack) => goodWorker(stack)))).toEqual([]);
});
