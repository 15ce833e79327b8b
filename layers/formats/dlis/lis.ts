import { readView } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { readTape } from './tape.ts';

const MOST = 200_000;

/** LIS 79: the chain of physical records, on a tape image or bare (Log Information Standard, 3.1). */
export async function readLis(reading: Reading): Promise<Found> {
  const { source, checkTime } = reading;
  const head = await readView(source, 0, 12);
  if (head.byteLength === 12 && head.getUint32(0, true) === 0 && head.getUint32(4, true) === 0) {
    const { problems, blocks } = await readTape(reading);
    return { problems, metadata: { blocks: blocks.length } };
  }
  const problems: Problem[] = [];
  let records = 0;
  let open = false;
  for (let at = 0; at + 4 <= source.size && records < MOST; records++) {
    if (records % 500 === 0) checkTime();
    const record = await readView(source, at, 4);
    const length = record.getUint16(0);
    // Zeros and blanks fill up the space behind the last record.
    if (length === 0 || length === 0x2020) break;
    if (length < 4) {
      problems.push(
        problem('damaged-structure', { what: `physical record of ${length} bytes` }, `byte ${at}`),
      );
      break;
    }
    if (at + length > source.size) {
      problems.push(
        problem('truncated', { what: 'physical record', expected: at + length, size: source.size }),
      );
      break;
    }
    open = (record.getUint16(2) & 1) !== 0;
    at += length;
  }
  if (open && problems.length === 0 && records < MOST)
    problems.push(
      problem('truncated', { what: 'logical record', expected: source.size + 1, size: source.size }),
    );
  return { problems, metadata: { records } };
}
