import type { SearchEngine } from '../port.ts';
import { MissingSegment } from './base.ts';
import { loadColumns } from './columns.ts';
import { type Copy, copyBase, loadDeltas } from './copy.ts';
import { type Pointer, readPointer, type Versioned } from './pointer.ts';
import { type QueryRunner, queryRunner } from './run.ts';
import type { ObjectStore } from './store.ts';

export type ReaderDeps = {
  store: ObjectStore;
  /** Where copies of the index are kept while this reader lives (a function's `/tmp`). */
  folder: string;
  /** Milliseconds since 1970. */
  now(): number;
  prefix?: string;
  /** The index a query sees is at most so old. */
  refreshSeconds?: number;
  /** Told when the index could not be brought up to date and the last good one goes on serving. */
  onProblem?(error: unknown): void;
};

type Loaded = {
  etag: string | undefined;
  base: string;
  applied: Set<string>;
  copy: Copy;
  refresh(slots: Iterable<number>): void;
  run: QueryRunner;
};

const baseName = (pointer: Pointer): string => pointer.base[0]?.key ?? '';

/** A search engine over the snapshot in an object store. Throws `OtherSchema` until the index is rebuilt for this code. */
export const createSnapshotEngine = (
  deps: ReaderDeps,
): Required<SearchEngine> & { close(): Promise<void> } => {
  const { store, folder, now, prefix = 'catalogue/', refreshSeconds = 10 } = deps;
  let loaded: Loaded | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<Loaded> | undefined;

  const loadNew = async (pointer: Pointer): Promise<Loaded> => {
    const copy = await copyBase(store, pointer, folder);
    const { columns, refresh } = loadColumns(copy.index.db);
    const run = queryRunner(copy.index.db, columns);
    return { etag: undefined, base: baseName(pointer), applied: new Set(), copy, refresh, run };
  };

  /** Brings in the deltas that this copy has not seen. Everything is loaded before anything is changed. */
  const bringIn = async (state: Loaded, { pointer, etag }: Versioned): Promise<void> => {
    const unseen = pointer.deltas.filter(({ key }) => !state.applied.has(key));
    const changes = await loadDeltas(store, unseen);
    try {
      const touched = state.copy.index.apply(changes);
      state.refresh(new Set(touched.map(({ slot }) => slot)));
    } catch (error) {
      // Half brought in: the file and the columns may differ. The next question loads both anew.
      if (loaded === state) loaded = undefined;
      throw error;
    }
    state.applied = new Set(pointer.deltas.map(({ key }) => key));
    state.etag = etag;
  };

  const upToDate = async (read: Versioned): Promise<Loaded> => {
    if (loaded && loaded.etag === read.etag) return loaded;
    if (loaded && loaded.base === baseName(read.pointer)) {
      await bringIn(loaded, read);
      return loaded;
    }
    const fresh = await loadNew(read.pointer);
    try {
      await bringIn(fresh, read);
    } catch (error) {
      await fresh.copy.discard();
      throw error;
    }
    const old = loaded;
    loaded = fresh;
    await old?.copy.discard();
    return fresh;
  };

  const check = async (): Promise<Loaded> => {
    const read = await readPointer(store, prefix);
    try {
      return await upToDate(read);
    } catch (error) {
      // A compaction may have removed what this pointer named: then there is a newer one.
      const again = error instanceof MissingSegment ? await readPointer(store, prefix) : read;
      if (again.etag === read.etag) throw error;
      return await upToDate(again);
    }
  };

  const current = async (): Promise<Loaded> => {
    if (loaded && now() - checkedAt < refreshSeconds * 1000) return loaded;
    checking ??= check().finally(() => {
      checking = undefined;
      checkedAt = now();
    });
    try {
      return await checking;
    } catch (error) {
      if (!loaded) throw error;
      deps.onProblem?.(error);
      return loaded;
    }
  };

  return {
    search: async (query) => (await current()).run.search(query),
    tile: async (query, address) => (await current()).run.tile(query, address),
    async close() {
      await checking?.catch(() => undefined);
      await loaded?.copy.discard();
      loaded = undefined;
    },
  };
};
