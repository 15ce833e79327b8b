import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../port.ts';
import { downloadBase, loadSegment } from './base.ts';
import { createDatabase, type IndexDatabase, OtherSchema, openDatabase } from './database.ts';
import { decodeDelta } from './delta.ts';
import type { Pointer, Segment } from './pointer.ts';
import { SCHEMA_VERSION } from './schema.ts';
import type { ObjectStore } from './store.ts';

/** A private, changeable copy of the index in a file of its own. */
export type Copy = { index: IndexDatabase; path: string; discard(): Promise<void> };

const newPath = (folder: string): string => join(folder, `index-${randomBytes(8).toString('hex')}.sqlite`);

const copyAt = (index: IndexDatabase, path: string): Copy => ({
  index,
  path,
  async discard() {
    index.close();
    await rm(path, { force: true });
  },
});

/** An empty index. */
export const emptyCopy = (folder: string): Copy => {
  const path = newPath(folder);
  return copyAt(createDatabase(path), path);
};

/** The base of the index without its deltas. Throws `MissingSegment`, `OtherSchema`. */
export const copyBase = async (store: ObjectStore, pointer: Pointer, folder: string): Promise<Copy> => {
  if (pointer.schema !== SCHEMA_VERSION)
    throw new OtherSchema(`index schema ${pointer.schema}, wanted ${SCHEMA_VERSION}`);
  if (pointer.base.length === 0) return emptyCopy(folder);
  const path = newPath(folder);
  try {
    await downloadBase(store, pointer.base, path);
    return copyAt(openDatabase(path), path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
};

/** The changes in some deltas, in their order. Throws `MissingSegment`. */
export const loadDeltas = async (store: ObjectStore, deltas: readonly Segment[]): Promise<Change[]> =>
  (await Promise.all(deltas.map(async (delta) => decodeDelta(await loadSegment(store, delta))))).flat();
