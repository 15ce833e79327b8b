import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '@geoarchive/infra/local/engines/dynamodb.ts';
import { openTable, type Row, type Table } from '../store/table.ts';
import { answerFromMemory } from './tables/memory.ts';
import { lists } from './tables/shelf.ts';

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

/**
 * `dynamodb` asks for a database for a whole run of tests. That run's set-up (`test/support/tables-setup.ts`) puts the name of the file in its
 * place that says where the database is, once that answers.
 */
export const TABLES_VARIABLE = 'GEOARCHIVE_TEST_TABLES';
const patience = 90_000;

type Server = { url: string; close(): Promise<void> };

const ownServer = async (brief: boolean): Promise<Server> => {
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

const sharedServer = async (place: string): Promise<Server> => {
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    const url = await readFile(place, 'utf8').catch(() => '');
    if (url !== '') return { url, close: async () => undefined };
  }
  throw new Error('DynamoDB Local of this run of tests does not answer');
};

type Engine = {
  documents: DynamoDBDocumentClient;
  create(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
};

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
const documentsOf = (client: DynamoDBClient) =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const inMemory = (): Engine => {
  const client = clientOf('http://in-memory.invalid');
  const { create, remove } = answerFromMemory(client);
  return {
    documents: documentsOf(client),
    create: async (name) => create(name),
    remove: async (name) => remove(name),
    close: async () => client.destroy(),
  };
};

const onServer = (server: Server): Engine => {
  const client = clientOf(server.url);
  return {
    documents: documentsOf(client),
    async create(TableName) {
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
    },
    async remove(TableName) {
      await client.send(new DeleteTableCommand({ TableName }));
    },
    async close() {
      client.destroy();
      await server.close();
    },
  };
};

const tablesOn = (engine: Engine): TestTables => {
  const file = randomUUID();
  let made = 0;
  const nameOf = (no: number): string => `test-${file}-${no}`;
  return {
    async fresh() {
      made += 1;
      await engine.create(nameOf(made));
      return openTable(nameOf(made), () => engine.documents);
    },
    async all(table) {
      const rows: Row[] = [];
      let start: Row | undefined;
      do {
        const page = await engine.documents.send(
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
      for (let no = 1; no <= made; no += 1) await engine.remove(nameOf(no));
      await engine.close();
    },
  };
};

/** Tables in memory, whatever the run asked for. */
export const startTablesInMemory = (): TestTables => tablesOn(inMemory());

/**
 * Tables for the tests of one file: in memory and in this process (decision 0036), or in the database of the whole run where
 * `GEOARCHIVE_TEST_TABLES=dynamodb` asked for one.
 */
export const startTestTables = async (): Promise<TestTables> => {
  const place = process.env[TABLES_VARIABLE];
  return place === undefined ? startTablesInMemory() : tablesOn(onServer(await sharedServer(place)));
};

/** Tables in a DynamoDB Local of their own, on a free port and a temporary folder: for comparison and for measurements. */
export const startDynamoDbTables = async ({ brief = true } = {}): Promise<TestTables> =>
  tablesOn(onServer(await ownServer(brief)));
