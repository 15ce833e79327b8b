import type { Extent } from '../geo/extent.ts';

const POINTS = new Set([1, 11, 21]);
const MULTIPOINTS = new Set([8, 18, 28]);

/** Values below this mean 'no data' (white paper, page 2). */
const NO_DATA = -1e38;

/** Lengths a record of parts and points may have: without and with measures, which are optional. */
function partsLength(type: number, parts: number, points: number): number[] {
  const plain = 44 + 4 * parts + 16 * points + (type === 31 ? 4 * parts : 0);
  const dimension = 16 + 8 * points;
  if (type === 13 || type === 15 || type === 31) return [plain + dimension, plain + 2 * dimension];
  if (type === 23 || type === 25) return [plain, plain + dimension];
  return [plain];
}

function addBox(content: Buffer, extent: Extent): void {
  const corners = [4, 12, 20, 28].map((at) => content.readDoubleLE(at));
  if (corners.every((value) => Number.isFinite(value) && value > NO_DATA)) {
    extent.add(corners[0] ?? 0, corners[1] ?? 0);
    extent.add(corners[2] ?? 0, corners[3] ?? 0);
  }
}

/**
 * Checks the content of one record and adds its box to the extent. Returns what is wrong, if anything.
 * `length` is the record's declared length; `content` may hold only its beginning.
 */
export function checkShape(
  content: Buffer,
  length: number,
  expected: number,
  extent: Extent,
): string | undefined {
  const type = content.readInt32LE(0);
  if (type === 0) return undefined;
  if (type !== expected) return `shape type ${type} in a file of type ${expected}`;
  if (POINTS.has(type)) {
    const needed = type === 1 ? 20 : type === 21 ? 28 : 28;
    if (length < needed) return `point record of ${length} bytes, ${needed} needed`;
    extent.add(content.readDoubleLE(4), content.readDoubleLE(12));
    return undefined;
  }
  if (length < 40) return `record of ${length} bytes is too short`;
  const multipoint = MULTIPOINTS.has(type);
  const parts = multipoint ? 0 : content.readInt32LE(36);
  const points = content.readInt32LE(multipoint ? 36 : 40);
  if (parts < 0 || points < 0) return `negative number of parts or points`;
  const needed = multipoint ? 40 + 16 * points : Math.min(...partsLength(type, parts, points));
  if (needed > length)
    return `${parts} parts and ${points} points need ${needed} bytes, the record has ${length}`;
  if (points > 0) addBox(content, extent);
  for (let part = 0, before = -1; part < parts && 44 + 4 * part + 4 <= content.length; part++) {
    const start = content.readInt32LE(44 + 4 * part);
    if (start < 0 || start < before || start > points)
      return `part ${part + 1} starts at point ${start} of ${points}`;
    before = start;
  }
  return undefined;
}
