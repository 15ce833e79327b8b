import { stampIn, stampOf } from './keys.ts';
import { readPointer } from './pointer.ts';
import type { ObjectStore } from './store.ts';

/** A writer stores its segment before the pointer names it; younger ones may be on their way. */
const GRACE_MILLISECONDS = 60 * 60 * 1000;

/** Removes segments that no pointer names: replaced ones, and what crashed writers left. Says how many. */
export const sweep = async (store: ObjectStore, prefix: string, now: number): Promise<number> => {
  const { pointer } = await readPointer(store, prefix);
  const named = new Set([...pointer.base, ...pointer.deltas].map(({ key }) => key));
  const oldest = stampOf(now - GRACE_MILLISECONDS);
  let removed = 0;
  for await (const key of store.list(prefix)) {
    const stamp = stampIn(prefix, key);
    if (stamp === undefined || stamp >= oldest || named.has(key)) continue;
    await store.delete(key);
    removed++;
  }
  return removed;
};
