import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
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

/** Names the file that says where the database of a whole run of tests is, once that answers (`test/support/tables-setup.ts`). */
export const TABLES_VARIABLE = 'GEOARCHIVE_TEST_TABLES';
const patience = 90_000;

type Engine = { url: string; close(): Promise<void> };

const ownEngine = async (brief: boolean): Promise<Engine> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tables-'));
  const engine = await startDynamoDb({ port: 0, dataDir, startMs: patience, brief });
  return {
    url: engine.url,
    async close() {
      await engine.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const sharedEngine = async (place: string): Promise<Engine> => {
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    const url = await readFile(place, 'utf8').catch(() => '');
    if (url !== '') return { url, close: async () => undefined };
  }
  throw new Error('DynamoDB Local of this run of tests does not answer');
};

/**
 * Tables for the tests of one file: in the database of the whole run of tests where there is one, else in one of their own, on a free port
 * and a temporary folder; not `brief` for long measurements.
 */
export const startTestTables = async ({ brief = true } = {}): Promise<TestTables> => {
  const place = process.env[TABLES_VARIABLE];
  const engine = await (place === undefined ? ownEngine(brief) : sharedEngine(place));
  const file = randomUUID();
  const client = new DynamoDBClient({
    endpoint: engine.url,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  let made = 0;
  const nameOf = (no: number): string => `test-${file}-${no}`;
  return {
    async fresh() {
      made += 1;
      const TableName = nameOf(made);
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
      // What is shared keeps nothing of a file that is done.
      for (let no = 1; no <= made; no += 1)
        await client.send(new DeleteTableCommand({ TableName: nameOf(no) }));
      client.destroy();
      await engine.close();
    },
  };
};
