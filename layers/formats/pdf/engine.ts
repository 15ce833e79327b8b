import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** pdf.js wants these of a browser for drawing; nothing is drawn here, so empty stand-ins are enough. */
function standIns(): void {
  const names = ['DOMMatrix', 'ImageData', 'Path2D'];
  for (const name of names)
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
}

/** Loads pdf.js with its worker in the same thread, so that bundles need no second file. */
export async function loadPdf() {
  standIns();
  const [pdf, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // The worker module ships without types; only its presence on the global object matters.
    import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return pdf;
}

/** Folder of the Adobe character maps: as told, else beside the installed pdfjs-dist, else none. */
export function characterMapFolder(told: string | undefined): string | undefined {
  const folder = told ?? process.env['CHARACTER_MAPS'];
  if (folder !== undefined) return folder.endsWith('/') ? folder : `${folder}/`;
  try {
    return `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;
  } catch {
    return undefined;
  }
}
