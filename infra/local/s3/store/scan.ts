import type { DatabaseSync } from 'node:sqlite';
import type { Version } from './model.ts';
import { keyBlob } from './row.ts';
import { COLUMNS, toVersion } from './versions.ts';

const BATCH = 256;
/** No UTF-8 text holds this byte, so `prefix` + END sorts after every key that begins with the prefix. */
const END = Buffer.from([0xff]);
const ZERO = Buffer.from([0]);

/** The place right after a key. */
export const after = (key: string): Buffer => Buffer.concat([keyBlob(key), ZERO]);
/** The place after every key that begins with the prefix. */
export const afterPrefix = (prefix: string): Buffer => Buffer.concat([keyBlob(prefix), END]);

/** Walks keys in S3's order (UTF-8 bytes), in batches, so that a walk holds no statement open. */
export function scanner(db: DatabaseSync) {
  const current = db.prepare(
    `SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND latest = 1 AND marker = 0 AND key >= ? ORDER BY key LIMIT ?`,
  );
  const everyKey = db.prepare(
    `SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND key >= ? ORDER BY key, id DESC LIMIT ?`,
  );
  const restOfKey = db.prepare(
    `SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND key = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );

  return {
    /** Current objects from a place on. Between two rows the reader may jump ahead with `cursor.jump`. */
    *objects(bucket: string, from: Buffer, cursor: { jump?: Buffer }): Generator<Version> {
      let place = from;
      for (;;) {
        const rows = current.all(bucket, place, BATCH);
        for (const row of rows) {
          const version = toVersion(row);
          yield version;
          place = after(version.key);
          if (cursor.jump !== undefined) {
            place = cursor.jump;
            delete cursor.jump;
            break;
          }
        }
        if (rows.length === 0) return;
      }
    },

    /** All versions and delete markers from a place on, newest first within a key. */
    *versions(
      bucket: string,
      from: Buffer,
      cursor: { jump?: Buffer },
      resume?: { key: string; id: number },
    ): Generator<Version> {
      let place = from;
      let inside = resume;
      for (;;) {
        const rows = inside
          ? restOfKey.all(bucket, keyBlob(inside.key), inside.id, BATCH)
          : everyKey.all(bucket, place, BATCH);
        if (rows.length === 0 && inside === undefined) return;
        if (rows.length === 0 && inside !== undefined) {
          place = after(inside.key);
          inside = undefined;
        }
        for (const row of rows) {
          const version = toVersion(row);
          yield version;
          inside = { key: version.key, id: version.id };
          if (cursor.jump !== undefined) {
            place = cursor.jump;
            inside = undefined;
            delete cursor.jump;
            break;
          }
        }
      }
    },
  };
}
