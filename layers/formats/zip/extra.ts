import { safeNumber } from '../core/bytes.ts';

export type Extra = { id: number; data: Buffer };

/** The extra fields of an entry (APPNOTE 4.5); `broken` when a length runs over the end. */
export function parseExtra(bytes: Buffer): { fields: Extra[]; broken: boolean } {
  const fields: Extra[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const id = bytes.readUInt16LE(at);
    const length = bytes.readUInt16LE(at + 2);
    if (at + 4 + length > bytes.length) return { fields, broken: true };
    fields.push({ id, data: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  // Writers pad with up to three bytes to align the data (Android's zipalign).
  return { fields, broken: false };
}

type Sizes = { size: number; packed: number; offset: number };

/** Replaces the numbers of an entry that stand in its ZIP64 field (APPNOTE 4.5.3). RangeError when one is missing. */
export function widen(entry: Sizes, extra: readonly Extra[]): Sizes {
  const wide = extra.find(({ id }) => id === 1)?.data;
  let at = 0;
  const next = (value: number) => {
    if (value !== 0xffffffff) return value;
    if (!wide) return value;
    const read = safeNumber(wide.readBigUInt64LE(at));
    at += 8;
    return read;
  };
  return { size: next(entry.size), packed: next(entry.packed), offset: next(entry.offset) };
}

/** Name in UTF-8 from the Info-ZIP field, when its checksum fits the name of the header (APPNOTE 4.6.9). */
export function unicodeName(extra: readonly Extra[], checksum: () => number): string | undefined {
  const field = extra.find(({ id }) => id === 0x7075)?.data;
  if (!field || field.length < 5 || field[0] !== 1) return undefined;
  return field.readUInt32LE(1) === checksum() ? field.subarray(5).toString('utf8') : undefined;
}
