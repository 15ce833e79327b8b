import type { PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/**
 * What pdfjs asks for besides the file itself, by its names: character maps of fonts that are named and not embedded, as older Chinese
 * PDFs have them, standard fonts, decoders of pictures.
 */
const parts = import.meta.glob<string>(
  [
    '../../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../../node_modules/pdfjs-dist/wasm/*.wasm',
  ],
  { query: '?url', import: 'default' },
);

/** Gives pdfjs such a part from this site, when it is asked for. */
class PartsOfSite {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const found = Object.entries(parts).find(([path]) => path.endsWith(`/${filename}`))?.[1];
    if (found === undefined) throw new Error(`No part ${filename}`);
    const reply = await fetch(await found());
    return new Uint8Array(await reply.arrayBuffer());
  }
}

/** Opens a PDF from a signed link: fetched once, whole, so that turning pages needs no further link. */
export const openPdf = async (url: string): Promise<PDFDocumentProxy> => {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
  return openPdfBytes(new Uint8Array(await reply.arrayBuffer()));
};

/** Opens a PDF that is here already. Whoever opens one closes it (`useClosing`); one that nobody waits for any more is closed here. */
export const openPdfBytes = async (data: Uint8Array, signal?: AbortSignal): Promise<PDFDocumentProxy> => {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = worker;
  signal?.throwIfAborted();
  const loading = pdfjs.getDocument({ data, BinaryDataFactory: PartsOfSite, useWorkerFetch: false });
  const close = () => void loading.destroy();
  signal?.addEventListener('abort', close);
  try {
    return await loading.promise;
  } catch (error) {
    close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', close);
  }
};
