import { expect, test } from '@jest/globals';
import type { Stack } from 'aws-cdk-lib';
import { Alarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { goodWorker } from '../../testing/good-worker.ts';
import { bareFunction, templatesFrom } from '../../testing/templates-from.ts';
import { alarmRunbook, functionAlarm, queueAlarm } from './alarms.ts';

const silent = (stack: Stack, metric: IMetric, alarmDescription?: string) =>
  new Alarm(stack, 'Alarm', {
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    ...(alarmDescription && { alarmDescription }),
  });

test('a function without an alarm on its errors is refused', () => {
  const found = functionAlarm.check(templatesFrom((stack) => bareFunction(stack)));
  expect(found.map((f) => f.message)).toEqual(['has no alarm on Errors']);
});

test("another function's alarm does not count, nor one on another metric", () => {
  const found = functionAlarm.check(
    templatesFrom((stack) => {
      silent(stack, bareFunction(stack, 'A').metricErrors());
      new Alarm(stack, 'Other', {
        metric: bareFunction(stack, 'B').metricDuration(),
        threshold: 1,
        evaluationPeriods: 1,
      });
    }),
  );
  expect(found.map((f) => f.resource)).toEqual([expect.stringMatching(/^B/)]);
});

test('queues need an alarm on age, dead letters one on their messages', () => {
  const found = queueAlarm.check(
    templatesFrom((stack) => {
      const deadLetterQueue = { queue: new Queue(stack, 'Dead'), maxReceiveCount: 5 };
      new Queue(stack, 'Work', { deadLetterQueue });
    }),
  );
  expect(found.map((f) => [f.resource.slice(0, 4), f.message])).toEqual([
    ['Dead', 'has no alarm on ApproximateNumberOfMessagesVisible'],
    ['Work', 'has no alarm on ApproximateAgeOfOldestMessage'],
  ]);
});

test('an alarm without action and without runbook is refused', () => {
  const found = alarmRunbook(new Set(['inspect'])).check(
    templatesFrom((stack) => silent(stack, bareFunction(stack).metricErrors())),
  );
  expect(found.map((f) => f.message)).toEqual([
    'has no action',
    'its description does not name docs/operators/runbook.md#…',
  ]);
});

test('an alarm that names a heading that does not exist is refused', () => {
  const templates = templatesFrom((stack) => goodWorker(stack));
  const found = alarmRunbook(new Set(['something-else'])).check(templates);
  expect(found.map((f) => f.message)).toEqual(
    Array.from({ length: 3 }, () => "the runbook has no heading 'inspect'"),
  );
});

test('our worker passes', () => {
  const templates = templatesFrom((stack) => goodWorker(stack));
  for (const rule of [functionAlarm, queueAlarm, alarmRunbook(new Set(['inspect']))])
    expect(rule.check(templates)).toEqual([]);
});
