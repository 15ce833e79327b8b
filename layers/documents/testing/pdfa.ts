import { inflateSync } from 'node:zlib';

/** The file with its compressed streams opened, so that objects inside them are seen too. */
const opened = (pdf: Uint8Array): string => {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 1)) {
    try {
      parts.push(
        inflateSync(raw.subarray(at + 'stream\n'.length, raw.indexOf('endstream', at))).toString('latin1'),
      );
    } catch {
      // Not compressed: it is in the first part as it stands.
    }
  }
  return parts.join('\n');
};

const forbidden = [
  '/Encrypt',
  '/JavaScript',
  '/JS ',
  '/Launch',
  '/EmbeddedFile',
  '/RichMedia',
  '/LZWDecode',
  '/XFA',
];

/**
 * What of PDF/A-2b (ISO 19005-2) is missing or forbidden in a file, as far as its structure tells: metadata that claim it, a colour
 * profile, an id, every font embedded, nothing active, encrypted or outside. A validator looks at far more.
 */
export const pdfaFaults = (pdf: Uint8Array): string[] => {
  const text = opened(pdf);
  const faults: string[] = [];
  if (!/pdfaid:part>2<.*pdfaid:conformance>B</s.test(text)) faults.push('metadata do not claim PDF/A-2b');
  if (!/\/OutputIntents?\b/.test(text) || !text.includes('/DestOutputProfile'))
    faults.push('no colour profile');
  if (!/\/ID\s*\[/.test(text)) faults.push('no file identifier');
  const descriptors = text.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
  const embedded = text.match(/\/FontFile[23]?\b/g)?.length ?? 0;
  if (descriptors === 0 || embedded < descriptors) faults.push('a font is not embedded');
  return [...faults, ...forbidden.filter((word) => text.includes(word))];
};
