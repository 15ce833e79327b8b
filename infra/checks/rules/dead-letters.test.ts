import { expect, test } from '@jest/globals';
import type { Stack } from 'aws-cdk-lib';
import { LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { goodWorker } from '../../testing/good-worker.ts';
import { bareFunction, templatesFrom } from '../../testing/templates-from.ts';
import { deadLetters } from './dead-letters.ts';

const messages = (make: (stack: Stack) => void) =>
  deadLetters.check(templatesFrom(make)).map((f) => f.message.replace(/ \S+[0-9A-F]{8} /g, ' … '));

test('a function that anyone may call asynchronously needs dead letters', () => {
  expect(messages((stack) => bareFunction(stack))).toEqual([
    'is called asynchronously and has no DeadLetterConfig',
  ]);
  expect(messages((stack) => bareFunction(stack, 'F', { deadLetterQueueEnabled: true }))).toEqual([]);
});

test('a queue without dead letters is refused', () => {
  const found = messages((stack) => {
    const fn = bareFunction(stack);
    const queue = new Queue(stack, 'Queue');
    new EventSourceMapping(stack, 'Source', { target: fn, eventSourceArn: queue.queueArn });
  });
  expect(found).toEqual([expect.stringContaining('has no dead letters')]);
});

const stream = (stack: Stack, onFailure: boolean) => {
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    stream: StreamViewType.NEW_IMAGE,
  });
  new EventSourceMapping(stack, 'Source', {
    target: bareFunction(stack),
    ...(table.tableStreamArn && { eventSourceArn: table.tableStreamArn }),
    startingPosition: StartingPosition.LATEST,
    ...(onFailure && { onFailure: new SqsDlq(new Queue(stack, 'Failed')) }),
  });
};

test('a stream needs somewhere to send what it gives up', () => {
  expect(messages((stack) => stream(stack, false))).toEqual([
    expect.stringContaining('sends what it gives up nowhere'),
  ]);
  expect(messages((stack) => stream(stack, true))).toEqual([]);
});

test('a scheduled function needs them twice: for itself and for its schedule', () => {
  const found = messages((stack) => {
    const fn = bareFunction(stack);
    new CfnSchedule(stack, 'Schedule', {
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: 'rate(5 minutes)',
      target: { arn: fn.functionArn, roleArn: fn.functionArn },
    });
  });
  expect(found).toEqual([
    'is called asynchronously and has no DeadLetterConfig',
    expect.stringContaining('its schedule'),
  ]);
});

test('a function that only answers a gateway is let off', () => {
  expect(
    messages((stack) => {
      const api = new RestApi(stack, 'Api');
      api.root.addMethod('GET', new LambdaIntegration(bareFunction(stack)));
    }),
  ).toEqual([]);
});

test('our worker passes, also when it is called by the clock', () => {
  expect(messages((stack) => goodWorker(stack))).toEqual([]);
  expect(
    messages((stack) => goodWorker(stack, { schedule: { expression: 'rate(1 day)', job: 'compact' } })),
  ).toEqual([]);
});
