import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function of the small stack: its code, environment, statements and further properties. */
type Fn = {
  code: string;
  environment?: Record<string, unknown>;
  statements?: unknown[];
  more?: Record<string, unknown>;
};

const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const allow = (Action: string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const aws = `import { DynamoDBClient, PutItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
const table = new DynamoDBClient();
const put = (pk, sk, more = {}) => table.send(new PutItemCommand({ TableName: process.env.TABLE_NAME,
  Item: { pk: { S: pk }, sk: { S: sk }, ...more } }));
`;
const writeItems = allow(['dynamodb:PutItem'], att('Items', 'Arn'));
const consume = (queue: string) =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'], att(queue, 'Arn'));

const functions: Record<string, Fn> = {
  /** Publishes each outbox item of the table's stream with its type. */
  Relay: {
    code: `import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
const sns = new SNSClient();
export const handler = async ({ Records }) => { for (const { dynamodb } of Records) {
  const { pk, type } = dynamodb.NewImage;
  await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC_ARN, Message: pk.S,
    MessageAttributes: { type: { DataType: 'String', StringValue: type.S } } })); } };`,
    environment: { TOPIC_ARN: { Ref: 'Topic' } },
    statements: [
      allow(['sns:Publish'], { Ref: 'Topic' }),
      allow(
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        att('Items', 'StreamArn'),
      ),
    ],
  },
  /** Notes each message; fails on poison and takes its time when asked. */
  Consumer: {
    code: `${aws}export const handler = async ({ Records }) => { const batchItemFailures = [];
for (const { body, messageId } of Records) {
  if (body.startsWith('poison')) { batchItemFailures.push({ itemIdentifier: messageId }); continue; }
  await put('started', body);
  if (body.startsWith('slow')) await new Promise((r) => setTimeout(r, 3000));
  await put('seen', body); }
return { batchItemFailures }; };`,
    statements: [writeItems, consume('Work')],
  },
  /** Notes each object's key. */
  Uploads: {
    code: `${aws}export const handler = async ({ Records }) => { for (const { body } of Records)
for (const { s3 } of JSON.parse(body).Records ?? []) await put('uploaded', decodeURIComponent(s3.object.key.replaceAll('+', ' '))); };`,
    statements: [writeItems, consume('Uploaded')],
  },
  /** Notes the moved clock's day. */
  Daily: {
    code: `${aws}import { readFileSync } from 'node:fs';
export const handler = async ({ job }) => { const { offsetMs } = JSON.parse(readFileSync(process.env.LOCAL_CLOCK_FILE, 'utf8'));
await put(job, new Date(Date.now() + offsetMs).toISOString().slice(0, 10)); };`,
    statements: [writeItems],
  },
  /** Answers, is late, or tries a table that is not its own. */
  Web: {
    code: `${aws}export const handler = async (event) => { const { proxy } = event.pathParameters;
if (proxy === 'late') await new Promise((r) => setTimeout(r, 8000));
if (proxy === 'foreign') { const said = await table.send(new GetItemCommand({ TableName: process.env.FOREIGN,
  Key: { pk: { S: 'a' }, sk: { S: 'b' } } })).then(() => 'read', (e) => e.name); return { statusCode: 200, body: said }; }
return { statusCode: 200, headers: { 'X-Proxy': proxy }, body: JSON.stringify(event) }; };`,
    environment: { FOREIGN: { Ref: 'Foreign' } },
    statements: [writeItems],
  },
};

const table = (stream: boolean) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    ...(stream && { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
  },
});
const resource = (Type: string, Properties: Record<string, unknown> = {}) => ({ Type, Properties });
const queueSource = (queue: string, fn: string) =>
  resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: att(queue, 'Arn'),
    FunctionName: { Ref: fn },
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 2 },
  });
const pattern = { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'outbox#' }] } } } };
const uri = 'arn:aws:apigateway:r:lambda:path/2015-03-31/functions/';

