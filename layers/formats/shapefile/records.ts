import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import { Extent } from '../geo/extent.ts';
import type { Source } from '../source.ts';
import type { ShapeHeader } from './header.ts';
import { checkShape } from './shape.ts';

export type Records = { count: number; nulls: number; extent: Extent; problems: Problem[]; read: number };

/** Bytes of records that are walked; beyond, the count comes from the index. */
const LIMIT = 1024 * 1024 * 1024;
const WINDOW = 4 * 1024 * 1024;
/** Bytes of one record that are looked at. */
const LOOK = 64 * 1024;

/** Walks the records of a .shp: lengths, shape types, counts of parts and points, extent. */
export async function walkRecords(
  source: Source,
  header: ShapeHeader,
  checkTime: () => void,
): Promise<Records> {
  const result: Records = { count: 0, nulls: 0, extent: new Extent(), problems: [], read: 100 };
  const end = Math.min(source.size, header.bytes, LIMIT);
  const damaged = (what: string) =>
    result.problems.push(problem('damaged-structure', { what }, `record ${result.count + 1}`));
  let window: Buffer = Buffer.alloc(0);
  let base = 0;
  let at = 100;
  while (at + 8 <= end) {
    if (result.count % 5000 === 0) checkTime();
    if (at + 12 + LOOK > base + window.length && base + window.length < source.size) {
      base = at;
      window = await readBuffer(source, base, Math.min(WINDOW, source.size - base));
    }
    const local = at - base;
    const length = window.readInt32BE(local + 4) * 2;
    if (length < 4 || at + 8 + length > source.size) {
      if (length < 4) damaged(`record length ${length}`);
      else
        result.problems.push(
          problem('truncated', {
            what: `record ${result.count + 1}`,
            expected: at + 8 + length,
            size: source.size,
          }),
        );
      break;
    }
    const content = window.subarray(local + 8, Math.min(local + 8 + Math.min(length, LOOK), window.length));
    const wrong = checkShape(content, length, header.type, result.extent);
    if (content.length >= 4 && content.readInt32LE(0) === 0) result.nulls++;
    result.count++;
    if (wrong) {
      result.count--;
      damaged(wrong);
      result.count++;
      if (result.problems.length > 20) break;
    }
    at += 8 + length;
  }
  result.read = at;
  return result;
}
