import { readBuffer } from '../core/bytes.ts';
import type { Source } from '../source.ts';
import { type Entry, isEncrypted } from './directory.ts';
import { parseExtra, widen } from './extra.ts';

/** Where the data of an entry begins, and where its header does not agree with the directory. */
export type Local = { start: number; data: number; end: number; wrong: string | undefined };

/** Compares the local header of an entry with the central directory (APPNOTE 4.3.7): tools differ in which they trust. */
export async function readLocal(source: Source, entry: Entry, shift: number): Promise<Local> {
  const start = entry.offset + shift;
  const head = await readBuffer(source, start, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50)
    return { start, data: start, end: start, wrong: 'no local header' };
  const nameLength = head.readUInt16LE(26);
  const extraLength = head.readUInt16LE(28);
  const rest = await readBuffer(source, start + 30, nameLength + extraLength);
  const data = start + 30 + nameLength + extraLength;
  const local: Local = { start, data, end: data + entry.packed, wrong: undefined };
  const flags = head.readUInt16LE(6);
  const { fields, broken } = parseExtra(rest.subarray(nameLength));
  const sizes = { packed: head.readUInt32LE(18), size: head.readUInt32LE(22), offset: 0 };
  const later = (flags & 8) !== 0;
  local.wrong = compare();
  return local;

  function compare(): string | undefined {
    if (local.end > source.size) return 'data beyond the end of the file';
    if (!rest.subarray(0, nameLength).equals(entry.rawName) && (entry.flags & 0x2000) === 0) return 'name';
    if (head.readUInt16LE(8) !== entry.method) return 'method';
    if ((flags & 1) !== (entry.flags & 1)) return 'encryption flag';
    if (broken) return 'extra field';
    const wide = widen(sizes, fields);
    const masked = (entry.flags & 0x2000) !== 0;
    // With bit 3 the numbers follow the data; writers leave any of them 0 here (APPNOTE 4.4.4).
    const agree = (local: number, central: number) => local === central || masked || (later && local === 0);
    if (!agree(wide.packed, entry.packed) || !agree(wide.size, entry.size)) return 'size';
    const crc = head.readUInt32LE(14);
    if (crc !== entry.crc && !(later && crc === 0) && !masked && !isEncrypted(entry)) return 'checksum';
    return undefined;
  }
}
