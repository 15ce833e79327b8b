import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { startQueues } from '@geoarchive/infra/local/engines/queues.ts';
import { openDeadLetters } from '@geoarchive/platform/dead-letters.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { OperationsDeps } from './deps.ts';
import { aboutQueue, lookRoutes } from './look.ts';
import { treatRoutes } from './treat.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let folder: string;
let engine: Awaited<ReturnType<typeof startQueues>>;
let sqs: SQSClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dead-letters-'));
  [tables, engine] = await Promise.all([startTestTables(), startQueues({ port: 0, dataDir: folder })]);
  sqs = new SQSClient({
    endpoint: engine.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  sqs.destroy();
  await Promise.all([tables.close(), engine.close()]);
  await rm(folder, { recursive: true, force: true });
});

let table: Table;
let deps: OperationsDeps;
const urls = { dead: '', source: '', jobs: '' };
let made = 0;
beforeEach(async () => {
  made += 1;
  const create = async (name: string) =>
    (await sqs.send(new CreateQueueCommand({ QueueName: `${name}-${made}` }))).QueueUrl ?? '';
  urls.dead = await create('dead');
  urls.source = await create('source');
  urls.jobs = await create('jobs');
  table = await tables.fresh();
  deps = {
    plane: 'intake',
    clock: () => new Date('2026-11-24T02:00:00Z'),
    table,
    queues: [
      {
        name: 'inspect',
        kind: 'worker',
        letters: openDeadLetters(urls.dead, () => sqs),
        to: { name: 'inspect-queue', url: urls.source },
      },
      { name: 'intake-relay', kind: 'relay', letters: openDeadLetters(urls.jobs, () => sqs), to: undefined },
    ],
  };
});

type More = { group?: string; attributes?: Record<string, MessageAttributeValue> };
const put = async (body: unknown, { group, attributes }: More = {}, QueueUrl = urls.dead): Promise<string> =>
  (
    await sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
        ...(group && { MessageGroupId: group }),
        ...(attributes && { MessageAttributes: attributes }),
      }),
    )
  ).MessageId ?? '';
