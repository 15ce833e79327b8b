import { expect, test } from '@jest/globals';
import { resourcesIn } from './reference.ts';
import { readTemplate } from './template.ts';

const templates = new Map([
  [
    'a',
    readTemplate({
      Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
      Outputs: { O: { Value: { 'Fn::GetAtt': ['Bucket', 'Arn'] }, Export: { Name: 'a:bucket' } } },
    }),
  ],
  ['b', readTemplate({ Resources: { Queue: { Type: 'AWS::SQS::Queue' } } })],
]);
const ids = (value: unknown, stack = 'b') =>
  resourcesIn(value, stack, templates).map((r) => `${r.stack}/${r.id}`);

test('names are found directly, inside joins and lists, and through exports', () => {
  expect(ids({ Ref: 'Queue' })).toEqual(['b/Queue']);
  expect(ids({ 'Fn::GetAtt': ['Queue', 'Arn'] })).toEqual(['b/Queue']);
  expect(ids([{ 'Fn::Join': ['', [{ 'Fn::ImportValue': 'a:bucket' }, '/files/*']] }])).toEqual(['a/Bucket']);
});

test('pseudo parameters and resources of other stacks are no names here', () => {
  expect(ids({ Ref: 'AWS::Region' })).toEqual([]);
  expect(ids({ Ref: 'Bucket' })).toEqual([]);
});

test('an export that nobody makes is an error, not a silence', () => {
  expect(() => ids({ 'Fn::ImportValue': 'c:lost' })).toThrow('No stack exports c:lost');
});
