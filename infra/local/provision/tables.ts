import {
  CreateTableCommand,
  DescribeTableCommand,
  type DescribeTableOutput,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Model, Resource } from '../template/model.ts';
import { isMissing } from './missing.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const schema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.array(index).default([]),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});
type Wanted = z.infer<typeof schema>;
type Table = DescribeTableOutput['Table'];

const streamOf = (wanted: Wanted) =>
  wanted.StreamSpecification && { StreamEnabled: true, ...wanted.StreamSpecification };

async function create(client: DynamoDBClient, TableName: string, wanted: Wanted): Promise<Table> {
  const stream = streamOf(wanted);
  await client.send(
    new CreateTableCommand({
      TableName,
      KeySchema: wanted.KeySchema,
      AttributeDefinitions: wanted.AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      ...(wanted.GlobalSecondaryIndexes.length > 0 && {
        GlobalSecondaryIndexes: wanted.GlobalSecondaryIndexes,
      }),
      ...(wanted.LocalSecondaryIndexes && { LocalSecondaryIndexes: wanted.LocalSecondaryIndexes }),
      ...(stream && { StreamSpecification: stream }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName });
  return (await client.send(new DescribeTableCommand({ TableName }))).Table;
}

/** Adds what the template has gained since the table was made; keys cannot change, and nothing is taken away. */
async function extend(
  client: DynamoDBClient,
  TableName: string,
  wanted: Wanted,
  found: Table,
): Promise<Table> {
  const present = new Set(found?.GlobalSecondaryIndexes?.map((i) => i.IndexName));
  const stream = streamOf(wanted);
  const missing = wanted.GlobalSecondaryIndexes.filter((i) => !present.has(i.IndexName));
  const addStream = stream && !found?.StreamSpecification?.StreamEnabled;
  for (const Create of missing) {
    const { AttributeDefinitions } = wanted;
    await client.send(
      new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create }] }),
    );
  }
  if (addStream) await client.send(new UpdateTableCommand({ TableName, StreamSpecification: stream }));
  if (missing.length === 0 && !addStream) return found;
  return (await client.send(new DescribeTableCommand({ TableName }))).Table;
}

async function expireItems(client: DynamoDBClient, TableName: string, wanted: Wanted): Promise<void> {
  const ttl = wanted.TimeToLiveSpecification;
  if (!ttl?.AttributeName) return;
  const { TimeToLiveDescription: now } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (now?.TimeToLiveStatus === 'ENABLED' && now.AttributeName === ttl.AttributeName) return;
  const TimeToLiveSpecification = { AttributeName: ttl.AttributeName, Enabled: ttl.Enabled };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}

async function describe(client: DynamoDBClient, TableName: string): Promise<Table> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function provisionTable(model: Model, client: DynamoDBClient, resource: Resource): Promise<void> {
  const wanted = schema.parse(resource.properties());
  const name = resource.ref();
  const found = await describe(client, name);
  const table = found ? await extend(client, name, wanted, found) : await create(client, name, wanted);
  await expireItems(client, name, wanted);
  // The stream's ARN holds the time it was switched on: only the engine knows it.
  if (table?.LatestStreamArn) model.identify(resource, { attributes: { StreamArn: table.LatestStreamArn } });
}

/** Creates the tables of the stacks with indexes, streams and time to live; existing ones gain what is new. */
export async function provisionTables(model: Model, client: DynamoDBClient): Promise<void> {
  const tables = model.resources('AWS::DynamoDB::Table');
  await Promise.all(tables.map((resource) => provisionTable(model, client, resource)));
}
