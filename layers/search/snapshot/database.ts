import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { dayOf } from '../day.ts';
import { TEXT_FIELDS } from '../fields.ts';
import { type Change, idOf, rankOf } from '../port.ts';
import type { SearchRecord } from '../record.ts';
import { pairsOf, wordsOf } from './rows.ts';
import { SCHEMA, SCHEMA_VERSION, wordsTable } from './schema.ts';

/** The index was made by another version of this code: it must be rebuilt. */
export class OtherSchema extends Error {
  override name = 'OtherSchema';
}

/** What a change did to a row: the row's slot, and whether the record is in the index now. */
export type Touched = { slot: number; live: boolean };

export type IndexDatabase = {
  db: DatabaseSync;
  /** Applies changes in one transaction and says which rows they touched. Older ones than the row's are passed over. */
  apply(changes: Iterable<Change>): Touched[];
  /** Merges the postings and writes the index without its free pages to a new file. */
  packTo(path: string): void;
  close(): void;
};

/** A private copy: a crash loses it anyway, so nothing is synced or journalled on disk. */
const PRIVATE = 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;';

const openFile = (path: string, cacheMegabytes: number): DatabaseSync => {
  const db = new DatabaseSync(path);
  db.exec(`${PRIVATE} PRAGMA cache_size = -${cacheMegabytes * 1024};`);
  return db;
};

/** A new, empty index in a file (or `:memory:`). */
export const createDatabase = (path: string, cacheMegabytes = 64): IndexDatabase => {
  const db = openFile(path, cacheMegabytes);
  db.exec(SCHEMA);
  return indexDatabase(db);
};

/** Opens a private copy of an index. Throws `OtherSchema`. */
export const openDatabase = (path: string, cacheMegabytes = 64): IndexDatabase => {
  const db = openFile(path, cacheMegabytes);
  const found = db.prepare("SELECT value FROM meta WHERE key = 'schema'").get()?.['value'];
  if (found !== String(SCHEMA_VERSION)) {
    db.close();
    throw new OtherSchema(`index schema ${String(found)}, wanted ${SCHEMA_VERSION}`);
  }
  return indexDatabase(db);
};

const indexDatabase = (db: DatabaseSync): IndexDatabase => {
  const put = putChange(db);
  return {
    db,
    apply(changes) {
      db.exec('BEGIN');
      try {
        const touched: Touched[] = [];
        for (const change of changes) touched.push(...put(change));
        db.exec('COMMIT');
        return touched;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    packTo(path) {
      for (const field of TEXT_FIELDS)
        db.exec(`INSERT INTO ${wordsTable(field)} (${wordsTable(field)}) VALUES ('optimize')`);
      db.prepare('VACUUM INTO ?').run(path);
    },
    close: () => db.close(),
  };
};

const putChange = (db: DatabaseSync): ((change: Change) => Touched[]) => {
  const find = db.prepare('SELECT slot, rank, live FROM doc WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO doc (id, rank, live, published, formed, west, south, east, north, number, terms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare(
    `UPDATE doc SET rank = ?, live = ?, published = ?, formed = ?, west = ?, south = ?, east = ?, north = ?,
     number = ?, terms = ? WHERE slot = ?`,
  );
  const fields = TEXT_FIELDS.map((field) => ({
    forget: db.prepare(`DELETE FROM ${wordsTable(field)} WHERE rowid = ?`),
    remember: db.prepare(`INSERT INTO ${wordsTable(field)} (rowid, words) VALUES (?, ?)`),
  }));
  const ordOf = termOrds(db);

  return (change) => {
    const rank = rankOf(change);
    const found = find.get(idOf(change));
    if (found && Number(found['rank']) > rank) return [];
    const live = change.op === 'put';
    const values = live ? valuesOf(change.record, ordOf) : NOTHING;
    let slot: number;
    if (found) {
      slot = Number(found['slot']);
      if (found['live'] === 1) for (const { forget } of fields) forget.run(slot);
      update.run(rank, live ? 1 : 0, ...values, slot);
    } else {
      slot = Number(insert.run(idOf(change), rank, live ? 1 : 0, ...values).lastInsertRowid);
    }
    if (live) {
      const words = wordsOf(change.record);
      for (const [i, { remember }] of fields.entries()) if (words[i]) remember.run(slot, words[i]);
    }
    return [{ slot, live }];
  };
};

const NOTHING: SQLInputValue[] = [null, null, null, null, null, null, '', '[]'];

const valuesOf = (record: SearchRecord, ordOf: (field: string, value: string) => number): SQLInputValue[] => [
  dayOf(record.published),
  record.formed === undefined ? null : dayOf(record.formed),
  ...(record.bbox ?? [null, null, null, null]),
  record.archiveNumber,
  JSON.stringify(pairsOf(record).map(([field, value]) => ordOf(field, value))),
];

/** The number of a (field, value) pair, given out when it is first seen. */
const termOrds = (db: DatabaseSync): ((field: string, value: string) => number) => {
  const find = db.prepare('SELECT ord FROM term WHERE field = ? AND value = ?');
  const insert = db.prepare('INSERT INTO term (field, value) VALUES (?, ?)');
  return (field, value) => {
    const found = find.get(field, value);
    return Number(found ? found['ord'] : insert.run(field, value).lastInsertRowid);
  };
};
