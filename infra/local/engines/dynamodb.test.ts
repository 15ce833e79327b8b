import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startDynamoDb } from './dynamodb.ts';
import { javaProblem } from './java.ts';

let dataDir: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dynamodb-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const config = (endpoint: string) => ({
  endpoint,
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  maxAttempts: 1,
});
const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('tables, items and streams survive kill -9 of the parent, and Java goes with it', async () => {
  const folder = join(dataDir, 'killed');
  const parent = fork(fileURLToPath(new URL('./testing/parent.ts', import.meta.url)), ['dynamodb', folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  running.push(parent);
  const [first]: unknown[] = await once(parent, 'message');
  const url = String(first);
  const database = new DynamoDBClient(config(url));
  await database.send(
    new CreateTableCommand({
      TableName: 'IntakeTable',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  await database.send(new PutItemCommand({ TableName: 'IntakeTable', Item: { pk: { S: '存' } } }));
  parent.kill('SIGKILL');
  for (let i = 0; i < 100 && (await answers(url)); i += 1) await pause(50);
  expect(await answers(url)).toBe(false);

  const engine = await startDynamoDb({ port: 0, dataDir: folder });
  try {
    const { Item } = await new DynamoDBClient(config(engine.url)).send(
      new GetItemCommand({ TableName: 'IntakeTable', Key: { pk: { S: '存' } } }),
    );
    expect(Item).toEqual({ pk: { S: '存' } });
    const streams = new DynamoDBStreamsClient(config(engine.url));
    const { Streams } = await streams.send(new ListStreamsCommand({ TableName: 'IntakeTable' }));
    const { StreamDescription } = await streams.send(
      new DescribeStreamCommand({ StreamArn: Streams?.[0]?.StreamArn }),
    );
    expect(StreamDescription?.Shards?.length).toBeGreaterThan(0);
  } finally {
    await engine.close();
  }
  expect(await answers(engine.url)).toBe(false);
}, 40_000);

describe('what is missing is said in one sentence, with the remedy', () => {
  test('no Java', async () => {
    await expect(
      startDynamoDb({ port: 0, dataDir: join(dataDir, 'none'), java: 'no-such-java' }),
    ).rejects.toThrow(/^Java was not found: install a Java runtime of version 11 or newer/);
  });

  test('a Java that is too old', async () => {
    const old = join(dataDir, 'old-java');
    await writeFile(
      old,
      '#!/bin/sh\necho "java.lang.UnsupportedClassVersionError: has been compiled by a more recent version" >&2\nexit 1\n',
    );
    await chmod(old, 0o755);
    await expect(startDynamoDb({ port: 0, dataDir: join(dataDir, 'old'), java: old })).rejects.toThrow(
      /too old: DynamoDB Local needs version 11 or newer/,
    );
  });

  test('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1').unref();
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startDynamoDb({ port, dataDir: join(dataDir, 'taken') })).rejects.toThrow(
      new RegExp(`^Port ${port} for DynamoDB Local is taken .*start with --port N`),
    );
  });

  test('anything else is told as it came', () => {
    expect(javaProblem({ exit: 3 }, 'odd thing\n')).toBe('DynamoDB Local did not start (exit 3): odd thing');
    expect(javaProblem({ error: 'EACCES' }, '')).toContain('EACCES');
    expect(javaProblem({ exit: 1 }, 'java.net.BindException: Address already in use')).toContain('--port');
  });
});
