import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSnapshotEngine } from '../snapshot/reader.ts';
import type { ObjectStore } from '../snapshot/store.ts';
import { createSnapshotWriter } from '../snapshot/writer.ts';
import { ask } from './contract.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';

/** A snapshot in memory with a clock that only moves when told, and readers and writers that are closed at the end. */
export const snapshotKit = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
  const store: MemoryStore = memoryStore();
  const closing: (() => Promise<void>)[] = [];
  let time = Date.UTC(2026, 0, 1);
  const now = () => time;
  return {
    store,
    now,
    passSeconds(seconds: number) {
      time += seconds * 1000;
    },
    writer: (through: ObjectStore = store) => createSnapshotWriter({ store: through, folder, now }),
    reader(
      options: { store?: ObjectStore; refreshSeconds?: number; onProblem?: (error: unknown) => void } = {},
    ) {
      const engine = createSnapshotEngine({ store, folder, now, refreshSeconds: 0, ...options });
      closing.push(() => engine.close());
      return engine;
    },
    /** All ids in the index, as a reader that begins now sees it. */
    async ids(): Promise<string[]> {
      const engine = createSnapshotEngine({ store, folder, now });
      const { hits } = await engine.search(ask({ limit: 200, sort: 'number-asc' }));
      await engine.close();
      return hits.map(({ id }) => id);
    },
    /** Files that readers and writers left in their folder. */
    files: () => readdir(folder),
    async close() {
      for (const close of closing) await close();
      await rm(folder, { recursive: true });
    },
  };
};
export type SnapshotKit = Awaited<ReturnType<typeof snapshotKit>>;

export class Crash extends Error {
  override name = 'Crash';
}

/** The same store, but everything fails from the n-th call on, as when the process dies there. */
export const dyingStore = (store: ObjectStore, calls: number): ObjectStore & { died(): boolean } => {
  let left = calls;
  let died = false;
  const live = () => {
    if (left-- > 0) return;
    died = true;
    throw new Crash();
  };
  return {
    died: () => died,
    async get(key) {
      live();
      return store.get(key);
    },
    async put(key, body, condition) {
      live();
      return store.put(key, body, condition);
    },
    async delete(key) {
      live();
      return store.delete(key);
    },
    async *list(prefix) {
      live();
      yield* store.list(prefix);
    },
  };
};
