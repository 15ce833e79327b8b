import type { TileAddress } from '@geoarchive/tiles/mercator.ts';
import type { SearchReply, VisibleQuery } from './query.ts';
import type { SearchRecord } from './record.ts';

/** Finds records. Both engines give the same hits in the same order. Throws `InvalidCursor`. */
export type SearchEngine = {
  search(query: VisibleQuery): Promise<SearchReply>;
  /**
   * A vector tile of what a query finds (`layers/tiles`), each with `id` and `number`; limit, sort and cursor do not matter. Only the
   * snapshot engine makes them.
   */
  tile?(query: VisibleQuery, address: TileAddress): Promise<Uint8Array>;
};

export type Change = { op: 'put'; record: SearchRecord } | { op: 'remove'; id: string; version: number };

/** Keeps the index. Changes may come twice and in any order: the highest version of a record wins. */
export type IndexWriter = {
  apply(changes: readonly Change[]): Promise<void>;
  /** Puts the index in good shape; run it nightly. Changes may go on meanwhile. */
  compact(): Promise<void>;
  /** Replaces the index by these records. Changes may go on meanwhile; what was removed stays removed. */
  rebuild(records: AsyncIterable<SearchRecord>): Promise<void>;
};

export const idOf = (change: Change): string => (change.op === 'put' ? change.record.id : change.id);

/** One order of all changes to a record: by version, and a removal after the version it removes. */
export const rankOf = (change: Change): number =>
  change.op === 'put' ? change.record.version * 2 : change.version * 2 + 1;

/** Of several changes to a record only the last one counts. */
export const newest = (changes: Iterable<Change>): Change[] => {
  const byId = new Map<string, Change>();
  for (const change of changes) {
    const there = byId.get(idOf(change));
    if (!there || rankOf(change) >= rankOf(there)) byId.set(idOf(change), change);
  }
  return [...byId.values()];
};
