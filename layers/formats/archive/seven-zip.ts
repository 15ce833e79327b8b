import { crc32 } from 'node:zlib';
import { readBuffer, safeNumber } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

/** Coder id of AES-256 with SHA-256 in the headers of 7z. */
const AES = Buffer.from([0x06, 0xf1, 0x07, 0x01]);

/** 7z: start header and end header with their checksums; encryption. Entries are not listed. */
export async function readSevenZip({ source }: Reading): Promise<Found> {
  const start = await readBuffer(source, 0, 32);
  if (start.length < 32)
    return {
      problems: [problem('truncated', { what: 'start header', expected: 32, size: source.size })],
      metadata: {},
    };
  const problems: Problem[] = [];
  if (crc32(start.subarray(12, 32)) !== start.readUInt32LE(8))
    problems.push(problem('checksum-wrong', { what: 'start header' }));
  const offset = safeNumber(start.readBigUInt64LE(12)) + 32;
  const size = safeNumber(start.readBigUInt64LE(20));
  const metadata: Record<string, unknown> = { version: `${start[6]}.${start[7]}` };
  if (offset + size > source.size) {
    problems.push(problem('truncated', { what: 'end header', expected: offset + size, size: source.size }));
    return { problems, metadata };
  }
  const header = await readBuffer(source, offset, Math.min(size, 16 * 1024 * 1024));
  if (header.length === size && crc32(header) !== start.readUInt32LE(28))
    problems.push(problem('checksum-wrong', { what: 'end header' }));
  const kind = header[0];
  if (size > 0 && kind !== 0x01 && kind !== 0x17)
    problems.push(problem('damaged-structure', { what: `end header ${kind}` }));
  if (header.includes(AES)) {
    problems.push(problem('encrypted'));
    metadata['encrypted'] = true;
  }
  return { problems, metadata };
}
