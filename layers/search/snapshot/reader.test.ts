import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { InvalidCursor } from '../cursor.ts';
import { ask, put } from '../testing/contract.ts';
import { syntheticRecord } from '../testing/records.ts';
import { dyingStore, type SnapshotKit, snapshotKit } from '../testing/snapshot-kit.ts';
import { MissingSegment } from './base.ts';
import { OtherSchema } from './database.ts';
import { pointerKey } from './pointer.ts';
import type { ObjectStore } from './store.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

let kit: SnapshotKit;
beforeEach(async () => {
  kit = await snapshotKit();
});
afterEach(async () => kit.close());

const count = async (engine: ReturnType<SnapshotKit['reader']>): Promise<number> =>
  (await engine.search(ask())).total.count;

/** Counts what is read. */
const counted = (store: ObjectStore) => {
  const keys: string[] = [];
  return {
    keys,
    store: {
      ...store,
      async get(key: string) {
        keys.push(key.split('/')[1] ?? key);
        return store.get(key);
      },
    },
  };
};

describe('a reader', () => {
  test('of an index nobody has written finds nothing', async () => {
    expect(await kit.reader().search(ask({ facets: ['node'] }))).toEqual({
      hits: [],
      total: { count: 0, exact: true },
      facets: { node: [] },
    });
  });

  test('looks for changes only after its time', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    const engine = kit.reader({ refreshSeconds: 10 });
    expect(await count(engine)).toBe(1);
    await kit.writer().apply([put(syntheticRecord(2))]);
    kit.passSeconds(9);
    expect(await count(engine)).toBe(1);
    kit.passSeconds(1);
    expect(await count(engine)).toBe(2);
  });

  test('loads each segment once, however many ask at a time', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    await kit.writer().compact();
    await kit.writer().apply([put(syntheticRecord(2))]);
    const { store, keys } = counted(kit.store);
    const engine = kit.reader({ store });
    expect(await Promise.all([count(engine), count(engine), count(engine)])).toEqual([2, 2, 2]);
    expect(keys).toEqual(['pointer.json', 'base', 'delta']);
    await kit.writer().apply([put(syntheticRecord(3))]);
    keys.length = 0;
    expect(await count(engine)).toBe(3);
    expect(keys).toEqual(['pointer.json', 'delta']);
  });

  test('takes a new base over, and throws the old copy away', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    const engine = kit.reader();
    expect(await count(engine)).toBe(1);
    await kit.writer().compact();
    await kit
      .writer()
      .apply([{ op: 'remove', id: syntheticRecord(1).id, version: 1 }, put(syntheticRecord(2))]);
    expect(await count(engine)).toBe(1);
    expect(await kit.files()).toHaveLength(1);
    await engine.close();
    expect(await kit.files()).toEqual([]);
  });

  test('goes on with the last good index when the store fails, and says so', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    const problems: unknown[] = [];
    const engine = kit.reader({ store: dyingStore(kit.store, 2), onProblem: (e) => problems.push(e) });
    expect(await count(engine)).toBe(1);
    expect(await count(engine)).toBe(1);
    expect(problems).toHaveLength(1);
  });

  test('fails when it never had a good one', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    await expect(count(kit.reader({ store: dyingStore(kit.store, 1) }))).rejects.toThrow('');
    expect(await kit.files()).toEqual([]);
  });

  test('reads the pointer again when a compaction removed what it named', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    await kit.writer().compact();
    let first = true;
    const store: ObjectStore = {
      ...kit.store,
      async get(key) {
        const found = await kit.store.get(key);
        if (key === pointerKey('catalogue/') && first) {
          first = false;
          await kit.writer().apply([put(syntheticRecord(2))]);
          kit.passSeconds(7200);
          await kit.writer().compact();
        }
        return found;
      },
    };
    expect(await count(kit.reader({ store }))).toBe(2);
  });

  test('says when a segment is truly lost', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    for (const key of kit.store.objects.keys()) if (key.includes('/delta/')) kit.store.objects.delete(key);
    await expect(count(kit.reader())).rejects.toThrow(MissingSegment);
  });

  test('refuses an index of another schema; a rebuild mends it', async () => {
    await kit.writer().apply([put(syntheticRecord(1))]);
    const key = pointerKey('catalogue/');
    const body = Buffer.from(kit.store.objects.get(key)?.body ?? []).toString();
    await kit.store.put(key, Buffer.from(body.replace('"schema":1', '"schema":0')));
    await expect(count(kit.reader())).rejects.toThrow(OtherSchema);
    await expect(kit.writer().compact()).rejects.toThrow(OtherSchema);
    await kit.writer().rebuild(
      (async function* () {
        yield syntheticRecord(1);
        yield syntheticRecord(2);
      })(),
    );
    expect(await count(kit.reader())).toBe(2);
  });

  test('refuses the cursor of another question', async () => {
    await kit.writer().apply([1, 2, 3].map((n) => put(syntheticRecord(n))));
    const engine = kit.reader();
    const { cursor } = await engine.search(ask({ limit: 1 }));
    expect(cursor).toBeDefined();
    await expect(engine.search({ ...ask({ text: '金' }), cursor: cursor ?? '' })).rejects.toThrow(
      InvalidCursor,
    );
  });
});
