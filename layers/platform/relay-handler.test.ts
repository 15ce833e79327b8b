import { type PublishBatchCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { metricNames } from './metric-names.ts';
import { relayHandler } from './relay-handler.ts';
import { outboxWrite } from './store/outbox.ts';
import type { Table } from './store/table.ts';
import { metrics } from './telemetry.ts';
import { contextOf, quietPowertools, watchMetrics } from './testing/lambda.ts';
import { startTestTables, type TestTables } from './testing/table.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
quietPowertools();
let tables: TestTables;
let table: Table;
let seen: Record<string, number>;
/** What was published, and the ids that the topic refuses. */
let published: PublishBatchCommandInput[];
let refused: Set<string>;
const now = new Date('2026-11-22T02:00:00.000Z');
const sns = new SNSClient({ region: 'cn-north-1' });

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  table = await tables.fresh();
  published = [];
  refused = new Set();
  seen = watchMetrics(metrics());
  jest.spyOn(sns, 'send').mockImplementation(async (command: { input: object }) => {
    const input: PublishBatchCommandInput = {
      TopicArn: '',
      PublishBatchRequestEntries: [],
      ...command.input,
    };
    published.push(input);
    const ids = (input.PublishBatchRequestEntries ?? []).map(({ Id }) => Id);
    return { Failed: ids.filter((id) => id !== undefined && refused.has(id)).map((Id) => ({ Id })) };
  });
});

const relay = (event: unknown) =>
  relayHandler(() => ({ table, sns: () => sns, topic: 'arn:topic', clock: () => now }))(
    event,
    contextOf('relay'),
  );
const sweep = () => relay({ job: 'sweep' });
/** Tells events, and gives the stream's records of them. */
const tell = async (count: number, at = now) => {
  const writes = Array.from({ length: count }, () =>
    outboxWrite(table.name, () => at, 'DepositCreated', { depositId: ulid(), round: 1 }),
  );
  for (const write of writes) await table.transact([write]);
  return writes.map(({ Put }) => recordOf(String(Put?.Item?.['pk']), String(Put?.Item?.['sk'])));
};
const recordOf = (pk: string, sk: string, eventName = 'INSERT') => ({
  eventName,
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
});
const entries = () => published.flatMap(({ PublishBatchRequestEntries }) => PublishBatchRequestEntries ?? []);
const left = async () => (await tables.all(table)).filter(({ pk }) => pk === 'outbox').length;

describe('what the stream shows', () => {
  test('is published with its type, ten at a time, and then deleted', async () => {
    await relay({ Records: await tell(23) });
    expect(published.map(({ PublishBatchRequestEntries }) => PublishBatchRequestEntries?.length)).toEqual([
      10, 10, 3,
    ]);
    expect(entries()[0]).toMatchObject({
      Message: expect.stringContaining('"type":"DepositCreated"'),
      MessageAttributes: { type: { DataType: 'String', StringValue: 'DepositCreated' } },
    });
    expect([await left(), seen[metricNames.published]]).toEqual([0, 3]);
  });
  test('goes out in the order in which it was told', async () => {
    const records = await tell(12);
    await relay({ Records: records.toReversed() });
    const ids = entries().map(({ Id }) => Id);
    expect(ids).toEqual(ids.toSorted());
  });
  test('is left alone where it is no event, or was published meanwhile', async () => {
    const [one] = await tell(1);
    const others = [
      recordOf('deposit#1', 'item'),
      { ...one, eventName: 'REMOVE' },
      recordOf('outbox', 'outbox#gone'),
    ];
    await relay({ Records: others });
    expect([published, await left()]).toEqual([[], 1]);
  });
  test('that the topic refuses stays, the rest goes; the batch is tried again', async () => {
    const records = await tell(12);
    const [bad] = records;
    refused.add(bad?.dynamodb.Keys.sk.S.slice('outbox#'.length) ?? '');
    await expect(relay({ Records: records })).rejects.toThrow('1 events');
    expect(await left()).toBe(1);
    refused.clear();
    await relay({ Records: records });
    expect([entries().length, await left()]).toEqual([13, 0]);
  });
});

describe('the sweep', () => {
  test('sends all that is left, and tells how old the oldest was', async () => {
    await tell(1, new Date(now.getTime() - 90_000));
    await tell(104);
    await sweep();
    expect([entries().length, await left()]).toEqual([105, 0]);
    expect(seen).toMatchObject({ [metricNames.outboxAge]: 90, [metricNames.jobDone]: 1 });
  });
  test('of an empty outbox is done, and says so', async () => {
    await sweep();
    expect(published).toEqual([]);
    expect(seen).toMatchObject({ [metricNames.outboxAge]: 0, [metricNames.jobDone]: 1 });
  });
  test('that could not send all did not run to its end: an alarm waits for that', async () => {
    const records = await tell(3);
    refused.add(records[1]?.dynamodb.Keys.sk.S.slice('outbox#'.length) ?? '');
    await expect(sweep()).rejects.toThrow('1 events');
    expect([await left(), seen[metricNames.jobDone]]).toEqual([1, undefined]);
  });
});
