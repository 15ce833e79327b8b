import { readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import type { Source } from '../source.ts';

const FILES = 65_535;
const BLOCKS = 20_000;

/** Data blocks of a folder: packed and unpacked sizes, one behind the other ([MS-CAB], 2.4). */
async function blocks(
  source: Source,
  start: number,
  count: number,
  reserve: number,
): Promise<string | undefined> {
  let at = start;
  for (let i = 0; i < Math.min(count, BLOCKS); i++) {
    const head = await readBuffer(source, at, 8);
    if (head.length < 8) return `data block ${i} beyond the end`;
    const packed = head.readUInt16LE(4);
    const unpacked = head.readUInt16LE(6);
    if (unpacked > 32_768 || packed > 32_768 + 6144) return `data block ${i}: ${packed} to ${unpacked} bytes`;
    at += 8 + reserve + packed;
    if (at > source.size) return `data block ${i} beyond the end`;
  }
  return undefined;
}

/** Windows cabinet: header, folders with their data blocks, files ([MS-CAB], 2). */
export async function readCab({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  const damaged = (what: string) => problems.push(problem('damaged-structure', { what }));
  const head = await readBuffer(source, 0, 40);
  const size = head.readUInt32LE(8);
  if (size > source.size)
    problems.push(problem('truncated', { what: 'cabinet', expected: size, size: source.size }));
  const [folders, files, flags] = [26, 28, 30].map((at) => head.readUInt16LE(at));
  const reserved = ((flags ?? 0) & 4) !== 0;
  const folderReserve = reserved ? (head[38] ?? 0) : 0;
  const dataReserve = reserved ? (head[39] ?? 0) : 0;
  let at = 36 + (reserved ? 4 + head.readUInt16LE(36) : 0);
  for (const flag of [1, 1, 2, 2]) {
    if (((flags ?? 0) & flag) === 0) continue;
    const name = await readBuffer(source, at, 256);
    at += name.indexOf(0) + 1;
  }
  const lengths: number[] = [];
  for (let i = 0; i < (folders ?? 0) && problems.length < 5; i++) {
    checkTime();
    const folder = await readBuffer(source, at, 8);
    if (folder.length < 8) {
      damaged(`folder ${i} beyond the end`);
      break;
    }
    const wrong = await blocks(source, folder.readUInt32LE(0), folder.readUInt16LE(4), dataReserve);
    if (wrong) damaged(`folder ${i}: ${wrong}`);
    lengths.push(folder.readUInt16LE(4) * 32_768);
    at += 8 + folderReserve;
  }
  at = head.readUInt32LE(16);
  for (let i = 0; i < Math.min(files ?? 0, FILES) && problems.length < 5; i++) {
    if (i % 500 === 0) checkTime();
    const file = await readBuffer(source, at, 16 + 257);
    const end = file.indexOf(0, 16);
    if (file.length < 17 || end < 0) {
      damaged(`file ${i} beyond the end`);
      break;
    }
    const folder = file.readUInt16LE(8);
    // 0xFFFD to 0xFFFF: the file goes on in the cabinet before or behind.
    if (folder < 0xfffd) {
      const most = lengths[folder];
      if (most === undefined) damaged(`file ${i}: folder ${folder}`);
      else if (file.readUInt32LE(4) + file.readUInt32LE(0) > most)
        damaged(`file ${i} is longer than its folder`);
    }
    at += end + 1;
  }
  return { problems, metadata: { entries: files } };
}
