import { describe, expect, test } from '@jest/globals';
import { actionsOf } from './actions.ts';

const place = { partition: 'aws', region: 'ap-southeast-1', account: '000000000000' };
const demands = (service: string, operation: string, input: Record<string, unknown> = {}) =>
  actionsOf(service, { operation, input }, place, (id) => (id === 'alias/receipt' ? 'k1' : id)).map(
    ({ action, resource }) =>
      `${action} ${resource.replace(/^arn:aws:[a-z-]+:ap-southeast-1:000000000000:/, '')}`,
  );

describe('DynamoDB', () => {
  test.each([
    ['GetItem', { TableName: 'T' }, ['dynamodb:GetItem table/T']],
    [
      'PutItem',
      { TableName: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/T' },
      ['dynamodb:PutItem table/T'],
    ],
    ['Query', { TableName: 'T' }, ['dynamodb:Query table/T']],
    ['Query', { TableName: 'T', IndexName: 'gsi1' }, ['dynamodb:Query table/T/index/gsi1']],
    ['Scan', { TableName: 'T', IndexName: 'gsi1' }, ['dynamodb:Scan table/T/index/gsi1']],
    [
      'BatchWriteItem',
      { RequestItems: { A: [], B: [] } },
      ['dynamodb:BatchWriteItem table/A', 'dynamodb:BatchWriteItem table/B'],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'A' } },
          { Update: { TableName: 'B' } },
          { Delete: { TableName: 'C' } },
          { ConditionCheck: { TableName: 'D' } },
        ],
      },
      [
        'dynamodb:PutItem table/A',
        'dynamodb:UpdateItem table/B',
        'dynamodb:DeleteItem table/C',
        'dynamodb:ConditionCheckItem table/D',
      ],
    ],
    ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'A' } }] }, ['dynamodb:GetItem table/A']],
    [
      'GetRecords',
      { ShardIterator: 'arn:aws:dynamodb:ddblocal:000000000000:table/T/stream/2026|001|abc' },
      ['dynamodb:GetRecords table/T/stream/2026'],
    ],
    ['GetRecords', { ShardIterator: 'nonsense' }, ['dynamodb:GetRecords ']],
    [
      'DescribeStream',
      { StreamArn: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/T/stream/1' },
      ['dynamodb:DescribeStream table/T/stream/1'],
    ],
    ['ListStreams', { TableName: 'T' }, ['dynamodb:ListStreams table/T/stream/*']],
  ])('%s %j', (operation, input, expected) => {
    expect(demands('dynamodb', operation, input)).toEqual(expected);
  });

  test('an item of an unknown kind in a transaction is an error', () => {
    expect(() => demands('dynamodb', 'TransactWriteItems', { TransactItems: [{ Steal: {} }] })).toThrow(
      'Steal',
    );
  });
});

describe('the other services', () => {
  const QueueUrl = 'http://127.0.0.1:4505/000000000000/inspect';
  const TopicArn = 'arn:aws:sns:ap-southeast-1:000000000000:IntakeTopic';
  test.each([
    ['sqs', 'SendMessageBatch', { QueueUrl }, ['sqs:SendMessage inspect']],
    ['sqs', 'ChangeMessageVisibilityBatch', { QueueUrl }, ['sqs:ChangeMessageVisibility inspect']],
    ['sqs', 'GetQueueUrl', { QueueName: 'inspect' }, ['sqs:GetQueueUrl inspect']],
    ['sqs', 'ListQueues', {}, ['sqs:ListQueues *']],
    ['sns', 'PublishBatch', { TopicArn }, ['sns:Publish IntakeTopic']],
    ['sns', 'Unsubscribe', { SubscriptionArn: `${TopicArn}:some-id` }, ['sns:Unsubscribe IntakeTopic']],
    ['kms', 'Sign', { KeyId: 'alias/receipt' }, ['kms:Sign key/k1']],
    ['kms', 'Verify', { KeyId: 'arn:aws:kms:ap-southeast-1:000000000000:key/k2' }, ['kms:Verify key/k2']],
    ['kms', 'CreateKey', {}, ['kms:CreateKey *']],
    ['cognito-idp', 'AdminGetUser', { UserPoolId: 'p_1' }, ['cognito-idp:AdminGetUser userpool/p_1']],
    ['cognito-idp', 'ListUsers', { UserPoolId: 'p_1' }, ['cognito-idp:ListUsers userpool/p_1']],
    ['xray', 'PutTraceSegments', {}, []],
  ])('%s %s', (service, operation, input, expected) => {
    expect(demands(service, operation, input)).toEqual(expected);
  });

  test.each([
    ['dynamodb', 'ExecuteStatement'],
    ['sqs', 'AddPermission'],
    ['sns', 'CreatePlatformApplication'],
    ['kms', 'CreateGrant'],
    ['cognito-idp', 'StartUserImportJob'],
    ['ec2', 'RunInstances'],
  ])('%s %s is not known: an error, never an allowance', (service, operation) => {
    expect(() => demands(service, operation)).toThrow(/is not known here/);
  });
});
