import type { Source } from '@geoarchive/formats/source.ts';
import { type Encoding, guessEncoding } from '@geoarchive/formats/text/encoding.ts';

const chunkBytes = 256 * 1024;
const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80 && byte !== 0);

/** Thrown by the decoder when bytes are not of the encoding; the reader knows the row. */
export class WrongEncoding extends Error {}

/**
 * The text of a file by chunks. The encoding is told where the first byte beyond ASCII stands: a long English beginning says nothing
 * about the Chinese that follows. Wrong bytes are an error, never a question mark.
 */
export async function* decodedText({ size, read }: Source): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for (let at = 0; at < size; at += chunkBytes) {
    const bytes = await read(at, Math.min(chunkBytes, size - at));
    const last = at + chunkBytes >= size;
    if (decoder === undefined && !isAscii(bytes)) {
      const { encoding } = guessEncoding(bytes, !last);
      const known: Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];
      if (!known.includes(encoding)) throw new WrongEncoding(encoding);
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    try {
      yield (decoder ?? new TextDecoder('utf-8')).decode(bytes, { stream: !last });
    } catch {
      throw new WrongEncoding(decoder?.encoding);
    }
  }
}
