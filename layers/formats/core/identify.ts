import type { Source } from '../source.ts';
import { identifyText } from '../text/identify.ts';
import { latin } from './bytes.ts';
import { extensionOf } from './format.ts';
import { identifyBinary } from './identify-binary.ts';
import { signatures } from './signatures.ts';

/** Bytes that are looked at from the start and the end of a file. */
export const HEAD = 16 * 1024;
export const TAIL = 4 * 1024;

/** Formats whose magic is so short that a fitting extension or structure is asked for as well. */
const weak = new Set(['gdb-table', 'arj', 'cpio', 'bzip2', 'dwg', 'quicktime', 'lha', 'gzip']);

const confirmed: Record<string, (head: string, extension: string) => boolean> = {
  'gdb-table': (_, extension) => /^(gdb\w*|atx|spx|freelist|horizon)$/.test(extension),
  arj: (_, extension) => extension === 'arj',
  cpio: (head, extension) => /^07070[127]/.test(head) || ['cpio', 'dump', 'bin'].includes(extension),
  bzip2: (head) => /^BZh[1-9]/.test(head) && ['1AY&SY', '\x17rE8'].some((next) => head.startsWith(next, 4)),
  dwg: (head) => /^(AC10\d\d|AC[12]\.\d|MC0\.0)/.test(head),
  quicktime: (head) => !/^\s*[\w"{<]{4}/.test(head),
  lha: (head) => /^-l[hz][\ds]-/.test(head.slice(2)),
  gzip: (head) => head.charCodeAt(2) === 8,
};

/** Members of a file geodatabase have fixed names; most of them have no magic bytes. */
const GDB_MEMBER = /(^|[\\/])(a[0-9a-f]{8}\.\w[\w.]*|gdb|timestamps)$/i;

/** Application id at byte 68 (OGC 12-128r19, 1.1.1.1.1); old writers leave it out and are told by their name. */
const isGeoPackage = (head: string, extension: string) =>
  /^GP(KG|1[01])$/.test(head.slice(68, 72)) || extension === 'gpkg';

function bySignature(head: string, extension: string): string | undefined {
  return signatures.find(
    ({ id, at, magic }) =>
      head.startsWith(magic, at) && (!weak.has(id) || (confirmed[id]?.(head, extension) ?? false)),
  )?.id;
}

/** `%PDF-` may stand anywhere in the first kilobyte (ISO 32000-1, implementation note 13). */
const isPdf = (head: string) => /%PDF-\d|%!PS-Adobe-\d\.\d PDF-/.test(head.slice(0, 1100));

/**
 * Identifies a file by its content: magic bytes, then structure, then text heuristics. The name serves
 * only to choose between formats that look alike.
 */
export async function identify(source: Source): Promise<string> {
  const bytes = await source.read(0, Math.min(HEAD, source.size));
  const head = latin(bytes);
  const extension = extensionOf(source.name);
  if (isPdf(head)) return 'pdf';
  const found = bySignature(head, extension) ?? identifyBinary(head, extension, source.size);
  if (found) return found === 'sqlite' && isGeoPackage(head, extension) ? 'geopackage' : found;
  const text = identifyText(bytes, extension, source.size > bytes.length);
  if (text) return text;
  return GDB_MEMBER.test(source.name) ? 'gdb-table' : identifyTail(source, extension);
}

/** Archives with something in front (self-extracting, damaged start) show at their end. */
async function identifyTail(source: Source, extension: string): Promise<string> {
  const from = Math.max(0, source.size - TAIL);
  const tail = latin(await source.read(from, source.size - from));
  if (tail.includes('PK\x05\x06') || (extension === 'zip' && tail.includes('PK\x01\x02'))) return 'zip';
  // A PDF that has lost its header still shows its objects; the reader says what is missing.
  if (/\bstartxref\s|\d \d+ obj\s?<</.test(tail) || (extension === 'pdf' && /%%EOF/.test(tail))) return 'pdf';
  return 'unknown';
}
