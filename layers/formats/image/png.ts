import { crc32 } from 'node:zlib';
import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

/** Largest chunk whose checksum is computed. */
const CHECKED = 16 * 1024 * 1024;

/** PNG: size from IHDR, chunks up to IEND with their checksums (W3C PNG, 5). */
export async function readPng({ source, checkTime }: Reading): Promise<Found> {
  const header = await readBuffer(source, 16, 10);
  const problems: Problem[] = [];
  let ended = false;
  for (let at = 8, chunks = 0; at + 12 <= source.size && chunks < 100_000 && problems.length < 5; chunks++) {
    if (chunks % 100 === 0) checkTime();
    const head = await readBuffer(source, at, 8);
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    if (at + 12 + length > source.size) {
      problems.push(
        problem('truncated', { what: `chunk ${type}`, expected: at + 12 + length, size: source.size }),
      );
      break;
    }
    if (length <= CHECKED) {
      const body = await readBuffer(source, at + 4, length + 8);
      if (crc32(body.subarray(0, length + 4)) !== body.readUInt32BE(length + 4))
        problems.push(problem('checksum-wrong', { what: `chunk ${type}` }, `byte ${at}`));
    }
    at += 12 + length;
    if (type === 'IEND') {
      ended = true;
      break;
    }
  }
  if (!ended && problems.length === 0)
    problems.push(problem('truncated', { what: 'IEND', expected: source.size + 12, size: source.size }));
  return {
    problems,
    metadata: {
      width: header.readUInt32BE(0),
      height: header.readUInt32BE(4),
      bitsPerSample: header[8],
      colourType: header[9],
    },
  };
}
