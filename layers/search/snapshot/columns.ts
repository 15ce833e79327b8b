import type { DatabaseSync } from 'node:sqlite';
import { grown } from './grow.ts';
import { loadTerms, type Terms } from './terms.ts';

/** A date that is not known; lower than any day. */
export const NO_DAY = -(2 ** 31);

/** Everything a query filters, sorts and counts by, in memory, one place per row (slot) of the index. */
export type Columns = {
  /** One more than the highest slot. */
  size: number;
  live: Uint8Array;
  ids: string[];
  numbers: string[];
  published: Int32Array;
  formed: Int32Array;
  /** West, south, east, north of slot n from 4n; NaN without a box. */
  boxes: Float64Array;
  /** The terms of slot n: `termCount[n]` numbers in `termPool` from `termStart[n]`. */
  termStart: Uint32Array;
  termCount: Uint16Array;
  termPool: Uint32Array;
  terms: Terms;
  /** Grows with every change: what was computed for another revision is old. */
  revision: number;
};

const SELECT =
  'SELECT slot, live, id, number, published, formed, west, south, east, north, terms FROM doc WHERE';

/** Reads the columns of an index, and keeps them up with rows that changes touched. */
export const loadColumns = (
  db: DatabaseSync,
): { columns: Columns; refresh(slots: Iterable<number>): void } => {
  const columns: Columns = {
    size: 1,
    live: new Uint8Array(0),
    ids: [''],
    numbers: [''],
    published: new Int32Array(0),
    formed: new Int32Array(0),
    boxes: new Float64Array(0),
    termStart: new Uint32Array(0),
    termCount: new Uint16Array(0),
    termPool: new Uint32Array(0),
    terms: loadTerms(db),
    revision: 0,
  };
  let poolEnd = 0;

  const makeRoom = (slots: number, terms: number): void => {
    columns.live = grown(columns.live, slots, (n) => new Uint8Array(n));
    columns.published = grown(columns.published, slots, (n) => new Int32Array(n));
    columns.formed = grown(columns.formed, slots, (n) => new Int32Array(n));
    columns.boxes = grown(columns.boxes, slots * 4, (n) => new Float64Array(n));
    columns.termStart = grown(columns.termStart, slots, (n) => new Uint32Array(n));
    columns.termCount = grown(columns.termCount, slots, (n) => new Uint16Array(n));
    columns.termPool = grown(columns.termPool, terms, (n) => new Uint32Array(n));
  };

  const read = (row: Row): void => {
    const [slot, live, id, number, published, formed, west, south, east, north, terms] = row;
    const ords: number[] = JSON.parse(terms);
    makeRoom(slot + 1, poolEnd + ords.length);
    columns.size = Math.max(columns.size, slot + 1);
    columns.live[slot] = live;
    columns.ids[slot] = id;
    columns.numbers[slot] = number;
    columns.published[slot] = published ?? NO_DAY;
    columns.formed[slot] = formed ?? NO_DAY;
    columns.boxes.set(
      [west ?? Number.NaN, south ?? Number.NaN, east ?? Number.NaN, north ?? Number.NaN],
      slot * 4,
    );
    columns.termStart[slot] = poolEnd;
    columns.termCount[slot] = ords.length;
    columns.termPool.set(ords, poolEnd);
    poolEnd += ords.length;
  };

  const highest = db.prepare('SELECT coalesce(max(slot), 0) AS slot FROM doc').get();
  makeRoom(Number(highest?.['slot'] ?? 0) + 1, 0);
  for (const row of rows(db, `${SELECT} 1 ORDER BY slot`)) read(row);
  const one = db.prepare(`${SELECT} slot = ?`);
  one.setReturnArrays(true);

  return {
    columns,
    refresh(slots) {
      columns.terms.refresh();
      for (const slot of slots) for (const row of one.iterate(slot)) read(asRow(row));
      columns.revision += 1;
    },
  };
};

type Maybe = number | null;
type Row = [number, number, string, string, Maybe, Maybe, Maybe, Maybe, Maybe, Maybe, string];

/** node:sqlite types every row as an object, also when it was told to give arrays; the columns are those of SELECT. */
const asRow = (row: unknown): Row => row as Row;

function* rows(db: DatabaseSync, sql: string): Generator<Row> {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  for (const row of statement.iterate()) yield asRow(row);
}
