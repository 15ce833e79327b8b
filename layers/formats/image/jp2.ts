import { latin, readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import type { Source } from '../source.ts';

type Box = { type: string; at: number; data: number; end: number };
type Size = { width: number; height: number; bands: number };

const BOXES = 5000;

/** Boxes between two places; an impossible length is a finding and ends the walk (ISO/IEC 15444-1, annex I.4). */
async function boxes(source: Source, from: number, to: number, problems: Problem[]): Promise<Box[]> {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < BOXES; ) {
    const head = await readBuffer(source, at, 16);
    const short = head.readUInt32BE(0);
    const type = latin(head.subarray(4, 8));
    const long = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : undefined;
    const length = short === 0 ? to - at : (long ?? short);
    if (length < (long === undefined ? 8 : 16)) {
      problems.push(problem('damaged-structure', { what: `box ${type}: length ${length}` }, `byte ${at}`));
      break;
    }
    const end = at + length;
    if (end > to) problems.push(problem('truncated', { what: `box ${type}`, expected: end, size: to }));
    found.push({ type, at, data: at + (long === undefined ? 8 : 16), end: Math.min(end, to) });
    at = end;
  }
  return found;
}

/** Size of the image by the SIZ segment of a code stream, and whether it ends (annex A.5.1, A.4.4). */
async function codeStream(source: Source, at: number, end: number, problems: Problem[]) {
  const head = await readBuffer(source, at, 42);
  const damaged = (what: string) => problems.push(problem('damaged-structure', { what }, `byte ${at}`));
  if (head.length < 42 || head.readUInt32BE(0) !== 0xff4fff51) {
    damaged('code stream: no SIZ');
    return undefined;
  }
  const [right, bottom, left, top] = [8, 12, 16, 20].map((place) => head.readUInt32BE(place));
  const [tileWidth, tileHeight] = [24, 28].map((place) => head.readUInt32BE(place));
  const bands = head.readUInt16BE(40);
  const width = (right ?? 0) - (left ?? 0);
  const height = (bottom ?? 0) - (top ?? 0);
  if (width <= 0 || height <= 0 || !tileWidth || !tileHeight || bands === 0)
    damaged(`code stream: ${width} × ${height}, ${bands} components`);
  else if (head.readUInt16BE(4) !== 38 + 3 * bands) damaged('code stream: length of SIZ');
  else if (Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight) > 65_535)
    damaged('code stream: more than 65535 tiles');
  const last = await readBuffer(source, Math.max(at, end - 2), 2);
  if (last.length < 2 || last.readUInt16BE(0) !== 0xffd9)
    problems.push(problem('truncated', { what: 'EOC', expected: end + 2, size: end }));
  return { width, height, bands };
}

/** Colour profiles name their own length and a table of tags that lies inside (ICC.1, 7.2 and 7.3). */
async function profile(source: Source, { data, end }: Box, problems: Problem[]): Promise<void> {
  const head = await readBuffer(source, data, 3 + 132);
  if (head[0] !== 2 || head.length < 135) return;
  const size = head.readUInt32BE(3);
  const tags = head.readUInt32BE(3 + 128);
  if (size > end - data - 3 || 132 + tags * 12 > size)
    problems.push(problem('damaged-structure', { what: `ICC profile: ${size} bytes, ${tags} tags` }));
}

async function header(source: Source, box: Box, problems: Problem[]): Promise<Size | undefined> {
  const inside = await boxes(source, box.data, box.end, problems);
  const ihdr = inside.find(({ type }) => type === 'ihdr');
  for (const one of inside) if (one.type === 'colr') await profile(source, one, problems);
  if (!ihdr || ihdr.end - ihdr.data < 14) {
    problems.push(problem('section-missing', { name: 'ihdr' }));
    return undefined;
  }
  const bytes = await readBuffer(source, ihdr.data, 14);
  return { height: bytes.readUInt32BE(0), width: bytes.readUInt32BE(4), bands: bytes.readUInt16BE(8) };
}

/** JPEG 2000: boxes, image header and code stream of JP2 and JPX, or a bare code stream. */
export async function readJp2({ source }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  const first = await readBuffer(source, 0, 4);
  if (first.length === 4 && first.readUInt32BE(0) === 0xff4fff51) {
    const size = await codeStream(source, 0, source.size, problems);
    return { problems, metadata: { ...size } };
  }
  const all = await boxes(source, 0, source.size, problems);
  const jp2h = all.find(({ type }) => type === 'jp2h');
  const stream = all.find(({ type }) => type === 'jp2c');
  const said = jp2h && (await header(source, jp2h, problems));
  const held = stream && (await codeStream(source, stream.data, stream.end, problems));
  if (!stream && !all.some(({ type }) => type === 'jpch' || type === 'ftbl' || type === 'moov'))
    problems.push(problem('section-missing', { name: 'jp2c' }));
  if (said && held && (said.width !== held.width || said.height !== held.height))
    problems.push(
      problem('damaged-structure', {
        what: `${said.width} × ${said.height} in the header, ${held.width} × ${held.height} in the code stream`,
      }),
    );
  return { problems, metadata: { ...(held ?? said) } };
}
