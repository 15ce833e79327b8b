import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeUserPoolClientCommand, ListGroupsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetPublicKeyCommand } from '@aws-sdk/client-kms';
import {
  GetBucketCorsCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';
import { GetSubscriptionAttributesCommand, ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Endpoint, startAwsEndpoint } from '../aws/endpoint.ts';
import { startDynamoDb } from '../engines/dynamodb.ts';
import type { Engine } from '../engines/engine.ts';
import { startQueues } from '../engines/queues.ts';
import type { Template } from '../template/assembly.ts';
import { createModel, type Model } from '../template/model.ts';
import { LOCAL_PLACE } from '../template/place.ts';
import { type Clients, createClients } from './clients.ts';
import { provision } from './provision.ts';

jest.setTimeout(60_000);

/** The stacks before and after a change: an index, a stream, a longer wait, another filter, one subscription less. */
function template(changed: boolean): Template {
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
  const index = {
    IndexName: 'gsi1',
    KeySchema: [{ AttributeName: 'gsi1pk', KeyType: 'HASH' }],
    Projection: { ProjectionType: 'ALL' },
  };
  const subscription = (queue: string, type: string) => ({
    Type: 'AWS::SNS::Subscription',
    Properties: {
      TopicArn: { Ref: 'Topic' },
      Protocol: 'sqs',
      Endpoint: { 'Fn::GetAtt': [queue, 'Arn'] },
      RawMessageDelivery: true,
      FilterPolicy: { type: [type] },
    },
  });
  return {
    Resources: {
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          AttributeDefinitions: [attribute('pk'), ...(changed ? [attribute('gsi1pk')] : [])],
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
          ...(changed && {
            GlobalSecondaryIndexes: [index],
            StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
          }),
        },
      },
      Dead: { Type: 'AWS::SQS::Queue' },
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: changed ? 90 : 60,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
        },
      },
      Topic: { Type: 'AWS::SNS::Topic' },
      Alarms: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: 'operators@example.org' },
      },
      Kept: subscription('Queue', changed ? 'New' : 'Old'),
      ...(!changed && { Left: subscription('Dead', 'Old') }),
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyUsage: 'SIGN_VERIFY', KeySpec: 'ECC_NIST_P256' } },
      Storage: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: 'the-bucket',
          ObjectLockEnabled: true,
          VersioningConfiguration: { Status: 'Enabled' },
          CorsConfiguration: { CorsRules: [{ AllowedMethods: ['PUT'], AllowedOrigins: ['http://a'] }] },
          NotificationConfiguration: {
            QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
          },
        },
      },
      Pool: {
        Type: 'AWS::Cognito::UserPool',
        Properties: { UserPoolName: 'staff', MfaConfiguration: 'OPTIONAL' },
      },
      Client: {
        Type: 'AWS::Cognito::UserPoolClient',
        Properties: { UserPoolId: { Ref: 'Pool' }, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
      },
      Group: {
        Type: 'AWS::Cognito::UserPoolGroup',
        Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'AUDITOR' },
      },
    },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'provision-'));
const credentials = { accessKeyId: 'OPERATOR', secretAccessKey: 'secret' };
let engines: { dynamodb: Engine; queues: Engine };
let endpoint: Endpoint;
let clients: Clients;
let model: Model;

async function make(changed: boolean): Promise<void> {
  const assembly = { stacks: new Map([['s', template(changed)]]), assets: new Map<string, string>() };
  model = createModel({ assembly, place: LOCAL_PLACE, endpoint: endpoint.url });
  await provision(model, clients);
}
const ref = (type: string, id: string) =>
  model
    .resources(type)
    .find(({ logicalId }) => logicalId === id)
    ?.ref() ?? '';