const resources = {
  Items: table(true),
  Foreign: table(false),
  Topic: resource('AWS::SNS::Topic'),
  Work: resource('AWS::SQS::Queue', {
    VisibilityTimeout: 60,
    RedrivePolicy: { deadLetterTargetArn: att('Dead', 'Arn'), maxReceiveCount: 2 },
  }),
  Dead: resource('AWS::SQS::Queue'),
  Uploaded: resource('AWS::SQS::Queue'),
  Subscription: resource('AWS::SNS::Subscription', {
    TopicArn: { Ref: 'Topic' },
    Protocol: 'sqs',
    Endpoint: att('Work', 'Arn'),
    RawMessageDelivery: true,
    FilterPolicy: { type: ['Wanted'] },
  }),
  Bucket: resource('AWS::S3::Bucket', {
    VersioningConfiguration: { Status: 'Enabled' },
    NotificationConfiguration: {
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: att('Uploaded', 'Arn'),
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'files/' }] } },
        },
      ],
    },
  }),
  RelaySource: resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: att('Items', 'StreamArn'),
    FunctionName: { Ref: 'Relay' },
    StartingPosition: 'TRIM_HORIZON',
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] },
  }),
  WorkSource: queueSource('Work', 'Consumer'),
  UploadedSource: queueSource('Uploaded', 'Uploads'),
  Schedule: resource('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 1 * * ? *)',
    ScheduleExpressionTimezone: 'Asia/Shanghai',
    Target: { Arn: att('Daily', 'Arn'), RoleArn: 'unused', Input: JSON.stringify({ job: 'daily' }) },
  }),
  Api: resource('AWS::ApiGateway::RestApi', { Name: 'small-public' }),
  Stage: resource('AWS::ApiGateway::Stage', { RestApiId: { Ref: 'Api' }, StageName: 'api' }),
  Module: resource('AWS::ApiGateway::Resource', {
    RestApiId: { Ref: 'Api' },
    ParentId: att('Api', 'RootResourceId'),
    PathPart: 'web',
  }),
  Proxy: resource('AWS::ApiGateway::Resource', {
    RestApiId: { Ref: 'Api' },
    ParentId: { Ref: 'Module' },
    PathPart: '{proxy+}',
  }),
  Any: resource('AWS::ApiGateway::Method', {
    RestApiId: { Ref: 'Api' },
    ResourceId: { Ref: 'Proxy' },
    HttpMethod: 'ANY',
    AuthorizationType: 'NONE',
    Integration: {
      Type: 'AWS_PROXY',
      Uri: { 'Fn::Join': ['', [uri, att('Web', 'Arn'), '/invocations']] },
      TimeoutInMillis: 6000,
    },
  }),
};

function functionResources(folder: string, name: string, fn: Fn) {
  mkdirSync(join(folder, `asset.${name}`), { recursive: true });
  writeFileSync(join(folder, `asset.${name}`, 'index.mjs'), fn.code);
  const Statement = fn.statements ?? [];
  return {
    [`${name}Role`]: resource('AWS::IAM::Role', {
      Policies: [{ PolicyName: 'own', PolicyDocument: { Statement } }],
    }),
    [name]: {
      ...resource('AWS::Lambda::Function', {
        Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
        Handler: 'index.handler',
        Role: att(`${name}Role`, 'Arn'),
        Timeout: 10,
        MemorySize: 256,
        Environment: { Variables: { TABLE_NAME: { Ref: 'Items' }, ...fn.environment } },
      }),
      Metadata: { GeoArchive: { name: name.toLowerCase() } },
    },
  };
}

/**
 * Writes a stack that uses every way in which the cloud calls a function: stream → topic → queue, bucket → queue,
 * schedule and API. The folder lies inside the repository, so that the functions find the AWS SDK.
 */
export function writeSmallStack(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const made = Object.entries(functions).map(([name, fn]) => functionResources(folder, name, fn));
  const Resources = Object.assign({}, resources, ...made);
  writeFileSync(join(folder, 'small.template.json'), JSON.stringify({ Resources }));
  const files = Object.keys(functions).map((name) => [
    name,
    { source: { path: `asset.${name}` }, destinations: { here: { objectKey: `${name}.zip` } } },
  ]);
  writeFileSync(join(folder, 'small.assets.json'), JSON.stringify({ files: Object.fromEntries(files) }));
}
