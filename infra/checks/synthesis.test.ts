import { expect, test } from '@jest/globals';
import { Stack } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { stubApp } from '../testing/stub-app.ts';
import { bareFunction } from '../testing/templates-from.ts';
import { addChecks } from './add.ts';

const synthesize = (spoil?: (stack: Stack) => void) => {
  const app = stubApp('local');
  if (spoil) spoil(new Stack(app, 'spoiled'));
  addChecks(app);
  return () => app.synth();
};

test('the stacks as they are pass every rule and cdk-nag', () => {
  expect(synthesize()).not.toThrow();
}, 60_000);

test('one bad bucket beside them fails synthesis, and says so by rule', () => {
  const run = synthesize((stack) => new CfnBucket(stack, 'Open'));
  expect(run).toThrow(/geoarchive::public-bucket[\s\S]*AwsSolutions/);
}, 60_000);

test('one bare function beside them fails synthesis', () => {
  expect(synthesize((stack) => bareFunction(stack))).toThrow(/geoarchive::function-error-impact/);
}, 60_000);
