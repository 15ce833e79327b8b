import type { DatabaseSync } from 'node:sqlite';
import type { Bucket, Versioning } from './model.ts';
import { int, type Row, text } from './row.ts';

const VERSIONING: readonly Versioning[] = ['', 'Enabled', 'Suspended'];

const toBucket = (row: Row): Bucket => ({
  name: text(row, 'name'),
  created: new Date(int(row, 'created')),
  versioning: VERSIONING.find((v) => v === row['versioning']) ?? '',
  objectLock: int(row, 'object_lock') === 1,
});

/** The buckets and their settings (CORS, notification …: the XML or JSON as it was put). */
export function bucketStore(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO buckets VALUES (?, ?, ?, ?)');
  const one = db.prepare('SELECT * FROM buckets WHERE name = ?');
  const every = db.prepare('SELECT * FROM buckets ORDER BY name');
  const remove = db.prepare('DELETE FROM buckets WHERE name = ?');
  const forget = db.prepare('DELETE FROM settings WHERE bucket = ?');
  const used = db.prepare('SELECT 1 AS used FROM versions WHERE bucket = ? LIMIT 1');
  const versioning = db.prepare('UPDATE buckets SET versioning = ? WHERE name = ?');
  const lock = db.prepare('UPDATE buckets SET object_lock = 1 WHERE name = ?');
  const read = db.prepare('SELECT body FROM settings WHERE bucket = ? AND kind = ?');
  const write = db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?, ?)');
  const clear = db.prepare('DELETE FROM settings WHERE bucket = ? AND kind = ?');
  return {
    create: (bucket: Bucket) =>
      insert.run(bucket.name, bucket.created.getTime(), bucket.versioning, bucket.objectLock ? 1 : 0),
    get(name: string): Bucket | undefined {
      const row = one.get(name);
      return row && toBucket(row);
    },
    list: (): Bucket[] => every.all().map(toBucket),
    isEmpty: (name: string): boolean => used.get(name) === undefined,
    remove(name: string): void {
      forget.run(name);
      remove.run(name);
    },
    setVersioning: (name: string, state: Versioning) => versioning.run(state, name),
    enableLock: (name: string) => lock.run(name),
    setting(name: string, kind: string): string | undefined {
      const row = read.get(name, kind);
      return row && text(row, 'body');
    },
    putSetting: (name: string, kind: string, body: string) => write.run(name, kind, body),
    deleteSetting: (name: string, kind: string) => clear.run(name, kind),
  };
}
