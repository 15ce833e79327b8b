import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Bucket, NewVersion, ObjectMeta, Part, Version } from './model.ts';
import { int, keyBlob, keyText, type Row, text } from './row.ts';
import { transact } from './schema.ts';

export const COLUMNS = 'id, bucket, key, version, latest, marker, size, etag, modified, meta';

export function toVersion(row: Row): Version {
  // The JSON was written by this file from an ObjectMeta.
  const meta = JSON.parse(text(row, 'meta')) as ObjectMeta;
  return {
    id: int(row, 'id'),
    bucket: text(row, 'bucket'),
    key: keyText(row),
    versionId: text(row, 'version'),
    latest: int(row, 'latest') === 1,
    marker: int(row, 'marker') === 1,
    size: int(row, 'size'),
    etag: text(row, 'etag'),
    modified: new Date(int(row, 'modified')),
    meta,
  };
}

export type Put = {
  bucket: Bucket;
  version: NewVersion;
  /** Called inside the transaction with what is there now; what it throws undoes everything. */
  check?: (current: Version | undefined) => void;
  /** Called inside the transaction with what has been written. */
  also?: (written: Version) => void;
};

/** The versions of objects. Results named `freed` are blobs that nothing refers to any more. */
export function versionStore(db: DatabaseSync) {
  const latest = db.prepare(`SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND key = ? AND latest = 1`);
  const one = db.prepare(`SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND key = ? AND version = ?`);
  const newest = db.prepare('SELECT id FROM versions WHERE bucket = ? AND key = ? ORDER BY id DESC LIMIT 1');
  const partsOf = db.prepare('SELECT parts FROM versions WHERE id = ?');
  const demote = db.prepare('UPDATE versions SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1');
  const promote = db.prepare('UPDATE versions SET latest = 1 WHERE id = ?');
  const drop = db.prepare('DELETE FROM versions WHERE id = ?');
  const setMeta = db.prepare('UPDATE versions SET meta = ? WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO versions (bucket, key, version, latest, marker, size, etag, modified, meta, parts) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)',
  );

  const parts = (id: number): Part[] => {
    const row = partsOf.get(id);
    // The JSON was written by `put` below.
    return row === undefined ? [] : (JSON.parse(text(row, 'parts')) as Part[]);
  };

  const find = (bucket: string, key: string, versionId?: string): Version | undefined => {
    const row =
      versionId === undefined ? latest.get(bucket, keyBlob(key)) : one.get(bucket, keyBlob(key), versionId);
    return row && toVersion(row);
  };

  const dropVersion = (version: Version): string[] => {
    const freed = parts(version.id).map((p) => p.blob);
    drop.run(version.id);
    return freed;
  };

  return {
    find,
    parts,

    /** Writes a new latest version; in a bucket without versioning it takes the place of the old one. */
    put({ bucket, version, check, also }: Put): { written: Version; freed: string[] } {
      return transact(db, () => {
        const { key } = version;
        check?.(find(bucket.name, key));
        const versionId = bucket.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
        const old = versionId === 'null' ? find(bucket.name, key, 'null') : undefined;
        const freed = old === undefined ? [] : dropVersion(old);
        demote.run(bucket.name, keyBlob(key));
        const { lastInsertRowid } = insert.run(
          bucket.name,
          keyBlob(key),
          versionId,
          version.marker ? 1 : 0,
          version.size,
          version.etag,
          version.modified.getTime(),
          JSON.stringify(version.meta),
          JSON.stringify(version.parts),
        );
        const { parts: _, ...rest } = version;
        const written: Version = {
          ...rest,
          id: Number(lastInsertRowid),
          bucket: bucket.name,
          versionId,
          latest: true,
        };
        also?.(written);
        return { written, freed };
      });
    },

    /** Removes one version for good; the next older one becomes the latest. */
    remove(version: Version): { freed: string[] } {
      return transact(db, () => {
        const freed = dropVersion(version);
        const next = newest.get(version.bucket, keyBlob(version.key));
        if (version.latest && next !== undefined) promote.run(int(next, 'id'));
        return { freed };
      });
    },

    setMeta: (version: Version, meta: ObjectMeta) => setMeta.run(JSON.stringify(meta), version.id),
  };
}
