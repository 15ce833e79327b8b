import { readBuffer } from '../core/bytes.ts';
import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

/** Pictures: width and height, and whether they are whole. */
export async function readImage(reading: Reading): Promise<Found> {
  const head = await readBuffer(reading.source, 0, 32);
  if (head[0] === 0x89) return readPng(reading);
  if (head[0] === 0xff) return readJpeg(reading);
  return head.toString('latin1', 0, 3) === 'GIF' ? readGif(reading, head) : readBmp(reading, head);
}

async function readGif({ source }: Reading, head: Buffer): Promise<Found> {
  const tail = await readBuffer(source, Math.max(0, source.size - 16), 16);
  const problems = tail.includes(0x3b)
    ? []
    : [problem('truncated', { what: 'GIF trailer', expected: source.size + 1, size: source.size })];
  const puid = head.toString('latin1', 3, 6) === '87a' ? 'fmt/3' : 'fmt/4';
  return { puid, problems, metadata: { width: head.readUInt16LE(6), height: head.readUInt16LE(8) } };
}

async function readBmp({ source }: Reading, head: Buffer): Promise<Found> {
  const old = head.readUInt32LE(14) === 12;
  const width = old ? head.readUInt16LE(18) : head.readInt32LE(18);
  const height = Math.abs(old ? head.readUInt16LE(20) : head.readInt32LE(22));
  const data = head.readUInt32LE(10);
  const problems = [];
  if (data > source.size)
    problems.push(problem('truncated', { what: 'pixels', expected: data, size: source.size }));
  if (width <= 0 || height === 0)
    problems.push(problem('damaged-structure', { what: `${width} × ${height}` }));
  return { problems, metadata: { width, height } };
}
