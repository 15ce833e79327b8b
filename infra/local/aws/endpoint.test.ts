import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { CreateKeyCommand, GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDynamoDb } from '../engines/dynamodb.ts';
import type { Engine } from '../engines/engine.ts';
import { startQueues } from '../engines/queues.ts';
import type { Statement } from '../iam/statement.ts';
import { type Endpoint, startAwsEndpoint } from './endpoint.ts';

const region = 'ap-southeast-1';
const tableArn = `arn:aws:dynamodb:${region}:000000000000:table/PortalTable`;
const queueArn = `arn:aws:sqs:${region}:000000000000:inspect`;

let dir: string;
let dynamodb: Engine;
let queues: Engine;
let endpoint: Endpoint;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'aws-endpoint-'));
  [dynamodb, queues] = await Promise.all([
    startDynamoDb({ port: 0, dataDir: join(dir, 'dynamodb') }),
    startQueues({ port: 0, dataDir: join(dir, 'queues'), region }),
  ]);
  endpoint = await startAwsEndpoint({ port: 0, region, dataDir: dir, engines: { dynamodb, queues } });
  endpoint.addPrincipal({
    accessKeyId: 'ADMIN',
    secretAccessKey: 's',
    name: 'admin',
    statements: 'everything',
  });
  const statements: Statement[] = [
    {
      Effect: 'Allow',
      Action: ['dynamodb:GetItem', 'dynamodb:Query'],
      Resource: [tableArn, `${tableArn}/index/*`],
    },
    { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: queueArn },
  ];
  endpoint.addPrincipal({ accessKeyId: 'PORTAL', secretAccessKey: 's', name: 'portal-api', statements });
  const { table } = { table: 'PortalTable' };
  for (const TableName of [table, 'ArchiveTable'])
    await admin(DynamoDBClient).send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'gsi1pk', AttributeType: 'S' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'gsi1',
            KeySchema: [{ AttributeName: 'gsi1pk', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    );
  await admin(SQSClient).send(new CreateQueueCommand({ QueueName: 'inspect' }));
}, 60_000);

afterAll(async () => {
  await endpoint?.close();
  await Promise.all([dynamodb?.close(), queues?.close()]);
  await rm(dir, { recursive: true, force: true });
});

type Config = {
  endpoint: string;
  region: string;
  maxAttempts: number;
  credentials: { accessKeyId: string; secretAccessKey: string };
};
const client = <C>(make: new (config: Config) => C, accessKeyId: string, secretAccessKey = 's'): C =>
  new make({ endpoint: endpoint.url, region, maxAttempts: 1, credentials: { accessKeyId, secretAccessKey } });
const admin = <C>(make: new (config: Config) => C): C => client(make, 'ADMIN');
const portal = <C>(make: new (config: Config) => C): C => client(make, 'PORTAL');
const item = (pk: string) => ({ TableName: 'PortalTable', Item: { pk: { S: pk }, gsi1pk: { S: 'g' } } });
const queueUrl = () => `${endpoint.url}/000000000000/inspect`;

