import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import {
  type Client,
  clientSchema,
  type Grant,
  type Group,
  grantSchema,
  groupSchema,
  type Pool,
  poolSchema,
  type User,
  userSchema,
} from './model.ts';

/** Records of one kind, in memory and written through to the file. */
type Collection<T> = {
  get(id: string): T | undefined;
  put(id: string, record: T): void;
  remove(id: string): void;
  all(): IterableIterator<T>;
};

export type Store = {
  pools: Collection<Pool>;
  clients: Collection<Client>;
  users: Collection<User>;
  groups: Collection<Group>;
  grants: Collection<Grant>;
  close(): void;
};

/** The id of a record that belongs to a pool. */
export const inPool = (poolId: string, name: string): string => `${poolId}/${name}`;

function collection<T>(database: DatabaseSync, kind: string, schema: z.ZodType<T>): Collection<T> {
  const put = database.prepare('INSERT OR REPLACE INTO record (kind, id, json) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  const rows = database.prepare('SELECT id, json FROM record WHERE kind = ? ORDER BY rowid').all(kind);
  const records = new Map(
    rows.map((row) => [String(row['id']), schema.parse(JSON.parse(String(row['json'])))] as const),
  );
  return {
    get: (id) => records.get(id),
    put(id, record) {
      put.run(kind, id, JSON.stringify(record));
      records.set(id, record);
    },
    remove(id) {
      remove.run(kind, id);
      records.delete(id);
    },
    all: () => records.values(),
  };
}

/** Opens the state in a folder, readable by its owner only; it survives kill -9. */
export function openStore(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'cognito.db');
  const database = new DatabaseSync(file);
  chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, json TEXT, PRIMARY KEY (kind, id))');
  return {
    pools: collection(database, 'pool', poolSchema),
    clients: collection(database, 'client', clientSchema),
    users: collection(database, 'user', userSchema),
    groups: collection(database, 'group', groupSchema),
    grants: collection(database, 'grant', grantSchema),
    close: () => database.close(),
  };
}
