import { crc32 } from 'node:zlib';
import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { decode, guessEncoding } from '../text/encoding.ts';
import { escapes } from '../zip/threats.ts';

const MOST = 100_000;
const ARCHIVE = 0x73;
const FILE = 0x74;
const END = 0x7b;

/** RAR 1.5 to 4: blocks with their checksums, names, passwords (technote of RAR 4.20). */
export async function readRar({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  const files: { name: string; size: number }[] = [];
  let entries = 0;
  let encrypted = false;
  for (let at = 7, blocks = 0; at + 7 <= source.size && blocks < MOST; blocks++) {
    if (blocks % 500 === 0) checkTime();
    const head = await readBuffer(source, at, 11);
    const type = head[2] ?? 0;
    const flags = head.readUInt16LE(3);
    const size = head.readUInt16LE(5);
    if (size < 7) {
      problems.push(problem('damaged-structure', { what: `block of ${size} bytes` }, `byte ${at}`));
      break;
    }
    const block = await readBuffer(source, at, size);
    const checked = type === ARCHIVE || type === FILE;
    if (checked && (crc32(block.subarray(2)) & 0xffff) !== block.readUInt16LE(0)) {
      problems.push(problem('checksum-wrong', { what: 'block header' }, `byte ${at}`));
      break;
    }
    const added = flags & 0x8000 || type === FILE ? head.readUInt32LE(7) : 0;
    if (type === ARCHIVE && flags & 0x80) {
      encrypted = true;
      break;
    }
    if (type === FILE) {
      encrypted ||= (flags & 4) !== 0;
      const from = flags & 0x100 ? 40 : 32;
      const raw = block.subarray(from, from + block.readUInt16LE(26));
      const plain = raw.subarray(0, raw.indexOf(0) < 0 ? raw.length : raw.indexOf(0));
      const name = decode(plain, guessEncoding(plain, false));
      entries++;
      if (escapes(name)) problems.push(problem('path-escape', { name }, name));
      if (files.length < 200) files.push({ name, size: block.readUInt32LE(11) });
    }
    if (type === END) break;
    const high = type === FILE && flags & 0x100 ? block.readUInt32LE(32) * 2 ** 32 : 0;
    const next = at + size + added + high;
    if (next > source.size) {
      problems.push(problem('truncated', { what: `block ${blocks + 1}`, expected: next, size: source.size }));
      break;
    }
    at = next;
  }
  if (encrypted) problems.push(problem('encrypted'));
  return { problems, metadata: { entries, files, ...(encrypted ? { encrypted } : {}) } };
}
