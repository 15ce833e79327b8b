import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import { Extent } from '../geo/extent.ts';
import type { Source } from '../source.ts';
import type { ShapeHeader } from './header.ts';
import { checkShape } from './shape.ts';

export type Records = {
  count: number;
  extent: Extent;
  /** What is wrong with the content of records. */
  problems: Problem[];
  /** Byte the walk ended at, and why it ended before the end of the file. */
  end: number;
  stop: Problem | undefined;
};

/** Bytes of records that are walked; beyond, the count comes from the index. */
const LIMIT = 1024 * 1024 * 1024;
const WINDOW = 4 * 1024 * 1024;
/** Bytes of one record that are looked at. */
const LOOK = 64 * 1024;
const MOST_PROBLEMS = 20;

/** Why a record of this length cannot stand here. */
function badLength(at: number, length: number, record: number, size: number): Problem | undefined {
  const where = `record ${record}`;
  if (length < 4) return problem('damaged-structure', { what: `record length ${length}` }, where);
  if (at + 8 + length <= size) return undefined;
  return problem('truncated', { what: where, expected: at + 8 + length, size }, where);
}

/** Walks the records of a .shp: lengths, shape types, counts of parts and points, extent. */
export async function walkRecords(
  source: Source,
  header: ShapeHeader,
  checkTime: () => void,
): Promise<Records> {
  const result: Records = { count: 0, extent: new Extent(), problems: [], end: 100, stop: undefined };
  const end = Math.min(source.size, header.bytes, LIMIT);
  let window: Buffer = Buffer.alloc(0);
  let base = 0;
  while (result.end + 8 <= end && result.problems.length < MOST_PROBLEMS) {
    if (result.count % 5000 === 0) checkTime();
    const at = result.end;
    if (at + 12 + LOOK > base + window.length && base + window.length < source.size) {
      base = at;
      window = await readBuffer(source, base, Math.min(WINDOW, source.size - base));
    }
    const length = window.readInt32BE(at - base + 4) * 2;
    result.stop = badLength(at, length, result.count + 1, source.size);
    if (result.stop) break;
    const content = window.subarray(at - base + 8, at - base + 8 + Math.min(length, LOOK));
    result.count++;
    const wrong = checkShape(content, length, header.type, result.extent);
    if (wrong) result.problems.push(problem('damaged-structure', { what: wrong }, `record ${result.count}`));
    result.end = at + 8 + length;
  }
  return result;
}
