import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { intakeStores } from './deps.ts';
import { fileKey } from './file-pages.ts';
import { inspectBatch } from './inspect.ts';
import { depositId, type IntakeKit, intakeKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: IntakeKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await intakeKit(tables);
});

const never = new Promise<never>(() => undefined);
const attempts = 5;

/** One execution of the function: reading one of these keys kills it, and with it everything it was about to do. */
const execution = (poison: ReadonlySet<string>) => {
  const life = { over: false, end: (): void => undefined };
  const death = new Promise<'died'>((resolve) => {
    life.end = () => {
      life.over = true;
      resolve('died');
    };
  });
  const { transact, update, get, getMany, writeMany } = kit.table;
  const table: Table = {
    ...kit.table,
    transact: (...given) => (life.over ? never : transact(...given)),
    update: (...given) => (life.over ? never : update(...given)),
    get: (...given) => (life.over ? never : get(...given)),
    getMany: (...given) => (life.over ? never : getMany(...given)),
    writeMany: (...given) => (life.over ? never : writeMany(...given)),
  };
  const read: Bucket['read'] = (key, ...more) => {
    if (poison.has(key)) life.end();
    return life.over ? never : kit.bucket.read(key, ...more);
  };
  const deps = { ...kit, ...intakeStores(table, kit.clock), bucket: { ...kit.bucket, read } };
  return (batch: Message[]) => Promise.race([inspectBatch(deps, batch), death]);
};

/** Hands out a batch as the queue does until all of it is done or put aside; gives what was put aside. */
const deliver = async (batch: Message[], poison: ReadonlySet<string>): Promise<string[]> => {
  const aside: string[] = [];
  let waiting = batch;
  while (waiting.length > 0) {
    const done = await execution(poison)(waiting);
    const back = done === 'died' ? waiting : waiting.filter(({ id }) => done.some((f) => f.id === id));
    waiting = back.map((message) => ({ ...message, receives: message.receives + 1 }));
    aside.push(...waiting.filter(({ receives }) => receives > attempts).map(({ id }) => id));
    waiting = waiting.filter(({ receives }) => receives <= attempts);
  }
  return aside;
};

const outcome = async (no: number) => {
  const entry = await kit.entry(no);
  const codes = 'findings' in entry ? entry.findings.map(({ code }) => code) : [];
  return [entry.state, ...codes];
};

describe('a file that kills the function that reads it', () => {
  test.each([
    ['one', [12]],
    ['the first', [1]],
    ['two', [3, 20]],
    ['three, the first and the last among them', [1, 24, 25]],
  ])('%s in a batch: only those are put aside and marked, every other is read', async (_, bad) => {
    const numbers = Array.from({ length: 25 }, (__, at) => at + 1);
    await kit.enlist(Object.fromEntries(numbers.map((n) => [`${n}.txt`, `${n}`])));
    const batch = await Promise.all(
      numbers.map(async (n) => messageOf(await kit.upload(n, `${n}`), 1, String(n))),
    );
    const aside = await deliver(batch, new Set(bad.map((n) => fileKey(depositId, n))));
    expect(aside.sort()).toEqual(bad.map(String).sort());
    for (const n of numbers)
      expect([n, ...(await outcome(n))]).toEqual([
        n,
        'inspected',
        ...(bad.includes(n) ? ['inspection-failed'] : []),
      ]);
  });

  test('is read like any other once it can be, and leaves no trace', async () => {
    await kit.enlist({ 'a.txt': 'a', 'b.txt': 'b' });
    const batch = [messageOf(await kit.upload(1, 'a')), messageOf(await kit.upload(2, 'b'), 1, 'b')];
    await deliver(batch, new Set([fileKey(depositId, 1)]));
    expect(await outcome(1)).toEqual(['inspected', 'inspection-failed']);
    expect(await deliver(batch, new Set())).toEqual([]);
    const redriven = batch.map((message) => ({ ...message, receives: 2 }));
    expect(await deliver(redriven, new Set())).toEqual([]);
    expect(await outcome(1)).toEqual(['inspected']);
  });
});

test('a large file that was marked and then read is hashed, and its mark goes', async () => {
  const small = { whole: 1, hashedHere: 1 };
  await kit.enlist({ 'large.txt': 'large' });
  const upload = await kit.upload(1, 'large');
  const broken = { ...kit.bucket, read: () => Promise.reject(new Error('broken')) };
  for (const receives of [2, 3])
    await inspectBatch({ ...kit, bytes: small, bucket: broken }, [messageOf(upload, receives)]);
  expect(await outcome(1)).toEqual(['inspected', 'inspection-failed']);
  await inspectBatch({ ...kit, bytes: small }, [messageOf(upload, 4)]);
  expect(await outcome(1)).toEqual(['registered']);
  expect(kit.fixity.sent).toHaveLength(1);
});