beforeAll(async () => {
  const [dynamodb, queues] = await Promise.all([
    startDynamoDb({ port: 0, dataDir: join(folder, 'dynamodb'), startMs: 60_000 }),
    startQueues({ port: 0, dataDir: join(folder, 'queues'), region: LOCAL_PLACE.region }),
  ]);
  engines = { dynamodb, queues };
  endpoint = await startAwsEndpoint({
    port: 0,
    region: LOCAL_PLACE.region,
    dataDir: join(folder, 'aws'),
    engines,
  });
  endpoint.addPrincipal({ ...credentials, name: 'operator', statements: 'everything' });
  clients = createClients({ endpoint: endpoint.url, region: LOCAL_PLACE.region, credentials });
  await make(false);
});
afterAll(async () => {
  clients?.close();
  await endpoint?.close();
  await Promise.all([engines?.dynamodb.close(), engines?.queues.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test('everything of the stacks exists', async () => {
  const KeyId = ref('AWS::KMS::Key', 'Key');
  expect((await clients.kms.send(new GetPublicKeyCommand({ KeyId }))).KeySpec).toBe('ECC_NIST_P256');
  const Bucket = 'the-bucket';
  const [versioning, lock, cors, notifications] = await Promise.all([
    clients.s3.send(new GetBucketVersioningCommand({ Bucket })),
    clients.s3.send(new GetObjectLockConfigurationCommand({ Bucket })),
    clients.s3.send(new GetBucketCorsCommand({ Bucket })),
    clients.s3.send(new GetBucketNotificationConfigurationCommand({ Bucket })),
  ]);
  expect(versioning.Status).toBe('Enabled');
  expect(lock.ObjectLockConfiguration?.ObjectLockEnabled).toBe('Enabled');
  expect(cors.CORSRules?.[0]?.AllowedOrigins).toEqual(['http://a']);
  expect(notifications.QueueConfigurations?.[0]?.QueueArn).toMatch(/:s-Queue-/);
  const UserPoolId = ref('AWS::Cognito::UserPool', 'Pool');
  const ClientId = ref('AWS::Cognito::UserPoolClient', 'Client');
  const client = await clients.cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  expect(client.UserPoolClient?.ExplicitAuthFlows).toContain('ALLOW_USER_PASSWORD_AUTH');
  const { Groups } = await clients.cognito.send(new ListGroupsCommand({ UserPoolId }));
  expect(Groups?.map(({ GroupName }) => GroupName)).toEqual(['AUDITOR']);
});

test('doing it again with other stacks changes what differs and keeps the data', async () => {
  const TableName = ref('AWS::DynamoDB::Table', 'Table');
  await clients.dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: 'kept' } } }));
  const key = ref('AWS::KMS::Key', 'Key');
  await make(false);
  await make(true);
  expect(ref('AWS::KMS::Key', 'Key')).toBe(key);

  const { Table } = await clients.dynamodb.send(new DescribeTableCommand({ TableName }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(['gsi1']);
  expect(Table?.StreamSpecification?.StreamEnabled).toBe(true);
  expect(model.resources('AWS::DynamoDB::Table')[0]?.attribute('StreamArn')).toBe(Table?.LatestStreamArn);
  expect((await clients.dynamodb.send(new ScanCommand({ TableName }))).Count).toBe(1);

  const queue = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: ref('AWS::SQS::Queue', 'Queue'), AttributeNames: ['All'] }),
  );
  expect(queue.Attributes).toMatchObject({
    VisibilityTimeout: '90',
    RedrivePolicy: expect.stringMatching(/"maxReceiveCount":"?5/),
  });

  const TopicArn = ref('AWS::SNS::Topic', 'Topic');
  const { Subscriptions = [] } = await clients.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions).toHaveLength(1);
  const { Attributes } = await clients.sns.send(
    new GetSubscriptionAttributesCommand({ SubscriptionArn: Subscriptions[0]?.SubscriptionArn }),
  );
  expect(Attributes).toMatchObject({ RawMessageDelivery: 'true', FilterPolicy: '{"type":["New"]}' });
});
