import { expect, test } from '@jest/globals';
import type { Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { planeBucket } from '../../constructs/bucket.ts';
import type { PlaneName } from '../../constructs/context.ts';
import { describe as say } from '../../constructs/metadata.ts';
import { dropObjects, getObjects, readTable } from '../../constructs/rights.ts';
import { planeTable } from '../../constructs/table.ts';
import { planeContext } from '../../testing/good-worker.ts';
import { bareFunction, templatesFrom } from '../../testing/templates-from.ts';
import { ownedData, planeListening, planeSeparation } from './planes.ts';

const errorImpact = { zh: '停滞', en: 'It stands still' };
const named = (stack: Stack, name: string, plane: PlaneName, environment: Record<string, string> = {}) => {
  const fn = bareFunction(stack, 'F', { environment });
  say(fn, { name, plane, errorImpact });
  return fn;
};
const messages = (make: (stack: Stack) => void) =>
  planeSeparation()
    .check(templatesFrom(make))
    .map((f) => f.message);
const bucketIn = (stack: Stack, owner: PlaneName) =>
  planeBucket(stack, `${owner}Bucket`, { deployment: planeContext(stack).deployment, owner, purpose: owner });

test('a portal function that may read the archive table is refused', () => {
  const found = messages((stack) => {
    const table = planeTable(stack, 'Table', 'archive');
    named(stack, 'portal-api', 'portal').addToRolePolicy(readTable(table));
  });
  expect(found).toEqual([expect.stringContaining('dynamodb:GetItem')]);
  expect(found[0]).toMatch(/in archive$/);
});

test('a portal function whose environment names the archive is refused, even without a right', () => {
  const found = messages((stack) => {
    named(stack, 'portal-api', 'portal', { OTHER: bucketIn(stack, 'archive').bucketName });
  });
  expect(found).toEqual(['its environment names archive']);
});

test('a function that does not say its plane is refused', () => {
  expect(messages((stack) => bareFunction(stack))).toEqual(['does not say its plane']);
});

test('door 2 writes and does not read', () => {
  const through = (right: typeof getObjects) =>
    messages((stack) => {
      const bucket = bucketIn(stack, 'portal');
      named(stack, 'release', 'archive').addToRolePolicy(right(bucket, 'bundles/'));
    });
  expect(through(dropObjects)).toEqual([]);
  expect(through(getObjects)).toEqual([
    'may s3:GetObject, s3:GetObjectAttributes, s3:GetObjectVersion in portal',
  ]);
});

test('a door is one function’s, and one way', () => {
  const tries: [string, PlaneName, PlaneName][] = [
    ['accept', 'archive', 'intake'],
    ['release', 'portal', 'archive'],
    ['copy', 'intake', 'archive'],
  ];
  for (const [name, from, into] of tries)
    expect(
      messages((stack) => {
        const bucket = bucketIn(stack, into);
        named(stack, name, from).addToRolePolicy(getObjects(bucket, 'files/'));
      }),
    ).toHaveLength(1);
});

const listening = (from: PlaneName, to: PlaneName) =>
  planeListening
    .check(
      templatesFrom((stack) => {
        const topic = new Topic(stack, 'Topic');
        const queue = new Queue(stack, 'Queue');
        say(topic, { plane: from });
        say(queue, { plane: to });
        topic.addSubscription(new SqsSubscription(queue));
      }),
    )
    .map((f) => f.message);

test('archive and intake listen to each other; the portal listens to itself only', () => {
  expect(listening('archive', 'portal')).toEqual(['portal listens to archive']);
  expect(listening('portal', 'intake')).toEqual(['intake listens to portal']);
  expect(listening('archive', 'intake')).toEqual([]);
  expect(listening('portal', 'portal')).toEqual([]);
});

test('data of nobody is refused', () => {
  expect(ownedData.check(templatesFrom((stack) => new Queue(stack, 'Queue'))).map((f) => f.message)).toEqual([
    'does not say its plane',
  ]);
});
