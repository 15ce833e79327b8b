import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Upload, UploadedPart, UploadMeta } from './model.ts';
import { int, keyBlob, keyText, type Row, text } from './row.ts';

const toUpload = (row: Row): Upload => ({
  id: text(row, 'id'),
  bucket: text(row, 'bucket'),
  key: keyText(row),
  initiated: new Date(int(row, 'initiated')),
  // The JSON was written by `create` below.
  meta: JSON.parse(text(row, 'meta')) as UploadMeta,
});

const toPart = (row: Row): UploadedPart => ({
  number: int(row, 'number'),
  size: int(row, 'size'),
  etag: text(row, 'etag'),
  modified: new Date(int(row, 'modified')),
  blob: text(row, 'blob'),
  ...(typeof row['checksum'] === 'string' && { checksum: row['checksum'] }),
});

/** Multipart uploads that are neither completed nor aborted, and their parts. */
export function uploadStore(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO uploads VALUES (?, ?, ?, ?, ?)');
  const one = db.prepare('SELECT * FROM uploads WHERE id = ? AND bucket = ? AND key = ?');
  const every = db.prepare('SELECT * FROM uploads WHERE bucket = ? ORDER BY key, id');
  const drop = db.prepare('DELETE FROM uploads WHERE id = ?');
  const dropParts = db.prepare('DELETE FROM parts WHERE upload = ?');
  const partsFrom = db.prepare('SELECT * FROM parts WHERE upload = ? AND number > ? ORDER BY number LIMIT ?');
  const onePart = db.prepare('SELECT * FROM parts WHERE upload = ? AND number = ?');
  const putPart = db.prepare('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)');

  return {
    create(bucket: string, key: string, initiated: Date, meta: UploadMeta): Upload {
      const id = randomBytes(36).toString('base64url');
      insert.run(id, bucket, keyBlob(key), initiated.getTime(), JSON.stringify(meta));
      return { id, bucket, key, initiated, meta };
    },
    find(id: string, bucket: string, key: string): Upload | undefined {
      const row = one.get(id, bucket, keyBlob(key));
      return row && toUpload(row);
    },
    list: (bucket: string): Upload[] => every.all(bucket).map(toUpload),
    /** Parts with a number above `marker`, in order. */
    parts: (id: string, marker = 0, limit = -1): UploadedPart[] =>
      partsFrom.all(id, marker, limit).map(toPart),
    /** Stores a part; the blob of one with the same number is freed. */
    putPart(id: string, part: UploadedPart): { freed: string[] } {
      const old = onePart.get(id, part.number);
      const { number, size, etag, modified, blob, checksum } = part;
      putPart.run(id, number, size, etag, modified.getTime(), blob, checksum ?? null);
      return { freed: old === undefined ? [] : [text(old, 'blob')] };
    },
    /** Forgets the upload; its blobs are the caller's to keep or to free. To be called inside a transaction. */
    remove(id: string): void {
      drop.run(id);
      dropParts.run(id);
    },
  };
}
