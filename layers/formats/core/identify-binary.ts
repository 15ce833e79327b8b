import { asBuffer } from './bytes.ts';

const DBF_VERSIONS = new Set([
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x7b, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb,
]);

/** dBASE: version, date of update and a header whose length ends in 0x0D (dBASE file structure, level 5 and 7). */
function isDbf(head: Buffer, extension: string): boolean {
  if (head.length < 32 || !DBF_VERSIONS.has(head[0] ?? 0)) return false;
  const header = head.readUInt16LE(8);
  const record = head.readUInt16LE(10);
  if (header < 33 || record < 1) return false;
  const date = (head[2] ?? 99) <= 12 && (head[3] ?? 99) <= 31;
  const ended =
    header > head.length || head[header - 1] === 0x0d || head[header - 2] === 0x0d || head[header] === 0x0d;
  return date && (ended || extension === 'dbf');
}

/** Shapefile and its index share the header; they differ in the first record (ESRI white paper, 1998). */
function shapefileKind(head: Buffer, extension: string): string | undefined {
  if (head.length < 32 || head.readInt32BE(0) !== 9994 || head.readInt32LE(28) !== 1000) return undefined;
  if (head.length < 108) return extension === 'shx' ? 'shapefile-index' : 'shapefile';
  return head.readInt32BE(100) === 50 && extension !== 'shp' ? 'shapefile-index' : 'shapefile';
}

/** SEG-Y: a card image that begins with C in EBCDIC or ASCII, and a plausible binary header (SEG-Y rev 2.1, 4). */
function isSegy(head: Buffer, extension: string): boolean {
  if (head.length < 3600) return false;
  const card = head[0] === 0xc3 || head[0] === 0x43;
  const plausible = (little: boolean) => {
    const u16 = (at: number) => (little ? head.readUInt16LE(at) : head.readUInt16BE(at));
    const format = u16(3224);
    return format >= 1 && format <= 16 && (u16(3220) > 0 || u16(3222) > 0);
  };
  const header = plausible(false) || plausible(true);
  return header && (card || extension === 'sgy' || extension === 'segy');
}

/** Storage unit label of API RP 66 (2.3.2), bare or behind tape marks. */
const isDlis = (head: string) => /[ \d]{4}V1\.\d\dRECORD/.test(head.slice(0, 400));

/** Tape image format: a mark of three little-endian numbers, type 0, previous 0, next beyond the mark. */
function isLis(head: Buffer, extension: string): boolean {
  if (head.length < 16 || !['lis', 'lti', 'tif'].includes(extension)) return extension === 'lis';
  return (
    extension === 'lis' ||
    (head.readUInt32LE(0) === 0 && head.readUInt32LE(4) === 0 && head.readUInt32LE(8) > 12)
  );
}

/** BMP: the size in the header and a known header length. */
function isBmp(head: Buffer): boolean {
  if (head.length < 26 || head.toString('latin1', 0, 2) !== 'BM') return false;
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14));
}

/** Old tar without `ustar`: the checksum of the header is right. */
export function tarChecksumFits(head: Buffer): boolean {
  if (head.length < 512) return false;
  const declared = Number.parseInt(
    head
      .toString('latin1', 148, 156)
      .replace(/[\0 ]+/g, ' ')
      .trim(),
    8,
  );
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 32 : (head[i] ?? 0);
  return declared === sum && sum !== 256;
}

/** Formats told by their structure where magic bytes are not enough. `head` is Latin-1. */
export function identifyBinary(head: string, extension: string, size: number): string | undefined {
  const bytes = asBuffer(Buffer.from(head, 'latin1'));
  const shape = shapefileKind(bytes, extension);
  if (shape) return shape;
  if (isDlis(head)) return 'dlis';
  if (isSegy(bytes, extension)) return 'segy';
  if (isBmp(bytes)) return 'bmp';
  if (tarChecksumFits(bytes)) return 'tar';
  if (head.startsWith('MZ') && size > 64 && !/^MZ[\x20-\x7e\r\n]{30}/.test(head)) return 'exe';
  if (isDbf(bytes, extension)) return 'dbf';
  if (/^\xff[\xfb\xf3\xf2\xfa]/.test(head)) return 'mp3';
  if (isLis(bytes, extension)) return 'lis';
  return undefined;
}
