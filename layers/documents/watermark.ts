import { PDFDict, PDFDocument, type PDFEmbeddedPage, type PDFImage, PDFName, type PDFPage } from 'pdf-lib';
import type { Fonts } from './fonts.ts';
import { spellMissing } from './glyphs.ts';
import { pdfOf } from './pdf.ts';

/** Why a file cannot carry a watermark: it is locked, or not what its format says. */
export class NotStampable extends Error {
  override readonly name = 'NotStampable';
}

/** Pixels of a picture that are taken apart at most: each takes about eight bytes while a PNG is. */
const mostPixels = 60_000_000;
/** Width and height of a PNG from its first chunk; of anything else nothing. */
const pngSize = (bytes: Uint8Array): { width: number; height: number } | undefined => {
  if (bytes.length < 24) return undefined;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: head.getUint32(16), height: head.getUint32(20) };
};

const sizeOf = (page: PDFPage): { width: number; height: number } => {
  const { width, height } = page.getCropBox();
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
};

/** Files inside a PDF would leave with it unmarked: they are taken out. */
const withoutFiles = (document: PDFDocument): void => {
  for (const key of ['AF', 'Collection']) document.catalog.delete(PDFName.of(key));
  document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.delete(PDFName.of('EmbeddedFiles'));
};

/** How large letters are on a page, in points: so that a map of a metre carries them as readable as a sheet of A4. */
const lettersOn = (width: number, height: number): number => Math.max(6, Math.min(width, height) / 42);

/** A page of this size that holds the watermark and nothing else: three lines across, one at the foot. */
const overlay = (text: string, width: number, height: number, fonts: Fonts): Promise<Uint8Array> => {
  const size = lettersOn(width, height);
  // Letters of this font are one em wide, latin ones half: what does not fit is smaller.
  const fits = Math.min(size * 1.6, (width * 0.9) / Math.max(8, text.length * 0.75));
  const across = [0.2, 0.5, 0.8].map((at) => ({
    text,
    fontSize: fits,
    bold: true,
    color: '#c0392b',
    opacity: 0.22,
    alignment: 'center' as const,
    absolutePosition: { x: 0, y: height * at },
  }));
  const foot = {
    text,
    fontSize: Math.min(size, fits),
    color: '#c0392b',
    opacity: 0.85,
    alignment: 'center' as const,
    absolutePosition: { x: 0, y: height - size * 2 },
  };
  return pdfOf(
    {
      pageSize: { width, height },
      pageMargins: [0, 0, 0, 0],
      content: [...across, foot],
      defaultStyle: { font: 'Noto' },
    },
    fonts,
  );
};

/** Opens a PDF for being marked. @throws NotStampable for one that is locked or broken, or has no pages. */
export const opened = async (bytes: Uint8Array): Promise<PDFDocument> => {
  try {
    const found = await PDFDocument.load(bytes, { updateMetadata: false });
    // Pages are looked for only when they are asked for: a file without any is as broken as one that cannot be read.
    if (found.getPageCount() === 0) throw new Error('no pages');
    return found;
  } catch (error) {
    throw new NotStampable(error instanceof Error ? error.message : 'unreadable');
  }
};

/** A picture as a page of its own size, a point for each pixel; large scans stay within what viewers show. */
const pictured = async (bytes: Uint8Array, format: string): Promise<PDFDocument> => {
  const made = await PDFDocument.create();
  let image: PDFImage;
  const size = format === 'png' ? pngSize(bytes) : undefined;
  if (size !== undefined && size.width * size.height > mostPixels)
    throw new NotStampable(`${size.width} × ${size.height} pixels`);
  try {
    image = format === 'png' ? await made.embedPng(bytes) : await made.embedJpg(bytes);
  } catch (error) {
    throw new NotStampable(error instanceof Error ? error.message : 'unreadable');
  }
  const scale = Math.min(1, 5000 / Math.max(image.width, image.height));
  const page = made.addPage([image.width * scale, image.height * scale]);
  page.drawImage(image, { x: 0, y: 0, width: image.width * scale, height: image.height * scale });
  return made;
};

/**
 * Writes a watermark onto every page of a PDF, or onto a picture (JPEG, PNG), which becomes a PDF. The text is drawn into the page
 * itself with an embedded font, so that it shows everywhere, Chinese too. @throws NotStampable for a file that is locked or broken.
 */
export const stamp = async (
  file: { bytes: Uint8Array; format: string },
  text: string,
  fonts: Fonts,
): Promise<Uint8Array> => {
  const document = file.format === 'pdf' ? await opened(file.bytes) : await pictured(file.bytes, file.format);
  try {
    return await marked(document, text, fonts);
  } catch (error) {
    if (file.format !== 'pdf') throw error;
    // What is broken inside a PDF shows when its pages are looked at, or written.
    throw new NotStampable(error instanceof Error ? error.message : 'unreadable');
  }
};

/** Writes the text onto every page of a document that is open, takes files inside it out, and gives its bytes. */
export const marked = async (document: PDFDocument, text: string, fonts: Fonts): Promise<Uint8Array> => {
  withoutFiles(document);
  const made = new Map<string, PDFEmbeddedPage>();
  const said = spellMissing(text, fonts.has, new Set());
  for (const page of document.getPages()) {
    const { width, height } = sizeOf(page);
    const key = `${width}x${height}`;
    let mark = made.get(key);
    if (mark === undefined) {
      [mark] = await document.embedPdf(await overlay(said, width, height, fonts));
      if (mark === undefined) throw new Error('The watermark has no page');
      made.set(key, mark);
    }
    const { x, y, width: wide, height: high } = page.getCropBox();
    page.drawPage(mark, { x, y, width: wide, height: high });
  }
  return document.save();
};
