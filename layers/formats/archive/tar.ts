import { readBuffer } from '../core/bytes.ts';
import { tarChecksumFits } from '../core/identify-binary.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { decode, guessEncoding } from '../text/encoding.ts';
import { escapes } from '../zip/threats.ts';

const MOST = 200_000;
const BLOCK = 512;

/** A number of a header: octal text, or base 256 when the first bit is set (GNU, star). NaN when it is neither. */
export function tarNumber(field: Buffer): number {
  const first = field[0] ?? 0;
  if (first & 0x80) {
    if (first === 0xff) return -1;
    return field.subarray(1).reduce((value, byte) => value * 256 + byte, first & 0x7f);
  }
  const text = field
    .toString('latin1')
    .replace(/[\0 ]+/g, ' ')
    .trim();
  return text === '' ? 0 : /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}

const string = (field: Buffer) => {
  const end = field.indexOf(0);
  const bytes = end < 0 ? field : field.subarray(0, end);
  return decode(bytes, guessEncoding(bytes, false));
};

/** Records `length key=value` of a pax header (POSIX.1-2001); undefined when they are broken. */
export function paxRecords(bytes: Buffer): Map<string, string> | undefined {
  const records = new Map<string, string>();
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0) {
    const head = /^(\d{1,9}) /.exec(bytes.toString('latin1', at, at + 12));
    const length = Number(head?.[1] ?? 0);
    if (!head || length <= head[0].length || at + length > bytes.length || bytes[at + length - 1] !== 0x0a)
      return undefined;
    const text = bytes.toString('utf8', at + head[0].length, at + length - 1);
    const equals = text.indexOf('=');
    if (equals < 1) return undefined;
    records.set(text.slice(0, equals), text.slice(equals + 1));
    at += length;
  }
  return records;
}

/** tar in its dialects: entries, links, paths that escape, damaged headers. */
export async function readTar({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  const files: { name: string; size: number }[] = [];
  let entries = 0;
  let unpacked = 0;
  let longName: string | undefined;
  let pax: Map<string, string> | undefined;
  const damaged = (what: string, at: number) =>
    problems.push(problem('damaged-structure', { what }, `byte ${at}`));
  for (let at = 0; at + BLOCK <= source.size && entries < MOST && problems.length < 20; ) {
    if (entries % 500 === 0) checkTime();
    const head = await readBuffer(source, at, BLOCK);
    if (head.every((byte) => byte === 0)) {
      at += BLOCK;
      continue;
    }
    if (!tarChecksumFits(head)) {
      damaged('header checksum', at);
      break;
    }
    const type = String.fromCharCode(head[156] ?? 0);
    const declared = Number(pax?.get('size') ?? tarNumber(head.subarray(124, 136)));
    const size = ['1', '2', '3', '4', '5', '6'].includes(type) ? (type === '1' ? declared : 0) : declared;
    if (!Number.isFinite(size) || size < 0) {
      damaged('size', at);
      break;
    }
    let data = at + BLOCK;
    // Old GNU sparse files go on in further map blocks before the data.
    for (let more = type === 'S' ? head[482] : 0; more === 1 && data + BLOCK <= source.size; data += BLOCK)
      more = (await readBuffer(source, data + 504, 1))[0];
    if (data + size > source.size) {
      problems.push(
        problem('truncated', { what: `entry ${entries + 1}`, expected: data + size, size: source.size }),
      );
      break;
    }
    at = data + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L' || type === 'K') {
      if (type === 'L') longName = string(await readBuffer(source, data, Math.min(size, 65_536)));
      continue;
    }
    if (type === 'x' || type === 'g') {
      const records = paxRecords(await readBuffer(source, data, Math.min(size, 1024 * 1024)));
      if (!records) damaged('pax header', data);
      if (records && [...records].some(([key, value]) => /path$/.test(key) && value.includes('\0')))
        damaged('pax path', data);
      if (type === 'x') pax = records;
      continue;
    }
    const prefix =
      head.toString('latin1', 257, 262) === 'ustar' && head[263] !== 0x20
        ? string(head.subarray(345, 500))
        : '';
    const short = string(head.subarray(0, 100));
    const name = pax?.get('path') ?? longName ?? (prefix ? `${prefix}/${short}` : short);
    entries++;
    unpacked += size;
    if (escapes(name)) problems.push(problem('path-escape', { name }, name));
    const target = pax?.get('linkpath') ?? string(head.subarray(157, 257));
    if (type === '1' || type === '2')
      problems.push(
        problem(escapes(target) ? 'path-escape' : 'link-entry', { name: `${name} → ${target}` }, name),
      );
    if (['3', '4', '6'].includes(type)) problems.push(problem('link-entry', { name }, name));
    if (files.length < 200) files.push({ name, size });
    longName = undefined;
    pax = undefined;
  }
  return { problems, metadata: { entries, unpackedBytes: unpacked, files } };
}
