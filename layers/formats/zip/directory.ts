import { crc32 } from 'node:zlib';
import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Source } from '../source.ts';
import { decode, guessEncoding } from '../text/encoding.ts';
import type { End } from './end.ts';
import { type Extra, parseExtra, unicodeName, widen } from './extra.ts';

/** An entry of the central directory (APPNOTE 4.3.12). */
export type Entry = {
  name: string;
  rawName: Buffer;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
  madeBy: number;
  attributes: number;
  extra: Extra[];
};

/** Bounds: entries that are kept, bytes of directory that are read. */
export const MOST_ENTRIES = 100_000;
const MOST_BYTES = 64 * 1024 * 1024;
const SIGNATURE = 0x02014b50;

/** Encrypted: bit 0, or the directory itself is (bit 13). */
export const isEncrypted = ({ flags }: Entry) => (flags & 0x2001) !== 0;

/** Names are UTF-8 when bit 11 says so; else what they look like (GBK from Chinese Windows). */
function nameOf(raw: Buffer, flags: number, extra: Extra[]): string {
  if (flags & 0x800) return raw.toString('utf8');
  return unicodeName(extra, () => crc32(raw)) ?? decode(raw, guessEncoding(raw, false));
}

function parse(bytes: Buffer, at: number): { entry: Entry; next: number; broken: boolean } {
  const nameLength = bytes.readUInt16LE(at + 28);
  const extraLength = bytes.readUInt16LE(at + 30);
  const commentLength = bytes.readUInt16LE(at + 32);
  const next = at + 46 + nameLength + extraLength + commentLength;
  if (next > bytes.length) throw new RangeError('entry runs over the end of the directory');
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const { fields, broken } = parseExtra(
    bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
  );
  const flags = bytes.readUInt16LE(at + 8);
  const narrow = {
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  const entry: Entry = {
    name: nameOf(rawName, flags, fields),
    rawName,
    flags,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    madeBy: bytes.readUInt16LE(at + 4) >> 8,
    attributes: bytes.readUInt32LE(at + 38),
    extra: fields,
    ...widen(narrow, fields),
  };
  return { entry, next, broken };
}

/** Reads the central directory. `shift` is what stands before the archive (a self-extracting stub). */
export async function readDirectory(
  source: Source,
  end: End,
): Promise<{ entries: Entry[]; shift: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const shift = end.at - end.size - end.offset;
  const damaged = (what: string, at?: string) => problems.push(problem('damaged-structure', { what }, at));
  if (shift < 0) damaged(`central directory beyond the end`, `byte ${end.offset}`);
  const start = shift < 0 ? end.offset : end.offset + shift;
  const bytes = await readBuffer(
    source,
    start,
    Math.min(end.size, MOST_BYTES, Math.max(0, source.size - start)),
  );
  const entries: Entry[] = [];
  let at = 0;
  try {
    while (at + 46 <= bytes.length && entries.length < MOST_ENTRIES && bytes.readUInt32LE(at) === SIGNATURE) {
      const { entry, next, broken } = parse(bytes, at);
      if (broken) damaged('extra field', entry.name);
      entries.push(entry);
      at = next;
    }
  } catch {
    damaged('central directory', `entry ${entries.length + 1}`);
  }
  const whole = entries.length < MOST_ENTRIES && end.size <= MOST_BYTES;
  if (whole && entries.length !== end.entries % 65536 && entries.length !== end.entries)
    damaged(`${entries.length} / ${end.entries} entries`);
  else if (whole && at !== bytes.length && (at + 4 > bytes.length || bytes.readUInt32LE(at) !== 0x05054b50))
    damaged('bytes after the last entry of the directory');
  return { entries, shift: Math.max(0, shift), problems };
}
