import { expect, test } from '@jest/globals';
import { CfnResource, CustomResource } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { templatesFrom } from '../../testing/templates-from.ts';
import { customResource } from './custom-resource.ts';

test('custom resources of both kinds are refused', () => {
  const found = customResource.check(
    templatesFrom((stack) => {
      new CustomResource(stack, 'A', { serviceToken: 'x' });
      new CfnResource(stack, 'B', { type: 'Custom::S3AutoDeleteObjects' });
    }),
  );
  expect(found.map((f) => f.message)).toEqual([
    'is a AWS::CloudFormation::CustomResource',
    'is a Custom::S3AutoDeleteObjects',
  ]);
});

test('anything else passes', () => {
  expect(customResource.check(templatesFrom((stack) => new Queue(stack, 'Queue')))).toEqual([]);
});
