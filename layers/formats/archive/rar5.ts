import { crc32 } from 'node:zlib';
import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { escapes } from '../zip/threats.ts';

const MOST = 100_000;

/** Reads numbers of seven bits per byte, low first (RAR 5.0 archive format, vint). Throws at the end of the bytes. */
export function vints(bytes: Buffer, start: number) {
  let at = start;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; shift < 10; shift++) {
      const byte = bytes.readUInt8(at++);
      value += (byte & 0x7f) * 2 ** (7 * shift);
      if ((byte & 0x80) === 0) return value;
    }
    throw new RangeError('number of more than ten bytes');
  };
  return { next, at: () => at, skip: (count: number) => (at += count) };
}

/** Extra area of a file header: record type 1 is encryption. */
function hasEncryption(bytes: Buffer): boolean {
  const numbers = vints(bytes, 0);
  while (numbers.at() < bytes.length) {
    const size = numbers.next();
    const start = numbers.at();
    if (numbers.next() === 1) return true;
    numbers.skip(start + size - numbers.at());
  }
  return false;
}

/** RAR 5: headers with their checksums, names, passwords. */
export async function readRar5({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  const files: { name: string; size: number }[] = [];
  let entries = 0;
  let encrypted = false;
  for (let at = 8, blocks = 0; at + 7 <= source.size && blocks < MOST; blocks++) {
    if (blocks % 500 === 0) checkTime();
    const sizing = vints(await readBuffer(source, at, 16), 4);
    const size = sizing.next();
    const head = await readBuffer(source, at, sizing.at() + size);
    if (size === 0 || size > 2 * 1024 * 1024 || crc32(head.subarray(4)) !== head.readUInt32LE(0)) {
      problems.push(problem('checksum-wrong', { what: 'block header' }, `byte ${at}`));
      break;
    }
    const numbers = vints(head, sizing.at());
    const type = numbers.next();
    const flags = numbers.next();
    const extra = flags & 1 ? numbers.next() : 0;
    const data = flags & 2 ? numbers.next() : 0;
    if (type === 4) {
      encrypted = true;
      break;
    }
    if (type === 2) {
      const fileFlags = numbers.next();
      const length = numbers.next();
      numbers.next();
      if (fileFlags & 2) numbers.skip(4);
      if (fileFlags & 4) numbers.skip(4);
      numbers.next();
      numbers.next();
      const nameLength = numbers.next();
      const name = head.toString('utf8', numbers.at(), numbers.at() + nameLength);
      entries++;
      encrypted ||= extra > 0 && hasEncryption(head.subarray(head.length - extra));
      if (escapes(name)) problems.push(problem('path-escape', { name }, name));
      if (files.length < 200) files.push({ name, size: length });
    }
    const next = at + head.length + data;
    if (next > source.size) {
      problems.push(problem('truncated', { what: `block ${blocks + 1}`, expected: next, size: source.size }));
      break;
    }
    at = next;
    if (type === 5) break;
  }
  if (encrypted) problems.push(problem('encrypted'));
  return { problems, metadata: { entries, files, ...(encrypted ? { encrypted } : {}) } };
}
