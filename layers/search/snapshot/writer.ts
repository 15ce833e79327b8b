import { rm } from 'node:fs/promises';
import { type Change, type IndexWriter, newest } from '../port.ts';
import type { SearchRecord } from '../record.ts';
import { MissingSegment, uploadBase } from './base.ts';
import { type Copy, copyBase, emptyCopy, loadDeltas } from './copy.ts';
import { OtherSchema } from './database.ts';
import { encodeDelta } from './delta.ts';
import { deltaKey, newName } from './keys.ts';
import { type Lease, takeLease } from './lease.ts';
import { type Pointer, type Segment, updatePointer } from './pointer.ts';
import { SCHEMA_VERSION } from './schema.ts';
import type { ObjectStore } from './store.ts';
import { sweep } from './sweep.ts';

export type WriterDeps = {
  store: ObjectStore;
  /** Room for two copies of the index. */
  folder: string;
  /** Milliseconds since 1970. */
  now(): number;
  prefix?: string;
};

/** So many small deltas are put together into one, or a busy day would make readers fetch thousands. */
const FOLD_FROM = 32;
const SMALL = 4 * 1024 * 1024;

/**
 * Keeps the snapshot. Changes are published at once as a delta, by any number of writers at a time: deltas are ordered
 * by the versions inside. A new base is made by one writer at a time. `compact` and `rebuild` throw `LeaseHeld` when
 * another is at it and `LeaseLost` when another took over.
 */
export const createSnapshotWriter = (deps: WriterDeps): IndexWriter => {
  const { store, folder, now, prefix = 'catalogue/' } = deps;

  const storeDelta = async (changes: readonly Change[]): Promise<Segment> => {
    const body = await encodeDelta(changes);
    const key = deltaKey(prefix, newName(now()));
    await store.put(key, body);
    return { key, bytes: body.length };
  };

  const folded = async (deltas: Segment[]): Promise<Segment[]> => {
    const small = deltas.filter(({ bytes }) => bytes < SMALL);
    if (small.length < FOLD_FROM) return deltas;
    const together = await storeDelta(newest(await loadDeltas(store, small)));
    return [...deltas.filter(({ bytes }) => bytes >= SMALL), together];
  };

  /** Stores the index as the parts of a new base. */
  const storeBase = async ({ index, path }: Copy): Promise<Segment[]> => {
    const packed = `${path}.packed`;
    try {
      index.packTo(packed);
      return await uploadBase(store, prefix, newName(now()), packed);
    } finally {
      await rm(packed, { force: true });
    }
  };

  const publishBase = async (lease: Lease, copy: Copy): Promise<void> => {
    const base = await storeBase(copy);
    const contained = new Set(lease.pointer.deltas.map(({ key }) => key));
    await lease.publish(({ deltas }) => ({
      schema: SCHEMA_VERSION,
      base,
      deltas: deltas.filter(({ key }) => !contained.has(key)),
      lease: null,
    }));
  };

  /** Does work under the lease, with a copy that is thrown away, then clears up. */
  const withLease = async (work: (lease: Lease) => Promise<void>): Promise<void> => {
    const lease = await takeLease(store, prefix, now);
    try {
      await work(lease);
    } catch (error) {
      // A lease that cannot be given back runs out by itself.
      await lease.release().catch(() => undefined);
      throw error;
    }
    await sweep(store, prefix, now());
  };

  const withCopy = async (copy: Copy, work: (copy: Copy) => Promise<void>): Promise<void> => {
    try {
      await work(copy);
    } finally {
      await copy.discard();
    }
  };

  return {
    async apply(changes) {
      if (changes.length === 0) return;
      const delta = await storeDelta(newest(changes));
      await updatePointer(store, prefix, async (pointer) => ({
        ...pointer,
        deltas: await folded([...pointer.deltas, delta]),
      }));
    },
    async compact() {
      await withLease(async (lease) => {
        if (lease.pointer.deltas.length === 0) return await lease.release();
        await withCopy(await copyBase(store, lease.pointer, folder), async (copy) => {
          copy.index.apply(await loadDeltas(store, lease.pointer.deltas));
          await publishBase(lease, copy);
        });
      });
    },
    async rebuild(records) {
      await withLease(async (lease) => {
        await withCopy(emptyCopy(folder), async (copy) => {
          for await (const batch of batches(records)) copy.index.apply(batch);
          copy.index.apply(await removals(store, lease.pointer, folder));
          await publishBase(lease, copy);
        });
      });
    },
  };
};

async function* batches(records: AsyncIterable<SearchRecord>): AsyncGenerator<Change[]> {
  let batch: Change[] = [];
  for await (const record of records) {
    batch.push({ op: 'put', record });
    if (batch.length < 1000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** What was removed, so that a late message about an old version cannot bring it back after a rebuild either. */
const removals = async (store: ObjectStore, pointer: Pointer, folder: string): Promise<Change[]> => {
  try {
    const copy = await copyBase(store, pointer, folder);
    try {
      copy.index.apply(await loadDeltas(store, pointer.deltas));
      const rows = copy.index.db.prepare('SELECT id, rank FROM doc WHERE live = 0').all();
      return rows.map((row) => ({
        op: 'remove',
        id: String(row['id']),
        version: (Number(row['rank']) - 1) / 2,
      }));
    } finally {
      await copy.discard();
    }
  } catch (error) {
    // A rebuild is also the remedy for an index that cannot be read.
    if (error instanceof MissingSegment || error instanceof OtherSchema) return [];
    throw error;
  }
};
