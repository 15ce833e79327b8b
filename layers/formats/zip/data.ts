import { crc32, inflateRawSync } from 'node:zlib';
import { readBuffer } from '../core/bytes.ts';
import type { Source } from '../source.ts';
import { type Entry, isEncrypted } from './directory.ts';

/** Largest entry that is unpacked to look inside, bytes. */
export const UNPACKED = 32 * 1024 * 1024;

/** The content of an entry; undefined when it is encrypted, too large or packed in another way. Throws when damaged. */
export async function unpack(
  source: Source,
  entry: Entry,
  data: number,
  limit = UNPACKED,
): Promise<Buffer | undefined> {
  if (isEncrypted(entry) || entry.size > limit || entry.packed > limit) return undefined;
  const packed = await readBuffer(source, data, entry.packed);
  if (packed.length < entry.packed) throw new RangeError('data beyond the end of the file');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return undefined;
  return inflateRawSync(packed, { maxOutputLength: limit });
}

/** What is wrong with the data of an entry: it does not unpack, or not to what the directory says. */
export async function checkData(source: Source, entry: Entry, data: number): Promise<string | undefined> {
  try {
    const content = await unpack(source, entry, data);
    if (!content) return undefined;
    if (content.length !== entry.size) return `size ${content.length} / ${entry.size}`;
    return crc32(content) === entry.crc ? undefined : 'CRC-32';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