describe('the roles', () => {
  test('a function reads the table and the index that its role names', async () => {
    await admin(DynamoDBClient).send(new PutItemCommand(item('a')));
    const read = await portal(DynamoDBClient).send(
      new GetItemCommand({ TableName: 'PortalTable', Key: { pk: { S: 'a' } } }),
    );
    expect(read.Item?.['pk']).toEqual({ S: 'a' });
    const listed = await portal(DynamoDBClient).send(
      new QueryCommand({
        TableName: 'PortalTable',
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :g',
        ExpressionAttributeValues: { ':g': { S: 'g' } },
      }),
    );
    expect(listed.Count).toBe(1);
  });

  test('another plane, another right and a hidden one inside a transaction are refused as in the cloud', async () => {
    const refused = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } };
    const db = portal(DynamoDBClient);
    await expect(
      db.send(new GetItemCommand({ TableName: 'ArchiveTable', Key: { pk: { S: 'a' } } })),
    ).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining(
        'portal-api/local is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:ap-southeast-1:000000000000:table/ArchiveTable',
      ),
    });
    await expect(db.send(new PutItemCommand(item('b')))).rejects.toMatchObject(refused);
    await expect(
      db.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: item('b') }] })),
    ).rejects.toMatchObject(refused);
    const nothing = await admin(DynamoDBClient).send(
      new GetItemCommand({ TableName: 'PortalTable', Key: { pk: { S: 'b' } } }),
    );
    expect(nothing.Item).toBeUndefined();
  });

  test('sending is allowed in batches too, receiving is not', async () => {
    const sqs = portal(SQSClient);
    const sent = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl(),
        Entries: [{ Id: '1', MessageBody: 'x', MessageGroupId: 'deposit-1' }],
      }),
    );
    expect(sent.Successful).toHaveLength(1);
    await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl() }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(
      portal(SNSClient).send(
        new PublishCommand({ TopicArn: `arn:aws:sns:${region}:000000000000:t`, Message: 'x' }),
      ),
    ).rejects.toMatchObject({
      name: expect.stringContaining('AuthorizationError'),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(portal(KMSClient).send(new CreateKeyCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  test('a wrong secret and an unknown key are refused by every service', async () => {
    const get = new GetItemCommand({ TableName: 'PortalTable', Key: { pk: { S: 'a' } } });
    await expect(client(DynamoDBClient, 'PORTAL', 'wrong').send(get)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    await expect(client(DynamoDBClient, 'NOBODY').send(get)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await expect(
      client(SQSClient, 'PORTAL', 'wrong').send(
        new SendMessageCommand({ QueueUrl: queueUrl(), MessageBody: 'x' }),
      ),
    ).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });

  test('a role that cannot be evaluated is refused at the start, by name', () => {
    const statements: Statement[] = [
      {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      },
    ];
    expect(() =>
      endpoint.addPrincipal({ accessKeyId: 'X', secretAccessKey: 's', name: 'odd', statements }),
    ).toThrow(/odd.*IpAddress/);
  });
});

describe('the engines behind it', () => {
  test('streams carry the ARNs of this region and account', async () => {
    const table = await admin(DynamoDBClient).send(new DescribeTableCommand({ TableName: 'PortalTable' }));
    const StreamArn = table.Table?.LatestStreamArn;
    expect(table.Table?.TableArn).toBe(tableArn);
    expect(StreamArn).toMatch(new RegExp(`^${tableArn}/stream/`));
    const streams = admin(DynamoDBStreamsClient);
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({
        StreamArn,
        ShardId: StreamDescription?.Shards?.[0]?.ShardId,
        ShardIteratorType: 'TRIM_HORIZON',
      }),
    );
    const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    expect(Records?.[0]).toMatchObject({ eventName: 'INSERT', awsRegion: region });
    const reader: Statement = {
      Effect: 'Allow',
      Action: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
      Resource: `${tableArn}/stream/*`,
    };
    endpoint.addPrincipal({
      accessKeyId: 'RELAY',
      secretAccessKey: 's',
      name: 'relay',
      statements: [reader],
    });
    const allowed = await client(DynamoDBStreamsClient, 'RELAY').send(
      new GetRecordsCommand({ ShardIterator }),
    );
    expect(allowed.Records).toHaveLength(Records?.length ?? -1);
    await expect(
      portal(DynamoDBStreamsClient).send(new GetRecordsCommand({ ShardIterator })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('a topic feeds a queue, raw and by attribute, and the queue URL is one of this endpoint', async () => {
    const { TopicArn } = await admin(SNSClient).send(new CreateTopicCommand({ Name: 'IntakeTopic' }));
    const { QueueUrl } = await admin(SQSClient).send(new CreateQueueCommand({ QueueName: 'check' }));
    expect(QueueUrl).toBe(`${endpoint.url}/000000000000/check`);
    await admin(SNSClient).send(
      new SubscribeCommand({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: `arn:aws:sqs:${region}:000000000000:check`,
        Attributes: {
          RawMessageDelivery: 'true',
          FilterPolicy: JSON.stringify({ type: ['DepositInspected'] }),
        },
      }),
    );
    const publish = (type: string, Message: string) =>
      admin(SNSClient).send(
        new PublishCommand({
          TopicArn,
          Message,
          MessageAttributes: { type: { DataType: 'String', StringValue: type } },
        }),
      );
    await publish('DepositSubmitted', 'no');
    await publish('DepositInspected', '中文 & <yes>');
    const got = await admin(SQSClient).send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }),
    );
    expect(got.Messages?.map((message) => message.Body)).toEqual(['中文 & <yes>']);
    expect(got.Messages?.[0]?.MessageAttributes?.['type']?.StringValue).toBe('DepositInspected');
  });

  test('a message that nobody was left to receive comes back at once', async () => {
    const { QueueUrl } = await admin(SQSClient).send(
      new CreateQueueCommand({ QueueName: 'lonely', Attributes: { VisibilityTimeout: '600' } }),
    );
    const sqs = admin(SQSClient);
    const abort = new AbortController();
    const poll = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 3 }), {
      abortSignal: abort.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    abort.abort();
    await expect(poll).rejects.toThrow();
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const got = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 2 }));
    expect(got.Messages?.[0]?.Body).toBe('hello');
  });

  test('a signing key keeps its chosen id and signs', async () => {
    const kms = admin(KMSClient);
    await kms.send(
      new CreateKeyCommand({
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
        Tags: [{ TagKey: '_custom_id_', TagValue: 'receipt' }],
      }),
    );
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: 'receipt' }));
    expect(PublicKey?.length).toBeGreaterThan(80);
    const signed = await kms.send(
      new SignCommand({
        KeyId: `arn:aws:kms:${region}:000000000000:key/receipt`,
        Message: Buffer.from('x'),
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    expect(signed.Signature?.length).toBeGreaterThan(60);
  });
});

