import { readBuffer, safeNumber } from '../core/bytes.ts';
import type { Source } from '../source.ts';

/** Values of one tag: numbers, or the text of an ASCII tag. */
export type Tag = { type: number; count: number; numbers: number[]; text: string };
export type Directory = { tags: Map<number, Tag>; next: number; broken: string[] };
export type Layout = { little: boolean; big: boolean; first: number };

/** Bytes per value of the field types (TIFF 6.0, section 2; BigTIFF adds 16-18). */
const WIDTH: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};
/** Values of a tag that are read; longer ones (strip tables) are sampled by their size alone. */
const READ = 200_000;

/** Header: byte order, classic or BigTIFF, place of the first directory. Throws when it is none. */
export async function readLayout(source: Source): Promise<Layout> {
  const head = await readBuffer(source, 0, 16);
  const little = head.toString('latin1', 0, 2) === 'II';
  const version = little ? head.readUInt16LE(2) : head.readUInt16BE(2);
  if (version === 42)
    return { little, big: false, first: little ? head.readUInt32LE(4) : head.readUInt32BE(4) };
  if (version !== 43) throw new Error(`version ${version}`);
  return { little, big: true, first: safeNumber(little ? head.readBigUInt64LE(8) : head.readBigUInt64BE(8)) };
}

const offsetAt = (bytes: Buffer, at: number, { little, big }: Layout) => {
  if (big) return safeNumber(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
  return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
};

function numberAt(bytes: Buffer, at: number, type: number, little: boolean): number {
  const u32 = (place: number) => (little ? bytes.readUInt32LE(place) : bytes.readUInt32BE(place));
  const i32 = (place: number) => (little ? bytes.readInt32LE(place) : bytes.readInt32BE(place));
  switch (type) {
    case 3:
      return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    case 8:
      return little ? bytes.readInt16LE(at) : bytes.readInt16BE(at);
    case 4:
    case 13:
      return u32(at);
    case 9:
      return i32(at);
    case 5:
      return u32(at) / u32(at + 4);
    case 10:
      return i32(at) / i32(at + 4);
    case 11:
      return little ? bytes.readFloatLE(at) : bytes.readFloatBE(at);
    case 12:
      return little ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at);
    case 16:
    case 18:
      return Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
    case 17:
      return Number(little ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at));
    case 6:
      return bytes.readInt8(at);
    default:
      return bytes.readUInt8(at);
  }
}

function values(bytes: Buffer, type: number, count: number, little: boolean): Tag {
  const width = WIDTH[type] ?? 1;
  const text = type === 2 ? bytes.subarray(0, count).toString('utf8').replace(/\0+$/, '') : '';
  const numbers =
    type === 2
      ? []
      : Array.from({ length: Math.min(count, Math.floor(bytes.length / width)) }, (_, i) =>
          numberAt(bytes, i * width, type, little),
        );
  return { type, count, numbers, text };
}

/** Reads one directory. Tags whose values lie outside of the file are named in `broken`. */
export async function readDirectory(source: Source, at: number, layout: Layout): Promise<Directory> {
  const { big, little } = layout;
  const countBytes = await readBuffer(source, at, big ? 8 : 2);
  if (countBytes.length < (big ? 8 : 2)) throw new RangeError(`directory at byte ${at} beyond the end`);
  const count = big
    ? offsetAt(countBytes, 0, layout)
    : little
      ? countBytes.readUInt16LE(0)
      : countBytes.readUInt16BE(0);
  if (count === 0 || count > 4096) throw new RangeError(`directory of ${count} tags`);
  const width = big ? 20 : 12;
  const start = at + (big ? 8 : 2);
  const bytes = await readBuffer(source, start, count * width + (big ? 8 : 4));
  if (bytes.length < count * width) throw new RangeError(`directory at byte ${at} beyond the end`);
  const tags = new Map<number, Tag>();
  const broken: string[] = [];
  for (let i = 0; i < count; i++) {
    const entry = bytes.subarray(i * width, (i + 1) * width);
    const id = little ? entry.readUInt16LE(0) : entry.readUInt16BE(0);
    const type = little ? entry.readUInt16LE(2) : entry.readUInt16BE(2);
    const number = offsetAt(entry, 4, layout);
    const size = (WIDTH[type] ?? 0) * number;
    const inside = big ? 8 : 4;
    const place = entry.subarray(big ? 12 : 8);
    if (size <= inside) tags.set(id, values(place, type, number, little));
    else {
      const offset = offsetAt(place, 0, layout);
      if (offset + size > source.size) broken.push(`tag ${id}: ${size} bytes at ${offset}`);
      else
        tags.set(
          id,
          values(
            await readBuffer(source, offset, Math.min(size, READ * 8)),
            type,
            Math.min(number, READ),
            little,
          ),
        );
    }
  }
  // A file may end right after its last directory with the link cut off: read as none.
  return {
    tags,
    next: bytes.length >= count * width + (big ? 8 : 4) ? offsetAt(bytes, count * width, layout) : 0,
    broken,
  };
}
