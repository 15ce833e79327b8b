import type { PdfDocument } from './document.ts';

/** PRONOM identifiers of PDF versions and of the archival profiles. */
const VERSIONS: Readonly<Record<string, string>> = {
  '1.0': 'fmt/14',
  '1.1': 'fmt/15',
  '1.2': 'fmt/16',
  '1.3': 'fmt/17',
  '1.4': 'fmt/18',
  '1.5': 'fmt/19',
  '1.6': 'fmt/20',
  '1.7': 'fmt/276',
  '2.0': 'fmt/1129',
};
const ARCHIVAL: Readonly<Record<string, string>> = {
  '1A': 'fmt/95',
  '1B': 'fmt/354',
  '2A': 'fmt/476',
  '2B': 'fmt/477',
  '2U': 'fmt/478',
  '3A': 'fmt/479',
  '3B': 'fmt/480',
  '3U': 'fmt/481',
};

const string = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 2000) : undefined;

/** `D:20240131120000+08'00'` as ISO 8601; as it stands when it is written in another way. */
export function pdfDate(value: unknown): string | undefined {
  const text = string(value);
  const found =
    text && /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([-+])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!found) return text;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    zulu,
    sign,
    zh = '00',
    zm = '00',
  ] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zulu ? 'Z' : sign ? `${sign}${zh}:${zm}` : ''}`;
}

/** The conformance an XMP packet claims, such as `2B`. A claim only: it is not validated here. */
export function archivalClaim(xmp: string | undefined): string | undefined {
  if (!xmp) return undefined;
  const part = /pdfaid:part(?:>|\s*=\s*["'])\s*(\d)/.exec(xmp)?.[1];
  const level = /pdfaid:conformance(?:>|\s*=\s*["'])\s*([ABUEF])/i.exec(xmp)?.[1]?.toUpperCase();
  return part && `${part}${level ?? ''}`;
}

/** PRONOM identifier of a version, or of the archival profile it claims. */
export const pdfPuid = (version: string, claim: string | undefined) =>
  (claim && ARCHIVAL[claim]) ?? VERSIONS[version];

/** Title, author, dates and producer of a document. */
export async function properties(
  document: PdfDocument,
): Promise<{ metadata: Record<string, unknown>; claim: string | undefined }> {
  const { info, metadata } = await document.getMetadata();
  // pdf.js types the dictionary as Object; every value is checked before use.
  const values = info as Record<string, unknown>;
  const xmp = metadata ? String(metadata.getRaw()) : undefined;
  const claim = archivalClaim(xmp);
  const found: Record<string, unknown> = {
    title: string(metadata?.get('dc:title')) ?? string(values['Title']),
    author: string(values['Author']) ?? string(metadata?.get('dc:creator')),
    subject: string(values['Subject']),
    keywords: string(values['Keywords']),
    application: string(values['Creator']),
    producer: string(values['Producer']),
    created: pdfDate(values['CreationDate']),
    modified: pdfDate(values['ModDate']),
    signed: values['IsSignaturesPresent'] === true ? true : undefined,
    form: values['IsAcroFormPresent'] === true ? true : undefined,
    archivalClaim: claim && `PDF/A-${claim.toLowerCase()}`,
  };
  for (const [key, value] of Object.entries(found)) if (value === undefined) delete found[key];
  return { metadata: found, claim };
}