describe('faults', () => {
  const write = (accessKeyId: string) =>
    client(DynamoDBClient, accessKeyId).send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: item('f1') }, { Put: item('f2') }] }),
    );

  test('a conflict comes as often as asked for, to whom it was meant for', async () => {
    endpoint.inject({
      kind: 'conflict',
      action: 'dynamodb:TransactWriteItems',
      principal: 'admin',
      times: 2,
    });
    for (const _ of [1, 2])
      await expect(write('ADMIN')).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
      });
    await expect(write('ADMIN')).resolves.toBeDefined();
  });

  test('throttling has the name each service gives it, and the SDK retries it', async () => {
    endpoint.inject({ kind: 'throttle', service: 'dynamodb' });
    await expect(write('ADMIN')).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    endpoint.inject({ kind: 'throttle', service: 'sqs', times: 2 });
    const patient = new SQSClient({
      endpoint: endpoint.url,
      region,
      credentials: { accessKeyId: 'ADMIN', secretAccessKey: 's' },
    });
    await expect(
      patient.send(new SendMessageCommand({ QueueUrl: queueUrl(), MessageBody: 'x' })),
    ).resolves.toBeDefined();
  });

  test('a cut connection: before the work, or after it', async () => {
    const put = (pk: string) => admin(DynamoDBClient).send(new PutItemCommand(item(pk)));
    const has = async (pk: string) =>
      (
        await admin(DynamoDBClient).send(
          new GetItemCommand({ TableName: 'PortalTable', Key: { pk: { S: pk } } }),
        )
      ).Item !== undefined;
    endpoint.inject({ kind: 'drop', action: 'dynamodb:PutItem' });
    await expect(put('dropped')).rejects.toThrow();
    expect(await has('dropped')).toBe(false);
    endpoint.inject({ kind: 'drop-reply', action: 'dynamodb:PutItem' });
    await expect(put('silent')).rejects.toThrow();
    expect(await has('silent')).toBe(true);
  });

  test('another process injects them over HTTP; a page in a browser may not', async () => {
    const post = (body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${endpoint.url}/_local/faults`, { method: 'POST', body: JSON.stringify(body), headers });
    expect((await post({ kind: 'throttle' }, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ kind: 'earthquake' })).status).toBe(400);
    expect((await post({ kind: 'throttle', service: 'dynamodb', times: 1 })).status).toBe(200);
    await expect(write('ADMIN')).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    await expect(write('ADMIN')).resolves.toBeDefined();
  });
});

test('what is no known service or operation is an error that names it', async () => {
  const answer = await new Promise<number>((resolve, reject) => {
    const req = request(
      endpoint.url,
      { method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem' } },
      (res) => resolve(res.statusCode ?? 0),
    );
    req.on('error', reject);
    req.end('{}');
  });
  expect(answer).toBe(400);
});
