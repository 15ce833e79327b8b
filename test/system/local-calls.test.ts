import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Clients, createClients } from '../../infra/local/provision/clients.ts';
import { type Run, startRun } from '../support/run.ts';
import { writeSmallStack } from '../support/small-stack.ts';

jest.setTimeout(300_000);

const folder = mkdtempSync(join(import.meta.dirname, '..', '..', '.local-test-'));
const assembly = join(folder, 'stacks');
let run: Run;
let clients: Clients;

async function start(): Promise<void> {
  run = await startRun({ state: join(folder, 'state'), assembly });
  clients = createClients(run.endpoints.aws);
}
const name = (id: string): string => run.endpoints.resources[`small/${id}`] ?? '';

const put = (pk: string, sk: string, type = '') =>
  clients.dynamodb.send(
    new PutItemCommand({
      TableName: name('Items'),
      Item: { pk: { S: pk }, sk: { S: sk }, type: { S: type } },
    }),
  );
async function noted(pk: string): Promise<string[]> {
  const { Items = [] } = await clients.dynamodb.send(
    new QueryCommand({
      TableName: name('Items'),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
    }),
  );
  return Items.map(({ sk }) => sk?.S ?? '');
}
const has = async (pk: string, sk: string): Promise<boolean> => {
  const Key = { pk: { S: pk }, sk: { S: sk } };
  return (
    (await clients.dynamodb.send(new GetItemCommand({ TableName: name('Items'), Key }))).Item !== undefined
  );
};
async function until(what: string, holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} did not happen within ${seconds} s`);
    await pause(100);
  }
}
const send = (MessageBody: string) =>
  clients.sqs.send(new SendMessageCommand({ QueueUrl: name('Work'), MessageBody }));

beforeAll(async () => {
  writeSmallStack(assembly);
  await start();
});
afterAll(async () => {
  clients?.close();
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('functions are called', () => {
  test('from the stream through topic and queue, as far as the filters let them', async () => {
    await put('not-an-outbox-item', 'other#1', 'Wanted');
    await put('unwanted', 'outbox#1', 'Unwanted');
    await put('wanted', 'outbox#2', 'Wanted');
    await until('the event', () => has('seen', 'wanted'));
    await pause(500);
    expect(await noted('seen')).toEqual(['wanted']);
  });

  test('and what fails again and again is put aside without hindering the rest', async () => {
    await Promise.all([send('poison-1'), send('good-1'), send('good-2')]);
    await until(
      'the good messages',
      async () => (await has('seen', 'good-1')) && (await has('seen', 'good-2')),
    );
    let aside: string | undefined;
    await until('the dead letter', async () => {
      const { Messages } = await clients.sqs.send(
        new ReceiveMessageCommand({ QueueUrl: name('Dead'), WaitTimeSeconds: 1 }),
      );
      aside = Messages?.[0]?.Body;
      return aside !== undefined;
    });
    expect(aside).toBe('poison-1');
  });

  test('by objects under the prefix', async () => {
    for (const Key of ['other/x', 'files/报告 1.pdf']) {
      await clients.s3.send(new PutObjectCommand({ Bucket: name('Bucket'), Key, Body: 'x' }));
    }
    await until('the notification', () => has('uploaded', 'files/报告 1.pdf'));
    expect(await noted('uploaded')).toEqual(['files/报告 1.pdf']);
  });

  test('by a schedule, when the clock is moved past it, once', async () => {
    const clock = `${run.endpoints.aws.endpoint}/_local/clock`;
    const advance = JSON.stringify({ advanceMs: 3 * 86_400_000 });
    const moved = await fetch(clock, { method: 'POST', body: advance });
    const told: unknown = await moved.json();
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect(told).toMatchObject({ offsetMs: 3 * 86_400_000, now: expect.stringContaining(day) });
    expect(await noted('daily')).toEqual([day]);
    await fetch(clock, { method: 'POST', body: JSON.stringify({ offsetMs: 0 }) });
  });
});

describe('the API', () => {
  test('hands on method, path, query and headers', async () => {
    const response = await fetch(`${run.endpoints.publicApi}/web/a%20b/c?x=1&x=2`, {
      method: 'PUT',
      body: '中',
    });
    expect(response.headers.get('x-proxy')).toBe('a b/c');
    expect(await response.json()).toMatchObject({
      httpMethod: 'PUT',
      path: '/web/a%20b/c',
      queryStringParameters: { x: '2' },
      multiValueQueryStringParameters: { x: ['1', '2'] },
      body: '中',
      isBase64Encoded: false,
      requestContext: { stage: 'api', path: '/api/web/a%20b/c' },
    });
  });
  test('gives up on a function that is late', async () => {
    const response = await fetch(`${run.endpoints.publicApi}/web/late`);
    expect([response.status, await response.json()]).toEqual([
      504,
      { message: 'Endpoint request timed out' },
    ]);
  });
  test("holds a function to its role: another's table is refused", async () => {
    const response = await fetch(`${run.endpoints.publicApi}/web/foreign`);
    expect(await response.text()).toBe('AccessDeniedException');
  });
});

test('a kill in the middle of the work loses nothing and repeats nothing that was done', async () => {
  await send('slow-1');
  await until('the start of the work', () => has('started', 'slow-1'));
  const before = await noted('seen');
  expect(before).not.toContain('slow-1');
  await put('after-the-kill', 'outbox#3', 'Wanted');
  clients.close();
  await run.stop('SIGKILL');
  await start();
  await until('the interrupted work', () => has('seen', 'slow-1'), 30);
  await until('the event in the stream', () => has('seen', 'after-the-kill'), 30);
});
