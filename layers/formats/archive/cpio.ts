import { latin, readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import type { Source } from '../source.ts';

const MOST = 100_000;
/** Longest path of an entry: more is no name. */
const NAME = 64 * 1024;

type Entry = { header: number; name: number; size: number; align: number };

const number = (text: string, base: 8 | 16) =>
  (base === 8 ? /^[0-7]+$/ : /^[0-9a-fA-F]+$/).test(text) ? Number.parseInt(text, base) : Number.NaN;

/** A header of the new ASCII, the portable (odc) or the old binary form; undefined when it is none of them. */
async function headerAt(source: Source, at: number): Promise<Entry | undefined> {
  const bytes = await readBuffer(source, at, 110);
  const text = latin(bytes);
  if (/^07070[12]/.test(text) && text.length === 110)
    return {
      header: 110,
      name: number(text.slice(94, 102), 16),
      size: number(text.slice(54, 62), 16),
      align: 4,
    };
  if (text.startsWith('070707') && text.length >= 76)
    return { header: 76, name: number(text.slice(59, 65), 8), size: number(text.slice(65, 76), 8), align: 1 };
  if (bytes.length < 26) return undefined;
  const little = bytes.readUInt16LE(0) === 0o070707;
  if (!little && bytes.readUInt16BE(0) !== 0o070707) return undefined;
  const u16 = (place: number) => (little ? bytes.readUInt16LE(place) : bytes.readUInt16BE(place));
  return { header: 26, name: u16(20), size: u16(22) * 65_536 + u16(24), align: 2 };
}

/** cpio: entries up to `TRAILER!!!`, with names and sizes that fit into the file. */
export async function readCpio({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  let entries = 0;
  for (let at = 0; at < source.size && entries < MOST && problems.length === 0; entries++) {
    if (entries % 500 === 0) checkTime();
    const entry = await headerAt(source, at);
    const damaged = (what: string) => problems.push(problem('damaged-structure', { what }, `byte ${at}`));
    if (!entry) {
      damaged('no header of an entry');
      break;
    }
    const { header, name, size, align } = entry;
    if (Number.isNaN(name) || Number.isNaN(size) || name === 0 || name > NAME) {
      damaged('name or size of an entry');
      break;
    }
    const padded = (place: number) => Math.ceil(place / align) * align;
    const path = latin(await source.read(at + header, name));
    if (path.startsWith('TRAILER!!!')) return { problems, metadata: { entries } };
    const data = at + padded(header + name);
    if (data + size > source.size)
      problems.push(problem('truncated', { what: 'entry', expected: data + size, size: source.size }));
    at = data + padded(size);
  }
  if (problems.length === 0 && entries < MOST)
    problems.push(problem('odd-structure', { what: 'no entry TRAILER!!! at the end' }));
  return { problems, metadata: { entries } };
}
