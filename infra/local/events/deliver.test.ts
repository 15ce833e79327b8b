import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../lambda/worker.ts';
import { deliver } from './deliver.ts';
import { failedItems } from './item-failures.ts';
import type { Mapping } from './mapping.ts';

const mapping: Mapping = {
  id: 'm',
  functionArn: 'f',
  sourceArn: 's',
  source: 'dynamodb',
  batchSize: 10,
  windowMs: 0,
  maximumConcurrency: 2,
  reportsItemFailures: true,
  filters: [],
  startingPosition: 'TRIM_HORIZON',
  bisect: false,
  maximumRetries: -1,
  maximumAgeMs: Number.POSITIVE_INFINITY,
  onFailureArn: 'arn:dead',
};
const crash: Outcome = { error: { errorType: 'E', errorMessage: 'broken', trace: [] } };
const reply = (...ids: string[]): Outcome => ({
  payload: JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) }),
});
const records = (...ids: string[]) =>
  ids.map((SequenceNumber) => ({
    dynamodb: { SequenceNumber, ApproximateCreationDateTime: Date.now() / 1000 },
  }));
const idsOf = (event: unknown): string[] =>
  (event as { Records: ReturnType<typeof records> }).Records.map((r) => r.dynamodb.SequenceNumber);

async function run(
  given: string[],
  more: Partial<Mapping>,
  answer: (ids: string[], call: number) => Outcome,
) {
  const calls: string[] = [];
  const givenUp: unknown[] = [];
  await deliver(records(...given), {
    mapping: { ...mapping, ...more },
    signal: new AbortController().signal,
    backoff: () => 0,
    report: () => undefined,
    giveUp: async (arn, body) => void givenUp.push([arn, body]),
    invoke: async (event) => {
      const ids = idsOf(event);
      calls.push(ids.join(''));
      return answer(ids, calls.length);
    },
  });
  return { calls, givenUp };
}

describe('records of a stream', () => {
  test('that are all handled are handed over once', async () => {
    expect((await run(['1', '2'], {}, () => reply())).calls).toEqual(['12']);
  });
  test('go on from the first that failed', async () => {
    const { calls } = await run(['1', '2', '3'], {}, (_, call) => (call === 1 ? reply('2') : reply()));
    expect(calls).toEqual(['123', '23']);
  });
  test('come again until the function recovers', async () => {
    const { calls } = await run(['1'], {}, (_, call) => (call < 4 ? crash : reply()));
    expect(calls).toHaveLength(4);
  });
  test('are given up after the retries, with what they were', async () => {
    const { calls, givenUp } = await run(['1', '2'], { maximumRetries: 2 }, () => crash);
    expect(calls).toEqual(['12', '12', '12']);
    expect(givenUp).toEqual([
      [
        'arn:dead',
        expect.objectContaining({
          requestContext: expect.objectContaining({ condition: 'RetryAttemptsExhausted' }),
          DDBStreamBatchInfo: expect.objectContaining({
            startSequenceNumber: '1',
            endSequenceNumber: '2',
            batchSize: 2,
          }),
        }),
      ],
    ]);
  });
  test('are given up when too old', async () => {
    const { givenUp } = await run(['1'], { maximumAgeMs: -1 }, () => crash);
    expect(givenUp).toEqual([
      [
        'arn:dead',
        expect.objectContaining({
          requestContext: expect.objectContaining({ condition: 'RecordAgeExceeded' }),
        }),
      ],
    ]);
  });
  test('are halved until the poison stands alone', async () => {
    const { calls, givenUp } = await run(['1', '2', '3', '4'], { bisect: true, maximumRetries: 1 }, (ids) =>
      ids.includes('3') ? crash : reply(),
    );
    expect(calls).toEqual(['1234', '12', '34', '3', '3', '4']);
    expect(givenUp).toHaveLength(1);
  });
  test('are left when the run stops', async () => {
    const stop = new AbortController();
    stop.abort();
    const invoke = async () => reply();
    let called = 0;
    await deliver(records('1'), {
      mapping,
      signal: stop.signal,
      report: () => undefined,
      giveUp: async () => undefined,
      invoke: async () => {
        called += 1;
        return invoke();
      },
    });
    expect(called).toBe(0);
  });
});

describe('failed items of a reply', () => {
  const all = ['a', 'b'];
  test.each([
    ['an error: all', crash, true, ['a', 'b']],
    ['none named', reply(), true, []],
    ['one named', reply('b'), true, ['b']],
    ['a stranger named: all', reply('x'), true, ['a', 'b']],
    ['an empty name: all', reply(''), true, ['a', 'b']],
    ['no reply', { payload: 'null' }, true, []],
    ['null list', { payload: '{"batchItemFailures":null}' }, true, []],
    ['malformed: all', { payload: '{"batchItemFailures":[{"id":"a"}]}' }, true, ['a', 'b']],
    ['not asked for', reply('b'), false, []],
  ] satisfies [string, Outcome, boolean, string[]][])('%s', (_, outcome, reported, expected) => {
    expect([...failedItems(outcome, reported, all)]).toEqual(expected);
  });
});
