import { createHash } from 'node:crypto';
import { ConditionFailed, type ObjectStore, type StoredObject } from '../snapshot/store.ts';

export type MemoryStore = ObjectStore & { objects: Map<string, StoredObject> };

/** An object store in memory, for tests. Bodies are copied in and out, as over a network. */
export const memoryStore = (): MemoryStore => {
  const objects = new Map<string, StoredObject>();
  return {
    objects,
    async get(key) {
      const found = objects.get(key);
      return found && { body: found.body.slice(), etag: found.etag };
    },
    async put(key, body, { ifMatch, ifNoneMatch } = {}) {
      const there = objects.get(key);
      if (ifNoneMatch && there) throw new ConditionFailed(key);
      if (ifMatch !== undefined && there?.etag !== ifMatch) throw new ConditionFailed(key);
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      objects.set(key, { body: body.slice(), etag });
      return { etag };
    },
    async delete(key) {
      objects.delete(key);
    },
    async *list(prefix) {
      yield* [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
};
