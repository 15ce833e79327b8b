import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { Clients } from '../../../infra/local/provision/clients.ts';
import { eventually, expectRefusal, expectThat, type Probe, probeName, thenRemove } from './probe.ts';

const service = 'dynamodb';
const item = (pk: string) => ({ pk: { S: pk }, value: { S: pk } });

async function withTable(clients: Clients, use: (TableName: string) => Promise<void>): Promise<void> {
  const client = clients.dynamodb;
  const TableName = probeName('table');
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName,
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  expectThat(TableDescription !== undefined, 'making a table is not answered with the table');
  await thenRemove(
    async () => {
      await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName });
      await use(TableName);
    },
    () => client.send(new DeleteTableCommand({ TableName })),
  );
}

/** A second item that breaks its condition must keep the first from being written. */
const transactions = (clients: Clients) =>
  withTable(clients, async (TableName) => {
    const client = clients.dynamodb;
    await client.send(new PutItemCommand({ TableName, Item: item('taken') }));
    const put = (pk: string) => ({
      Put: { TableName, Item: item(pk), ConditionExpression: 'attribute_not_exists(pk)' },
    });
    await expectRefusal(
      client.send(new TransactWriteItemsCommand({ TransactItems: [put('new'), put('taken')] })),
      /^TransactionCanceledException$/,
    );
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'new' } } }));
    expectThat(Item === undefined, 'a refused transaction leaves part of itself');
  });

/** What a transaction wrote must come out of the table's stream. */
const streams = (clients: Clients) =>
  withTable(clients, async (TableName) => {
    const { Table } = await clients.dynamodb.send(new DescribeTableCommand({ TableName }));
    const StreamArn = Table?.LatestStreamArn;
    expectThat(StreamArn !== undefined, 'the table has no stream');
    const TransactItems = [{ Put: { TableName, Item: item('sent') } }];
    await clients.dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
    await eventually(async () => {
      const { StreamDescription } = await clients.streams.send(new DescribeStreamCommand({ StreamArn }));
      for (const { ShardId } of StreamDescription?.Shards ?? []) {
        const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
        const { ShardIterator } = await clients.streams.send(new GetShardIteratorCommand(start));
        const { Records = [] } = await clients.streams.send(new GetRecordsCommand({ ShardIterator }));
        if (Records.some(({ dynamodb }) => dynamodb?.NewImage?.['value']?.S === 'sent')) return true;
      }
      return undefined;
    }, 'the item in the stream');
  });

export const dynamodbProbes: Probe[] = [
  { service, name: 'transactions with conditions', needed: true, attempt: transactions },
  { service, name: "a table's stream", needed: true, attempt: streams },
];
