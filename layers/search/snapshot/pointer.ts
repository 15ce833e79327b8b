import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { SCHEMA_VERSION } from './schema.ts';
import { ConditionFailed, type ObjectStore } from './store.ts';

const Segment = z.object({ key: z.string(), bytes: z.number().int() });
export type Segment = z.infer<typeof Segment>;

/**
 * The one object that is ever written over. It names the segments the index consists of: the parts of the base, and
 * the deltas on top of it. Segments are never changed, so who has read the pointer has an index that fits together.
 */
export const Pointer = z.object({
  schema: z.number().int(),
  base: z.array(Segment),
  deltas: z.array(Segment),
  /** Who works on a new base, and until when nobody else should. */
  lease: z.object({ holder: z.string(), until: z.iso.datetime() }).nullable(),
});
export type Pointer = z.infer<typeof Pointer>;

export type Versioned = { pointer: Pointer; etag: string | undefined };

const EMPTY: Pointer = { schema: SCHEMA_VERSION, base: [], deltas: [], lease: null };

export const pointerKey = (prefix: string): string => `${prefix}pointer.json`;

/** The pointer and its version; an empty index where there is none yet. */
export const readPointer = async (store: ObjectStore, prefix: string): Promise<Versioned> => {
  const found = await store.get(pointerKey(prefix));
  if (!found) return { pointer: EMPTY, etag: undefined };
  const pointer = Pointer.parse(JSON.parse(Buffer.from(found.body).toString()));
  return { pointer, etag: found.etag };
};

const ATTEMPTS = 20;

/**
 * Reads the pointer, changes it and publishes it, again from the start when somebody else was faster. `change` may
 * throw to give up. Throws `ConditionFailed` when others are faster every time.
 */
export const updatePointer = async (
  store: ObjectStore,
  prefix: string,
  change: (pointer: Pointer) => Pointer | Promise<Pointer>,
): Promise<Pointer> => {
  for (let attempt = 1; ; attempt++) {
    const { pointer, etag } = await readPointer(store, prefix);
    const next = await change(pointer);
    try {
      const condition = etag === undefined ? { ifNoneMatch: '*' as const } : { ifMatch: etag };
      await store.put(pointerKey(prefix), Buffer.from(JSON.stringify(next)), condition);
      return next;
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt === ATTEMPTS) throw error;
      await wait(Math.random() * 20 * attempt);
    }
  }
};
