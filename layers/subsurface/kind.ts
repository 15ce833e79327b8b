import { latin } from '@geoarchive/formats/core/bytes.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { identifyText } from '@geoarchive/formats/text/identify.ts';

export type Kind = 'table' | 'zip' | 'las' | 'ags' | 'dlis' | 'lis' | 'segy' | 'xml' | 'other';

const HEAD = 16 * 1024;
const xmlIds = new Set(['xml', 'gml', 'witsml', 'geosciml']);

/** SEG-Y: a card image that begins with C in EBCDIC or ASCII, or its name, and a plausible binary header (rev 2.1, 4). */
const isSegy = (bytes: Uint8Array, name: string): boolean => {
  if (bytes.length < 3600) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const plausible = (little: boolean) => {
    const format = view.getUint16(3224, little);
    return (
      format >= 1 && format <= 16 && (view.getUint16(3220, little) > 0 || view.getUint16(3222, little) > 0)
    );
  };
  const card = bytes[0] === 0xc3 || bytes[0] === 0x43;
  return (plausible(false) || plausible(true)) && (card || /\.(sgy|segy)$/i.test(name));
};

/** What a file is, by its content; its name decides only between what looks alike. `zip` may be a workbook. */
export const kindOf = async (source: Source): Promise<Kind> => {
  const bytes = await source.read(0, Math.min(HEAD, source.size));
  const head = latin(bytes.subarray(0, 512));
  const { name } = source;
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'table';
  if (/[ \d]{4}V1\.\d\dRECORD/.test(head.slice(0, 400))) return 'dlis';
  if (/\.(lis|lti)$/i.test(name)) return 'lis';
  if (isSegy(bytes, name)) return 'segy';
  if (/\.las$/i.test(name)) return 'las';
  if (/\.ags$/i.test(name)) return 'ags';
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const id = identifyText(bytes, extension, source.size > bytes.length);
  if (id === 'las' || id === 'ags') return id;
  if (id !== undefined && xmlIds.has(id)) return 'xml';
  return id === 'csv' || id === 'text' ? 'table' : 'other';
};
