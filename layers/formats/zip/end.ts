import { readBuffer, safeNumber } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Source } from '../source.ts';

/** End of central directory (APPNOTE 4.3.16), with the ZIP64 numbers where they are used. */
export type End = {
  /** Place of the end record (or of the ZIP64 end record before it). */
  at: number;
  entries: number;
  size: number;
  offset: number;
  comment: number;
  problems: Problem[];
};

const SIGNATURE = 0x06054b50;
const LOCATOR = 0x07064b50;
const SIGNATURE64 = 0x06064b50;

async function findEnd(source: Source): Promise<number | undefined> {
  const from = Math.max(0, source.size - 22 - 65_535);
  const tail = await readBuffer(source, from, source.size - from);
  let loose: number | undefined;
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== SIGNATURE) continue;
    if (at + 22 + tail.readUInt16LE(at + 20) === tail.length) return from + at;
    loose ??= from + at;
  }
  return loose;
}

async function read64(source: Source, at: number, end: End): Promise<void> {
  const locator = at >= 20 ? await readBuffer(source, at - 20, 20) : Buffer.alloc(20);
  if (locator.readUInt32LE(0) !== LOCATOR) {
    if (end.entries === 0xffff && end.size !== 0xffffffff && end.offset !== 0xffffffff) return;
    end.problems.push(problem('damaged-structure', { what: 'ZIP64' }));
    return;
  }
  const place = safeNumber(locator.readBigUInt64LE(8));
  const record = await readBuffer(source, place, 56);
  if (record.length < 56 || record.readUInt32LE(0) !== SIGNATURE64) {
    end.problems.push(
      problem('damaged-structure', { what: 'ZIP64 end of central directory' }, `byte ${place}`),
    );
    return;
  }
  const size = safeNumber(record.readBigUInt64LE(4));
  if (place + 12 + size !== at - 20)
    end.problems.push(
      problem('damaged-structure', { what: 'ZIP64 end of central directory: gap' }, `byte ${place}`),
    );
  end.at = place;
  end.entries = safeNumber(record.readBigUInt64LE(32));
  end.size = safeNumber(record.readBigUInt64LE(40));
  end.offset = safeNumber(record.readBigUInt64LE(48));
}

/** Finds the end record; undefined when the file has none (cut short, or not a ZIP). */
export async function readEnd(source: Source): Promise<End | undefined> {
  const at = await findEnd(source);
  if (at === undefined) return undefined;
  const record = await readBuffer(source, at, 22);
  const end: End = {
    at,
    entries: record.readUInt16LE(10),
    size: record.readUInt32LE(12),
    offset: record.readUInt32LE(16),
    comment: record.readUInt16LE(20),
    problems: [],
  };
  if (at + 22 + end.comment > source.size)
    end.problems.push(
      problem('truncated', { what: 'comment', expected: at + 22 + end.comment, size: source.size }),
    );
  else if (at + 22 + end.comment < source.size)
    end.problems.push(
      problem('odd-structure', { what: `${source.size - at - 22 - end.comment} bytes after the end record` }),
    );
  if (record.readUInt16LE(4) !== 0 && record.readUInt16LE(4) !== 0xffff)
    end.problems.push(problem('unsupported-feature', { what: 'split archive' }));
  else if (record.readUInt16LE(8) !== end.entries)
    end.problems.push(
      problem('damaged-structure', { what: `${record.readUInt16LE(8)} / ${end.entries} entries` }),
    );
  if (end.entries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff)
    await read64(source, at, end);
  return end;
}
