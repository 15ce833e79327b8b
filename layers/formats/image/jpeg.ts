import { latin, readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

const PUIDS: Readonly<Record<string, string>> = { '1.0': 'fmt/42', '1.1': 'fmt/43', '1.2': 'fmt/44' };

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** JPEG: frame size from SOF, version of JFIF or EXIF, end of image (ITU-T T.81, annex B). */
export async function readJpeg({ source, checkTime }: Reading): Promise<Found> {
  const metadata: Record<string, unknown> = {};
  const problems: Problem[] = [];
  let puid = 'fmt/41';
  let scan = false;
  for (let at = 2; at + 4 <= source.size; ) {
    checkTime();
    const head = await readBuffer(source, at, 20);
    if (head[0] !== 0xff) {
      problems.push(problem('damaged-structure', { what: 'no marker' }, `byte ${at}`));
      break;
    }
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = head.readUInt16BE(2);
    if (at + 2 + length > source.size) {
      problems.push(problem('truncated', { what: 'segment', expected: at + 2 + length, size: source.size }));
      break;
    }
    const name = latin(head.subarray(4, 9));
    if (marker === 0xe0 && name === 'JFIF\0') puid = PUIDS[`${head[9]}.${head[10]}`] ?? 'fmt/44';
    if (marker === 0xe1 && name.startsWith('Exif') && puid === 'fmt/41') puid = 'fmt/645';
    if (isFrame(marker))
      Object.assign(metadata, { height: head.readUInt16BE(5), width: head.readUInt16BE(7), bands: head[9] });
    if (marker === 0xda) {
      scan = true;
      break;
    }
    at += 2 + length;
  }
  if (scan && !(await hasEnd(source)))
    problems.push(problem('truncated', { what: 'EOI', expected: source.size + 2, size: source.size }));
  if (!scan && problems.length === 0) problems.push(problem('damaged-structure', { what: 'no image data' }));
  return { puid, problems, metadata };
}

/** The end marker stands near the end; makers' notes and thumbnails may follow it. */
async function hasEnd(source: Reading['source']): Promise<boolean> {
  const length = Math.min(source.size, 128 * 1024);
  return latin(await source.read(source.size - length, length)).includes('\xff\xd9');
}
