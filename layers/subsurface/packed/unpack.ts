import { decode, guessEncoding } from '@geoarchive/formats/text/encoding.ts';
import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';

configure({ useWebWorkers: false });

const megabyte = 1024 * 1024;
/** What a package of holes may hold: beyond it is no package that someone made of papers. */
export const packLimits = { entries: 10_000, entry: 1024 * megabyte, whole: 4096 * megabyte, ratio: 200 };
/** Bytes from which the ratio of a packed file counts. */
const ratioFrom = 50 * megabyte;

export type Packed = { name: string; encrypted: boolean; tooLarge: boolean; unpack: () => Promise<Blob> };

/** The name of an entry: where nothing says UTF-8, Chinese programs write GBK. */
const nameOf = ({ filename, filenameUTF8, rawFilename }: FileEntry): string =>
  filenameUTF8 ? filename : decode(rawFilename, guessEncoding(rawFilename, false));

const skipped = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/;

/** Unpacks one entry into memory, never more than its directory promises. */
const unpack = async (entry: FileEntry): Promise<Blob> => {
  const chunks: BlobPart[] = [];
  let bytes = 0;
  await entry.getData(
    new WritableStream<Uint8Array<ArrayBuffer>>({
      write(chunk) {
        bytes += chunk.length;
        if (bytes > entry.uncompressedSize) throw new Error('more bytes than its directory says');
        chunks.push(chunk);
      },
    }),
  );
  return new Blob(chunks);
};

/** The files in a ZIP; undefined for one that is a workbook. Throws where it is damaged or beyond the limits. */
export const filesIn = async (blob: Blob, limits = packLimits): Promise<Packed[] | undefined> => {
  const entries = await new ZipReader(new BlobReader(blob)).getEntries();
  if (entries.some(({ filename }) => filename === '[Content_Types].xml')) return undefined;
  if (entries.length > limits.entries) throw new Error(`${entries.length} files`);
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const whole = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (whole > limits.whole) throw new Error(`${Math.round(whole / megabyte)} MB unpacked`);
  return files.flatMap((entry) => {
    const { uncompressedSize: size, compressedSize } = entry;
    const name = nameOf(entry);
    if (skipped.test(name)) return [];
    const tooLarge = size > limits.entry || (size > ratioFrom && size > limits.ratio * compressedSize);
    return [{ name, encrypted: entry.encrypted, tooLarge, unpack: () => unpack(entry) }];
  });
};
