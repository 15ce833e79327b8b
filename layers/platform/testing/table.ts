import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '@geoarchive/infra/local/engines/dynamodb.ts';
import { openTable, type Row, type Table } from '../store/table.ts';

export type TestTables = {
  /** A fresh, empty table with the keys and lists that every plane's table has. */
  fresh(): Promise<Table>;
  /** Everything in a table, to see that nothing else was written. */
  all(table: Table): Promise<Row[]>;
  close(): Promise<void>;
};

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const keys = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
const lists = ['gsi1', 'gsi2', 'gsi3'];

/** Starts DynamoDB Local for the tests of one file, on a free port and a temporary folder; not `brief` for long measurements. */
export const startTestTables = async ({ brief = true } = {}): Promise<TestTables> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tables-'));
  const engine = await startDynamoDb({ port: 0, dataDir, startMs: 60_000, brief });
  const client = new DynamoDBClient({
    endpoint: engine.url,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  let made = 0;
  return {
    async fresh() {
      made += 1;
      const TableName = `test-${made}`;
      await client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: keys('pk', 'sk'),
          AttributeDefinitions: [
            text('pk'),
            text('sk'),
            ...lists.flatMap((name) => [text(`${name}pk`), text(`${name}sk`)]),
          ],
          GlobalSecondaryIndexes: lists.map((IndexName) => ({
            IndexName,
            KeySchema: keys(`${IndexName}pk`, `${IndexName}sk`),
            Projection: { ProjectionType: 'ALL' },
          })),
        }),
      );
      return openTable(TableName, () => documents);
    },
    async all(table) {
      const rows: Row[] = [];
      let start: Row | undefined;
      do {
        const page = await documents.send(
          new ScanCommand({
            TableName: table.name,
            ConsistentRead: true,
            ...(start === undefined ? {} : { ExclusiveStartKey: start }),
          }),
        );
        rows.push(...(page.Items ?? []));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      return rows;
    },
    async close() {
      client.destroy();
      await engine.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
