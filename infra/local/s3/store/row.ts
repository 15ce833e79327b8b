import type { SQLOutputValue } from 'node:sqlite';

/** A row of the index with its columns read by type; a column of another type is a fault of the schema. */
export type Row = Record<string, SQLOutputValue>;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} is no text`);
  return value;
}

export function int(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} is no number`);
  return value;
}

/** Keys are BLOBs of UTF-8. */
export function keyText(row: Row): string {
  const value = row['key'];
  if (!(value instanceof Uint8Array)) throw new TypeError('column key is no blob');
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8');
}

export const keyBlob = (key: string): Buffer => Buffer.from(key, 'utf8');
