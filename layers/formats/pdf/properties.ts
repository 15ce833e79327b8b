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
  '4': 'fmt/1910',
  '4E': 'fmt/1911',
  '4F': 'fmt/1912',
};
/** Profiles for printing and engineering, by what the file calls itself. */
const EXCHANGE: Readonly<Record<string, string>> = {
  'X-1:1999': 'fmt/144',
  'X-1:2001': 'fmt/145',
  'X-1A:2001': 'fmt/157',
  'X-1A:2003': 'fmt/146',
  'X-2:2003': 'fmt/147',
  'X-3:2002': 'fmt/158',
  'X-3:2003': 'fmt/148',
  'X-4': 'fmt/488',
  'X-4P': 'fmt/489',
  'X-5G': 'fmt/490',
  'X-5PG': 'fmt/491',
  'X-5N': 'fmt/492',
  'E-1': 'fmt/493',
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

/** Dates of the properties that are not written as a PDF writes dates (ISO 32000-1, 7.9.4). */
export const oddDates = (metadata: Record<string, unknown>): string[] =>
  [metadata['created'], metadata['modified']].filter(
    (date): date is string => typeof date === 'string' && !/^(?:\d{4}-\d\d-\d\dT|\d{8})/.test(date),
  );

/** The conformance an XMP packet claims, such as `2B`. A claim only: it is not validated here. */
export function archivalClaim(xmp: string | undefined): string | undefined {
  if (!xmp) return undefined;
  const part = /pdfaid:part(?:>|\s*=\s*["'])\s*(\d)/.exec(xmp)?.[1];
  const level = /pdfaid:conformance(?:>|\s*=\s*["'])\s*([ABUEF])/i.exec(xmp)?.[1]?.toUpperCase();
  return part && `${part}${level ?? ''}`;
}

/** The profile of exchange a file claims, such as `X-3:2003`; the conformance is more exact than the version. */
export function exchangeClaim(text: string): string | undefined {
  const said = (key: string) =>
    new RegExp(`${key}["'(>=\\s]{1,4}PDF/([XE]-\\d[a-z]{0,2}(?::\\d{4})?)`).exec(text)?.[1]?.toUpperCase();
  return said('GTS_PDFXConformance') ?? said('GTS_PDFXVersion') ?? said('ISO_PDFEVersion');
}

/** PRONOM identifier of a version, or of the profile it claims. */
export const pdfPuid = (version: string, claim: string | undefined) =>
  (claim && (ARCHIVAL[claim] ?? EXCHANGE[claim])) ?? VERSIONS[version];

/** Title, author, dates and producer of a document. */
export async function properties(
  document: PdfDocument,
): Promise<{ metadata: Record<string, unknown>; profile: string | undefined }> {
  const { info, metadata } = await document.getMetadata();
  // pdf.js types the dictionary as Object; every value is checked before use.
  const values = info as Record<string, unknown>;
  const xmp = metadata ? String(metadata.getRaw()) : undefined;
  const claim = archivalClaim(xmp);
  const custom = Object.entries(Object(values['Custom'])).map(([key, value]) => `${key}(${value}) `);
  const profile = claim ?? exchangeClaim(custom.join('')) ?? exchangeClaim(xmp ?? '');
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
    exchangeProfile: claim === undefined && profile ? `PDF/${profile}` : undefined,
    archivalClaim: claim && `PDF/A-${claim.toLowerCase()}`,
  };
  for (const [key, value] of Object.entries(found)) if (value === undefined) delete found[key];
  return { metadata: found, profile };
}
