/** Somebody else wrote the object since it was read. */
export class ConditionFailed extends Error {
  override name = 'ConditionFailed';
}

export type StoredObject = { body: Uint8Array; etag: string };

/** What the snapshot engine needs of an object store (S3 has all of it). */
export type ObjectStore = {
  get(key: string): Promise<StoredObject | undefined>;
  /** `ifMatch`: only over this version; `ifNoneMatch`: only where nothing is. Throws `ConditionFailed`. */
  put(
    key: string,
    body: Uint8Array,
    condition?: { ifMatch?: string; ifNoneMatch?: '*' },
  ): Promise<{ etag: string }>;
  /** A key that does not exist is no error. */
  delete(key: string): Promise<void>;
  /** All keys under a prefix: needed to find what a crashed writer left behind. */
  list(prefix: string): AsyncIterable<string>;
};
