import type { Source } from '../source.ts';
import { characterMapFolder, loadPdf } from './engine.ts';

type Library = Awaited<ReturnType<typeof loadPdf>>;
type Loading = ReturnType<Library['getDocument']>;
export type PdfDocument = Awaited<Loading['promise']>;

const CHUNK = 256 * 1024;
/** Files up to this size are read whole: fewer reads, and repair of broken files needs everything anyway. */
const WHOLE = 8 * 1024 * 1024;

/** Serves pdf.js the ranges it asks for; a failing read ends the document instead of leaving it waiting. */
function transport(pdf: Library, source: Source, fail: (error: unknown) => void) {
  const range = new pdf.PDFDataRangeTransport(source.size, null);
  range.requestDataRange = (begin: number, end: number) => {
    source.read(begin, end - begin).then((bytes) => range.onDataRange(begin, new Uint8Array(bytes)), fail);
  };
  return range;
}

/** Opens a PDF, hands it over, and frees it in the end. Passwords are never guessed. */
export async function withDocument<T>(
  source: Source,
  characterMaps: string | undefined,
  use: (document: PdfDocument) => Promise<T>,
): Promise<T> {
  const pdf = await loadPdf();
  const cMapUrl = characterMapFolder(characterMaps);
  let loading: Loading | undefined;
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const data =
    source.size <= WHOLE
      ? { data: new Uint8Array(await source.read(0, source.size)) }
      : { range: transport(pdf, source, failed.reject) };
  try {
    loading = pdf.getDocument({
      ...data,
      ...(cMapUrl === undefined ? {} : { cMapUrl, cMapPacked: true }),
      rangeChunkSize: CHUNK,
      disableAutoFetch: true,
      disableStream: true,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      verbosity: 0,
    });
    return await Promise.race([loading.promise.then(use), failed.promise]);
  } finally {
    await loading?.destroy();
  }
}

/** True for the error pdf.js throws when a password is needed. */
export const needsPassword = (error: unknown) => error instanceof Error && error.name === 'PasswordException';
