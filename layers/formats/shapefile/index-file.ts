import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Source } from '../source.ts';
import { readShapeHeader } from './header.ts';

/** Entries that are compared with the records they point to; of more, an even sample. */
const COMPARED = 20_000;

export type Index = { entries: number; end: number; problems: Problem[] };

type Entry = { offset: number; length: number };

async function entryAt(index: Source, at: number): Promise<Entry> {
  const bytes = await readBuffer(index, 100 + 8 * at, 8);
  return { offset: bytes.readInt32BE(0) * 2, length: bytes.readInt32BE(4) * 2 };
}

/** What is wrong with the record an entry points to; record numbers begin at 1 (white paper, page 5). */
async function compare(
  shapes: Source,
  { offset, length }: Entry,
  number: number,
): Promise<string | undefined> {
  if (offset < 100 || length < 4 || offset + 8 + length > shapes.size)
    return `entry ${number} points to byte ${offset}, length ${length}`;
  const record = await readBuffer(shapes, offset, 8);
  if (record.readInt32BE(4) * 2 !== length)
    return `entry ${number}: length ${length}, record ${record.readInt32BE(4) * 2}`;
  const actual = record.readInt32BE(0);
  return actual === number || actual === number - 1
    ? undefined
    : `entry ${number} points to record ${actual}`;
}

/** Compares the index of a shapefile with its records. Throws when the index has no header. */
export async function checkIndex(shapes: Source, index: Source, checkTime: () => void): Promise<Index> {
  const { bytes } = await readShapeHeader(index);
  const problems: Problem[] = [];
  if (bytes > index.size)
    problems.push(problem('truncated', { what: index.name, expected: bytes, size: index.size }));
  const entries = Math.max(0, Math.floor((Math.min(bytes, index.size) - 100) / 8));
  const step = Math.max(1, Math.ceil(entries / COMPARED));
  let end = 100;
  for (let at = 0; at < entries; at += step) {
    if (at % 1000 === 0) checkTime();
    const entry = await entryAt(index, at);
    end = Math.max(end, entry.offset + 8 + entry.length);
    const wrong = await compare(shapes, entry, at + 1);
    if (wrong) problems.push(problem('companion-disagrees', { name: index.name, what: wrong }));
    if (problems.length > 10) break;
  }
  return { entries, end, problems };
}
