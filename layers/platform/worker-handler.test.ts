import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { contextOf, quietPowertools } from './testing/lambda.ts';
import { batchWorker, eventWorker, gatheringWorker, messageWorker } from './worker-handler.ts';

quietPowertools();
const context = contextOf('worker');
const batch = (...bodies: string[]) => ({
  Records: bodies.map((body, n) => ({
    messageId: `m${n}`,
    receiptHandle: 'h',
    body,
    eventSource: 'aws:sqs',
    attributes: { ApproximateReceiveCount: String(n + 1) },
  })),
});
const failedOf = (reply: unknown) =>
  z
    .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })
    .parse(reply)
    // Messages of a batch are treated side by side; the order in which they fail says nothing.
    .batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
    .sort();
const id = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
const event = (type: string, data: unknown) =>
  JSON.stringify({ id, type, at: '2026-11-22T02:00:00.000Z', data });

describe('message by message', () => {
  const done: unknown[] = [];
  const worker = messageWorker({
    deps: () => ({ poison: 'b' }),
    work: async ({ poison }, message) => {
      if (z.object({ name: z.string() }).parse(message.body).name === poison) throw new Error('poison');
      done.push([message.id, message.receives]);
    },
  });

  test('a poison message and one that is no JSON go back alone', async () => {
    const reply = await worker(batch('{"name":"a"}', '{"name":"b"}', '{no json', '{"name":"c"}'), context);
    expect(failedOf(reply)).toEqual(['m1', 'm2']);
    expect(done).toEqual([
      ['m0', 1],
      ['m3', 4],
    ]);
  });
  test('a batch of only bad messages is handed back, not thrown', async () => {
    expect(failedOf(await worker(batch('{', '{"name":"b"}'), context))).toEqual(['m0', 'm1']);
  });
});

test('a whole batch at once names what failed', async () => {
  const worker = batchWorker({
    deps: () => undefined,
    work: async (_, messages) =>
      messages.filter(({ body }) => body === 2).map((m) => ({ id: m.id, error: 'x' })),
  });
  expect(failedOf(await worker(batch('1', '2', '3'), context))).toEqual(['m1']);
});

describe('domain events', () => {
  const heard: unknown[] = [];
  const worker = eventWorker({
    deps: () => undefined,
    on: {
      DepositSubmitted: async (_, data, { id: eventId }) => {
        heard.push([eventId, data]);
      },
    },
  });

  test('each is parsed by its own schema; strange and broken ones go back alone', async () => {
    const good = { depositId: id, round: 1 };
    const reply = await worker(
      batch(
        event('DepositSubmitted', { ...good, more: true }),
        event('DepositSubmitted', { depositId: 'x', round: 1 }),
        event('DepositSealed', good),
        event('Nothing', good),
        event('DepositSubmitted', { ...good, round: 2 }),
      ),
      context,
    );
    expect(failedOf(reply)).toEqual(['m1', 'm2', 'm3']);
    expect(heard).toEqual([
      [id, good],
      [id, { ...good, round: 2 }],
    ]);
  });

  test('what is no event is a step, for a worker that sends itself some', async () => {
    const steps: unknown[] = [];
    const stepping = eventWorker({
      deps: () => steps,
      on: { DepositSubmitted: async () => undefined },
      step: async (of, { body }) => {
        if (z.object({ job: z.string() }).parse(body).job === 'poison') throw new Error('poison');
        of.push(body);
      },
    });
    const reply = await stepping(
      batch('{"job":"a"}', event('DepositSubmitted', { depositId: id, round: 1 }), '{"job":"poison"}'),
      context,
    );
    expect([failedOf(reply), steps]).toEqual([['m2'], [{ job: 'a' }]]);
  });
});

describe('events of a type together', () => {
  const other = '01KAHZ6YB8Q5T2W9X3C7V4N6M2';
  const gathering = (heard: unknown[]) =>
    gatheringWorker({
      deps: () => heard,
      on: {
        DepositSubmitted: async (of, { round }) => {
          of.push(round);
        },
      },
      together: {
        DossierReleased: async (of, data) => {
          if (data.some(({ dossierId }) => dossierId === other)) throw new Error('poison');
          of.push(data.map(({ dossierId }) => dossierId));
        },
      },
    });
  test('are given at once, the others one by one', async () => {
    const heard: unknown[] = [];
    const reply = await gathering(heard)(
      batch(
        event('DossierReleased', { dossierId: id }),
        event('DepositSubmitted', { depositId: id, round: 7 }),
        event('DossierReleased', { dossierId: id }),
        'no json',
      ),
      context,
    );
    expect([failedOf(reply), heard]).toEqual([['m3'], [[id, id], 7]]);
  });
  test('where one is bad, the others are done by themselves and it goes back alone', async () => {
    const heard: unknown[] = [];
    const reply = await gathering(heard)(
      batch(
        event('DossierReleased', { dossierId: id }),
        event('DossierReleased', { dossierId: other }),
        event('DossierReleased', { dossierId: 'x' }),
      ),
      context,
    );
    expect([failedOf(reply), heard]).toEqual([['m1', 'm2'], [[id]]]);
  });
  test('what is told again is worked on with dependencies of its own, apart from what is new', async () => {
    const [fresh, old]: unknown[][] = [[], []];
    const worker = gatheringWorker<unknown[]>({
      deps: () => fresh ?? [],
      again: () => old ?? [],
      on: { DepositSubmitted: async (of, { round }) => void of.push(round) },
      together: { DossierReleased: async (of, data) => void of.push(data.length) },
    });
    const again = (text: string) => JSON.stringify({ ...JSON.parse(text), again: true });
    const released = event('DossierReleased', { dossierId: id });
    const submitted = (round: number) => event('DepositSubmitted', { depositId: id, round });
    const reply = await worker(
      batch(released, again(released), submitted(1), again(submitted(2)), again(released)),
      context,
    );
    expect([failedOf(reply), fresh, old]).toEqual([[], [1, 1], [2, 2]]);
  });
});