const fifo = async (name: string): Promise<string> => {
  const Attributes = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };
  const queue = await sqs.send(new CreateQueueCommand({ QueueName: `${name}-${made}.fifo`, Attributes }));
  return queue.QueueUrl ?? '';
};
const drain = async (QueueUrl: string) => {
  const found = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) return found;
    found.push(...Messages);
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: Messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle })),
      }),
    );
  }
};
const api = () => caller(() => deps, [...lookRoutes, ...treatRoutes]);
const operator = claimsOf('operator', ['OPERATOR']);
const ask = (path: string, body?: unknown) =>
  api().call({
    path: `/operations/${path}`,
    claims: operator,
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
const trail = async () =>
  (await listAuditOf(table, aboutQueue('inspect'), { cursor: undefined, limit: 100 })).items;

describe('looking', () => {
  test('tells of each queue how many wait, since when, and what people notice', async () => {
    const before = Date.now();
    await put({ depositId: 'D1', no: 1 });
    await put({ depositId: 'D1', no: 2 });
    const { body } = await ask('intake/queues');
    expect(body).toMatchObject({
      items: [
        { name: 'inspect', kind: 'worker', waiting: 2, looked: 2, impact: { en: expect.any(String) } },
        { name: 'intake-relay', kind: 'relay', waiting: 0, looked: 0 },
      ],
    });
    const [{ oldest, keptDays }] = body['items'] as [{ oldest: string; keptDays: number }];
    expect(Date.parse(oldest)).toBeGreaterThanOrEqual(before - 1000);
    expect(keptDays).toBeGreaterThan(0);
  });

  test('loses nothing, and leaves all of it to be seen at once by the next', async () => {
    for (let n = 0; n < 23; n += 1) await put({ n });
    for (let time = 0; time < 3; time += 1) {
      const { body } = await ask('intake/queues/inspect/messages');
      expect(body['items']).toHaveLength(23);
    }
    expect(await drain(urls.dead)).toHaveLength(23);
    expect(await trail()).toEqual([]);
  });

  test('shows a message with its event, its share and its body, without what people wrote', async () => {
    const data = { depositId: 'D1', round: 1, reason: '题名涉密', items: ['图件'] };
    await put({ id: 'E1', type: 'DepositReturned', at: 't', data });
    const { body } = await ask('intake/queues/inspect/messages');
    expect(body['items']).toMatchObject([
      { event: 'DepositReturned', origin: 'queue', summary: 'depositId: D1 · round: 1' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/题名涉密|图件/);
  });

  test('cuts off what is long and takes what is no JSON', async () => {
    await put('x'.repeat(50_000));
    const { body } = await ask('intake/queues/inspect/messages');
    expect(body['items']).toMatchObject([{ cut: true, bytes: 50_000, text: 'x'.repeat(20_000) }]);
  });

  test('knows a call and a stretch of a stream, why they failed, and what to do instead', async () => {
    const told = { DataType: 'String', StringValue: 'Task timed out after 900 seconds' };
    await put({ job: 'compact' }, { attributes: { ErrorMessage: told } });
    await put({ requestContext: { condition: 'RetryAttemptsExhausted' }, DDBStreamBatchInfo: {} });
    const { body } = await ask('intake/queues/inspect/messages');
    const items = body['items'] as { origin: string }[];
    expect(items.toSorted((a, b) => (a.origin < b.origin ? -1 : 1))).toMatchObject([
      { origin: 'call', reason: told.StringValue, stays: { en: expect.stringContaining('scheduled') } },
      {
        origin: 'stream',
        reason: 'RetryAttemptsExhausted',
        stays: { en: expect.stringContaining('outbox') },
      },
    ]);
  });

  test('of another plane, or of a queue that is not there, finds nothing', async () => {
    expect((await ask('archive/queues')).status).toBe(404);
    expect((await ask('archive/queues/inspect/messages')).status).toBe(404);
    expect((await ask('intake/queues/copy/messages')).status).toBe(404);
    expect((await ask('nowhere/queues')).status).toBe(400);
  });
});

describe('a replay', () => {
  test('is shown before by a dry run, which moves nothing', async () => {
    const id = await put({ depositId: 'D1', no: 7 });
    await put({ job: 'compact' });
    const { body } = await ask('intake/queues/inspect/dry-run', {});
    expect(body).toMatchObject({
      to: 'inspect-queue',
      sends: [{ id, summary: 'depositId: D1 · no: 7' }],
      stays: [{ origin: 'call' }],
      missing: [],
      waiting: 2,
    });
    expect(await drain(urls.source)).toEqual([]);
    expect(await drain(urls.dead)).toHaveLength(2);
    expect(await trail()).toEqual([]);
  });

  test('sends body and attributes as they were, and leaves an entry', async () => {
    const attributes = {
      type: { DataType: 'String', StringValue: 'TaskRecorded' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 250]) },
    };
    const id = await put({ depositId: 'D1' }, { attributes });
    const { body } = await ask('intake/queues/inspect/replay', { ids: [id] });
    expect(body).toEqual({ sent: 1, stays: 0, missing: [], waiting: 0 });
    const [sent] = await drain(urls.source);
    expect(sent).toMatchObject({
      Body: '{"depositId":"D1"}',
      MessageAttributes: attributes,
    });
    expect(await trail()).toMatchObject([
      {
        action: 'deadletters.replay',
        byName: 'operator',
        detail: { to: 'inspect-queue', messages: [{ id, receives: 1 }] },
      },
    ]);
  });

  test('keeps the group by which a deposit has its fair share', async () => {
    // The local engine keeps groups of FIFO queues only; SQS keeps them of all.
    const [from, url] = [await fifo('dead'), await fifo('source')];
    const letters = openDeadLetters(from, () => sqs);
    deps = { ...deps, queues: [{ name: 'inspect', kind: 'worker', letters, to: { name: 'q', url } }] };
    const id = await put({ n: 1 }, { group: 'D1' }, from);
    const dry = await ask('intake/queues/inspect/dry-run', { ids: [id] });
    expect(dry.body).toMatchObject({ sends: [{ id, group: 'D1' }] });
    expect((await ask('intake/queues/inspect/replay', { ids: [id] })).body).toMatchObject({ sent: 1 });
    expect(await drain(url)).toMatchObject([{ Body: '{"n":1}', Attributes: { MessageGroupId: 'D1' } }]);
    expect(await trail()).toMatchObject([{ detail: { messages: [{ id, group: 'D1' }] } }]);
  });

  test('of some leaves the others, and names what is not there', async () => {
    const ids = [];
    for (let n = 0; n < 15; n += 1) ids.push(await put({ n }));
    const chosen = [ids[3], ids[14]];
    const { body } = await ask('intake/queues/inspect/replay', { ids: [...chosen, 'gone'] });
    expect(body).toEqual({ sent: 2, stays: 0, missing: ['gone'], waiting: 13 });
    expect((await drain(urls.source)).map(({ Body }) => Body).sort()).toEqual(['{"n":14}', '{"n":3}']);
    expect(await drain(urls.dead)).toHaveLength(13);
  });

  test('of all goes on call by call until nothing is left but what stays', async () => {
    for (let n = 0; n < 61; n += 1) await put({ n });
    await put({ job: 'compact' });
    const first = await ask('intake/queues/inspect/replay', {});
    expect(first.body).toMatchObject({ sent: 50, waiting: 12 });
    const second = await ask('intake/queues/inspect/replay', {});
    expect(second.body).toMatchObject({ sent: 11, waiting: 1 });
    const third = await ask('intake/queues/inspect/replay', {});
    expect(third.body).toMatchObject({ sent: 0, waiting: 1 });
    const numbers = (await drain(urls.source)).map(({ Body }) => JSON.parse(Body ?? '').n);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 61 }, (_, n) => n));
  });

  test('of two at once sends each message once', async () => {
    for (let n = 0; n < 30; n += 1) await put({ n });
    const done = await Promise.all([
      ask('intake/queues/inspect/replay', {}),
      ask('intake/queues/inspect/replay', {}),
    ]);
    expect(done.reduce((sum, { body }) => sum + Number(body['sent']), 0)).toBe(30);
    expect(await drain(urls.source)).toHaveLength(30);
  });

  test('that the trail cannot note sends nothing and lets go', async () => {
    await put({ n: 1 });
    const broken = { ...table, transact: () => Promise.reject(new Error('the table is away')) };
    deps = { ...deps, table: broken };
    expect((await ask('intake/queues/inspect/replay', {})).status).toBe(500);
    expect(await drain(urls.source)).toEqual([]);
    expect(await drain(urls.dead)).toHaveLength(1);
  });

  test('of what is no queue of messages is refused in words', async () => {
    const { status, body } = await ask('intake/queues/intake-relay/replay', {});
    expect([status, body['type']]).toEqual([422, 'rule-broken']);
  });
});

