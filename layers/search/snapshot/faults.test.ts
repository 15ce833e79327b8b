import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Change, IndexWriter } from '../port.ts';
import type { SearchRecord } from '../record.ts';
import { put } from '../testing/contract.ts';
import { syntheticRecord } from '../testing/records.ts';
import { Crash, dyingStore, type SnapshotKit, snapshotKit } from '../testing/snapshot-kit.ts';
import { LeaseHeld, LeaseLost } from './lease.ts';
import { Pointer, pointerKey } from './pointer.ts';
import type { ObjectStore } from './store.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

let kit: SnapshotKit;
beforeEach(async () => {
  kit = await snapshotKit();
});
afterEach(async () => kit.close());

const records = (from: number, to: number): SearchRecord[] =>
  Array.from({ length: to - from }, (_, n) => syntheticRecord(from + n));
const puts = (from: number, to: number): Change[] => records(from, to).map(put);
const idsOf = (from: number, to: number): string[] => records(from, to).map(({ id }) => id);
const stream = async function* (all: SearchRecord[]) {
  yield* all;
};
const pointer = (): Pointer =>
  Pointer.parse(JSON.parse(String(Buffer.from(kit.store.objects.get(pointerKey('catalogue/'))?.body ?? []))));
const segments = (): string[] => [...kit.store.objects.keys()].filter((key) => !key.endsWith('pointer.json'));
const named = (): string[] => [...pointer().base, ...pointer().deltas].map(({ key }) => key).sort();

const HOUR = 3600;

describe('a writer dies', () => {
  const works: [string, (writer: IndexWriter) => Promise<void>, string[]][] = [
    ['applying', (writer) => writer.apply(puts(10, 12)), idsOf(0, 12)],
    ['compacting', (writer) => writer.compact(), idsOf(0, 10)],
    ['rebuilding', (writer) => writer.rebuild(stream(records(0, 5))), idsOf(0, 5)],
  ];
  test.each(works)('at any step of %s: readers see the state before or after', async (_name, work, after) => {
    const before = idsOf(0, 10);
    let steps = 0;
    for (let died = true; died; steps++) {
      kit.store.objects.clear();
      await kit.writer().apply(puts(0, 6));
      await kit.writer().compact();
      await kit.writer().apply(puts(6, 10));
      const dying = dyingStore(kit.store, steps);
      await work(kit.writer(dying)).catch((error) => expect(error).toBeInstanceOf(Crash));
      died = dying.died();

      const seen = await kit.ids();
      expect([before, after]).toContainEqual(seen);
      // The next writer goes on, later when the dead one had the lease.
      await kit.writer().apply(puts(20, 21));
      expect(await kit.ids()).toEqual([...seen, ...idsOf(20, 21)]);
      kit.passSeconds(2 * HOUR);
      await kit.writer().compact();
      expect(await kit.ids()).toEqual([...seen, ...idsOf(20, 21)]);
      // What the dead one left, and what was replaced, goes when nobody can be at it any more.
      kit.passSeconds(2 * HOUR);
      await kit.writer().compact();
      expect(segments().sort()).toEqual(named());
    }
    expect(steps).toBeGreaterThan(3);
    expect(await kit.files()).toEqual([]);
  });
});

/** A store whose next put of a part of a base waits until it is let go. */
const stalling = (store: ObjectStore) => {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const stalled: ObjectStore = {
    ...store,
    async put(key, body, condition) {
      if (key.includes('/base/')) {
        reached.resolve();
        await released.promise;
      }
      return store.put(key, body, condition);
    },
  };
  return { store: stalled, reached: reached.promise, release: released.resolve };
};

describe('two writers', () => {
  test('the second that wants to make a base is refused', async () => {
    await kit.writer().apply(puts(0, 3));
    const slow = stalling(kit.store);
    const first = kit.writer(slow.store).compact();
    await slow.reached;
    await expect(kit.writer().compact()).rejects.toThrow(LeaseHeld);
    await expect(kit.writer().rebuild(stream([]))).rejects.toThrow(LeaseHeld);
    slow.release();
    await first;
    await kit.writer().compact();
    expect(await kit.ids()).toEqual(idsOf(0, 3));
  });

  test('one that lost its lease cannot publish', async () => {
    await kit.writer().apply(puts(0, 3));
    const slow = stalling(kit.store);
    const late = kit.writer(slow.store).rebuild(stream([]));
    const refused = expect(late).rejects.toThrow(LeaseLost);
    await slow.reached;
    kit.passSeconds(HOUR);
    await kit.writer().compact();
    const published = pointer();
    slow.release();
    await refused;
    expect(pointer()).toEqual(published);
    expect(await kit.ids()).toEqual(idsOf(0, 3));
  });

  test('one that was slow, but in nobody’s way, may publish', async () => {
    await kit.writer().apply(puts(0, 3));
    const slow = stalling(kit.store);
    const late = kit.writer(slow.store).compact();
    await slow.reached;
    kit.passSeconds(HOUR);
    slow.release();
    await late;
    expect(pointer()).toMatchObject({ deltas: [], lease: null });
    expect(await kit.ids()).toEqual(idsOf(0, 3));
  });

  test('changes that come while a base is made are kept', async () => {
    await kit.writer().apply(puts(0, 3));
    for (const work of ['compact', 'rebuild'] as const) {
      const slow = stalling(kit.store);
      const writer = kit.writer(slow.store);
      const making = work === 'compact' ? writer.compact() : writer.rebuild(stream(records(0, 3)));
      await slow.reached;
      await kit.writer().apply([...puts(3, 5), { op: 'remove', id: syntheticRecord(0).id, version: 1 }]);
      slow.release();
      await making;
      expect(await kit.ids()).toEqual(idsOf(1, 5));
    }
  });

  test('many applying at once all get through', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => kit.writer().apply(puts(n * 2, n * 2 + 2))));
    expect(await kit.ids()).toEqual(idsOf(0, 16));
  });
});

describe('segments', () => {
  test('many small deltas are put together', async () => {
    for (let n = 0; n < 70; n++) await kit.writer().apply(puts(n, n + 1));
    expect(pointer().deltas.length).toBeLessThan(32);
    expect(await kit.ids()).toEqual(idsOf(0, 70));
  });

  test('one that was stored but not yet named outlives a compaction', async () => {
    await kit.writer().apply(puts(0, 1));
    const waiting = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const slow: ObjectStore = {
      ...kit.store,
      async get(key) {
        reached.resolve();
        await waiting.promise;
        return kit.store.get(key);
      },
    };
    const applying = kit.writer(slow).apply(puts(1, 2));
    await reached.promise;
    kit.passSeconds(HOUR / 2);
    await kit.writer().compact();
    waiting.resolve();
    await applying;
    expect(await kit.ids()).toEqual(idsOf(0, 2));
  });

  test('nothing to do: a compaction stores nothing new', async () => {
    await kit.writer().apply(puts(0, 1));
    await kit.writer().compact();
    const before = segments();
    await kit.writer().compact();
    expect(segments()).toEqual(before);
    expect(pointer().lease).toBeNull();
  });

  test('no changes, no delta', async () => {
    await kit.writer().apply([]);
    expect(segments()).toEqual([]);
  });
});