describe('a discard', () => {
  test('keeps what it said and why, and takes it away', async () => {
    // Over the 400 KB of one row, with signs of two and three bytes at the seams.
    const text = JSON.stringify({ text: '矿éa'.repeat(70_000) });
    const id = await put(text);
    const other = await put({ stays: true });
    const { body } = await ask('intake/queues/inspect/discard', { ids: [id], reason: '重复的测试消息' });
    expect(body).toEqual({ discarded: 1, missing: [], waiting: 1 });
    expect((await drain(urls.dead)).map(({ MessageId }) => MessageId)).toEqual([other]);
    expect(await drain(urls.source)).toEqual([]);
    const bytes = Buffer.byteLength(text);
    expect(await trail()).toMatchObject([
      { action: 'deadletters.discard', detail: { reason: '重复的测试消息', messages: [{ id, bytes }] } },
    ]);
    const kept = await ask(`intake/queues/inspect/discarded/${id}`);
    expect(kept.body).toMatchObject({ bytes, cut: true });
    const whole = [];
    for await (const { bytes: part } of table.each(`discarded#inspect#${id}`))
      if (part instanceof Uint8Array) whole.push(part);
    expect(Buffer.concat(whole).toString()).toBe(text);
    expect(whole.length).toBeGreaterThan(1);
  });

  test('without a reason, or of nothing, is refused', async () => {
    const id = await put({ n: 1 });
    expect((await ask('intake/queues/inspect/discard', { ids: [id], reason: ' ok ' })).status).toBe(400);
    expect((await ask('intake/queues/inspect/discard', { ids: [], reason: '不再需要了' })).status).toBe(400);
    expect(await drain(urls.dead)).toHaveLength(1);
  });

  test('is found again in the history of its queue, newest first', async () => {
    const id = await put({ n: 1 });
    const next = await put({ n: 2 });
    await ask('intake/queues/inspect/discard', { ids: [id], reason: '不再需要了' });
    deps = { ...deps, clock: () => new Date('2026-11-24T03:00:00Z') };
    await ask('intake/queues/inspect/replay', { ids: [next] });
    const { body } = await ask('intake/queues/inspect/history');
    expect(body['items']).toMatchObject([
      { action: 'deadletters.replay', messages: [next], byName: 'operator' },
      { action: 'deadletters.discard', messages: [id], reason: '不再需要了' },
    ]);
    expect((await ask('intake/queues/inspect/discarded/unknown')).status).toBe(404);
  });
});
